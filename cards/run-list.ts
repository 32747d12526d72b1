import { card } from './kit/card.ts';
import { rows, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import type { StatusName } from './run-status.ts';
import type { Words } from './words/index.ts';

export type RunListView = {
  practice: boolean;
  now: Date;
  rows: readonly { number: number; title: string; status: StatusName; asker: string; at: Date }[];
  /** Older ones that are not shown. */
  more: boolean;
  buttons: readonly PressButton[];
};

/** What is running or booked, then what ran last. */
export function runList(view: RunListView, words: Words): Card {
  const lines = view.rows.map(
    (row) => [words.say('runs.row', { number: row.number }), lineFor(row, view.now, words)] as const,
  );
  return card(words, {
    title: words.say('runs.title'),
    practice: view.practice,
    body: [
      ...(lines.length === 0
        ? [text(words.say('runs.none'))]
        : [rows(lines, { weight: 'Bolder' }), subtle(words.say('runs.zone', { zone: words.zone }))]),
      ...(view.more ? [subtle(words.say('runs.more'))] : []),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function lineFor(row: RunListView['rows'][number], now: Date, words: Words): string {
  return words.say('runs.line', {
    status: words.say(`status.${row.status}`),
    title: row.title,
    name: row.asker,
    time: words.short(row.at, now),
  });
}
