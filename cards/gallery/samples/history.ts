import { sayButton } from '../../../bot/views/buttons.ts';
import { type HistoryRowView, type HistoryView, history } from '../../history.ts';
import type { PressButton } from '../../kit/press-button.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, ana, hostileNames, jon, longName, mia, now, unbrokenName } from './invented.ts';

const row = (change: Partial<HistoryRowView>, words: Words): HistoryRowView => ({
  number: 17,
  title: words.say('action.sync-payloads'),
  status: 'done',
  asker: ana,
  at: ago(26),
  on: { names: ['IPAD-07'], count: 1 },
  alsoAsked: [],
  decision: null,
  requestIds: { names: ['5f1c0e4a-0000-4000-8000-000000000001'], count: 1 },
  ...change,
});

const all = { askedBy: null, action: null, days: null, on: null, isOlder: false };

type Rows = (words: Words) => readonly HistoryRowView[];

const some: Rows = (words) => [
  row(
    {
      number: 31,
      status: 'partly',
      on: { names: ['LT-0380', 'LT-0381', 'LT-0382'], count: 38 },
      asker: jon,
      decision: { kind: 'approved', name: mia },
    },
    words,
  ),
  row(
    { number: 30, title: words.say('action.autopilot-sync'), on: { names: [], count: 0 }, alsoAsked: [jon, mia] },
    words,
  ),
  row(
    {
      number: 29,
      status: 'declined',
      decision: { kind: 'declined', name: jon },
      at: ago(3000),
      requestIds: { names: [], count: 0 },
    },
    words,
  ),
];

const ten =
  (change: Partial<HistoryRowView>): Rows =>
  (words) =>
    Array.from({ length: 10 }, (_, index) => row({ number: 31 - index, ...change }, words));

const long = { names: Array.from({ length: 5 }, () => longName.repeat(2)), count: 1_000 };

export const historySamples = shown({
  name: 'history',
  about: 'What ran: who asked, on what, when, and what became of it.',
  card: history,
  states: {
    'nothing yet': page(() => []),
    'a few runs': page(some),
    'the newest ten, outside practice': page(ten({}), { practice: false, older: true }),
    'older ones': page(ten({ at: ago(3000) }), { older: true, filter: { ...all, isOlder: true } }),
    'one person’s, of one device, of some days': page(some, {
      filter: { ...all, askedBy: ana, days: 30, on: 'IPAD-07' },
    }),
    'of one action': (words) =>
      page(some, { filter: { ...all, action: words.say('action.sync-payloads'), days: 30 } })(words),
    'the last day': page(some, { filter: { ...all, days: 1 } }),
    'nothing fits': page(() => [], { filter: { ...all, days: 7 } }),
    'no device of that name': page(() => [], { filter: { ...all, on: hostileNames['a link'] } }),
    'the longest of everything': page(ten({ asker: longName, on: long, alsoAsked: long.names, requestIds: long }), {
      filter: { ...all, askedBy: longName, days: 3_650, on: unbrokenName, isOlder: true },
      older: true,
    }),
    'hostile names': page((words) =>
      Object.values(hostileNames).map((name) =>
        row({ asker: name, on: { names: [name], count: 1 }, alsoAsked: [name] }, words),
      ),
    ),
  },
});

function page(rows: Rows, change: Partial<HistoryView> = {}) {
  return (words: Words): HistoryView => ({
    practice: true,
    now,
    filter: all,
    rows: rows(words),
    older: false,
    buttons: [...pageButtons(rows(words).length, change.older ?? false, words), sayButton('runs', words)],
    ...change,
  });
}

function pageButtons(count: number, older: boolean, words: Words): PressButton[] {
  const wish = { mine: false, days: null, action: null, on: null };
  const next: PressButton = { title: words.say('button.older'), press: { press: 'history', ...wish, before: 22 } };
  const csv: PressButton = { title: words.say('button.csv'), press: { press: 'export-history', ...wish } };
  return [...(older ? [next] : []), ...(count > 0 ? [csv] : [])];
}
