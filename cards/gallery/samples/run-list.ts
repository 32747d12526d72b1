import { sayButton } from '../../../bot/views/buttons.ts';
import { type RunListView, runList } from '../../run-list.ts';
import type { StatusName } from '../../run-status.ts';
import type { Key, Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, ana, inMinutes, jon, longName, mia, now, showRunButton } from './invented.ts';

type Row = [number: number, status: StatusName, asker: string, at: Date];

const onTheirWay: Row[] = [
  [19, 'booked', jon, inMinutes(4)],
  [18, 'accepted', ana, ago(1)],
];

const everyKind: Row[] = [
  ...onTheirWay,
  [17, 'done', ana, ago(26)],
  [16, 'failed', mia, ago(80)],
  [15, 'silent', jon, ago(200)],
  [14, 'refused', longName, ago(1500)],
  [13, 'cancelled', ana, ago(3000)],
  [12, 'joined', mia, ago(3)],
  [11, 'unsure', jon, ago(4)],
  [10, 'working', ana, ago(5)],
  [9, 'sign-in', mia, ago(6)],
];

/** Runs of devices and connectors, which stand in more ways. */
const ofTargets: Row[] = [
  [24, 'waiting', ana, ago(6)],
  [23, 'partly', jon, ago(60)],
  [22, 'stopped', mia, ago(90)],
  [21, 'unwatched', ana, ago(1500)],
  [20, 'superseded', jon, ago(1600)],
  [25, 'returned', jon, ago(1650)],
  [19, 'cannot-look', mia, ago(1700)],
  [18, 'never-ended', mia, ago(1800)],
  [17, 'approval', ana, ago(5)],
  [16, 'declined', jon, ago(1900)],
  [15, 'expired', ana, ago(3000)],
];

export const runListSamples = shown({
  name: 'run-list',
  about: 'What is running or booked, then what ran last.',
  card: runList,
  states: {
    empty: list([]),
    'two on their way': list(onTheirWay),
    'full, with older ones': list(everyKind, { more: true }),
    'runs of devices and connectors': list(ofTargets, {}, 'action.sync-payloads'),
    'starting, outside practice': list([[1234, 'starting', ana, now]], { practice: false }),
  },
});

function list(rows: readonly Row[], change: Partial<RunListView> = {}, title: Key = 'action.autopilot-sync') {
  return (words: Words): RunListView => ({
    practice: true,
    now,
    more: false,
    rows: rows.map(([number, status, asker, at]) => ({
      number,
      status,
      asker,
      at,
      title: words.say(title),
    })),
    buttons: [
      ...rows.slice(0, 4).map(([number]) => showRunButton(number, words)),
      sayButton('history', words),
      sayButton('help', words),
    ],
    ...change,
  });
}
