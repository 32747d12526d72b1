import { card } from './kit/card.ts';
import { rows, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import type { ScheduleStanding } from './schedule.ts';
import { type RuleView, ruleLine } from './schedule-rule.ts';
import type { Words } from './words/index.ts';

export type ScheduleListView = {
  practice: boolean;
  now: Date;
  rows: readonly { number: number; title: string; rule: RuleView; state: ScheduleStanding }[];
  /** Booked for when Intune opens: they run once. */
  booked: readonly { number: number; title: string; at: Date }[];
  /** How many more there are. */
  more: number;
  /** The first that has no button. */
  other: number | null;
  /** What can be said to make one. */
  examples: readonly string[];
  buttons: readonly PressButton[];
};

/** What is done later in the reader's name, the next one first. */
export function scheduleList(view: ScheduleListView, words: Words): Card {
  const lines = [
    ...view.rows.map((row) => rowFor(row, view.now, words)),
    ...view.booked.map((run) => bookedFor(run, view.now, words)),
  ];
  return card(words, {
    title: words.say('schedules.title'),
    practice: view.practice,
    body: [
      ...(lines.length === 0
        ? [text(words.say('schedules.none'))]
        : [rows(lines, { weight: 'Bolder' }), subtle(words.say('runs.zone', { zone: words.zone }))]),
      ...(view.other === null ? [] : [subtle(words.say('schedules.others', { number: view.other }))]),
      ...(view.more > 0 ? [subtle(words.say('schedules.more', { count: view.more }))] : []),
      subtle(
        words.say('schedules.examples', {
          examples: words.either(view.examples.map((example) => words.say('schedules.example', { example }))),
        }),
      ),
    ],
    actions: view.buttons.map(pressButton),
  });
}

type Row = ScheduleListView['rows'][number];

function rowFor({ number, title, rule, state }: Row, now: Date, words: Words): readonly [string, string] {
  const standing =
    'at' in state
      ? words.say(`schedules.${state.kind}`, { time: words.short(state.at, now) })
      : words.say('schedule.state.paused');
  return [String(number), words.row([title, ruleLine(rule, words), standing])];
}

const bookedFor = (run: ScheduleListView['booked'][number], now: Date, words: Words): readonly [string, string] => [
  words.say('runs.row', { number: run.number }),
  words.row([run.title, words.say('schedules.booked', { time: words.short(run.at, now) })]),
];
