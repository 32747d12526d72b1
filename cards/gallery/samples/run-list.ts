import { sayButton } from '../../../bot/views/buttons.ts';
import type { RunStatus } from '../../run-board.ts';
import { type RunListView, runList } from '../../run-list.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, ana, inMinutes, jon, longName, mia, now, showRunButton } from './invented.ts';

type Row = [number: number, status: RunStatus['kind'], asker: string, at: Date];

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

export const runListSamples = shown({
  name: 'run-list',
  about: 'What is running or booked, then what ran last.',
  card: runList,
  states: {
    empty: list([]),
    'two on their way': list(onTheirWay),
    'full, with older ones': list(everyKind, { more: true }),
    'starting, outside practice': list([[1234, 'starting', ana, now]], { practice: false }),
  },
});

function list(rows: readonly Row[], change: Partial<RunListView> = {}) {
  return (words: Words): RunListView => ({
    practice: true,
    now,
    more: false,
    rows: rows.map(([number, status, asker, at]) => ({
      number,
      status,
      asker,
      at,
      title: words.say('action.autopilot-sync'),
    })),
    buttons: [
      ...rows.slice(0, 4).map(([number]) => showRunButton(number, words)),
      sayButton('autopilot', words),
      sayButton('help', words),
    ],
    ...change,
  });
}
