import { card } from './kit/card.ts';
import { rows, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import type { Words } from './words/index.ts';

export type WatchListView = {
  practice: boolean;
  now: Date;
  rows: readonly { number: number; name: string; endsAt: Date; blind: boolean; mutedUntil: Date | null }[];
  /** So many are not shown. */
  more: number;
  /** The first that has no button. */
  other: number | null;
  buttons: readonly PressButton[];
};

/** What one person watches, and until when. */
export function watchList(view: WatchListView, words: Words): Card {
  const lines = view.rows.map((row) => [String(row.number), lineFor(row, view.now, words)] as const);
  return card(words, {
    title: words.say('watches.title'),
    practice: view.practice,
    body: [
      ...(lines.length === 0
        ? [text(words.say('watches.none'))]
        : [rows(lines, { weight: 'Bolder' }), subtle(words.say('runs.zone', { zone: words.zone }))]),
      ...(view.other === null ? [] : [subtle(words.say('watches.others', { number: view.other }))]),
      ...(view.more > 0 ? [subtle(words.say('watches.more', { count: view.more }))] : []),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function lineFor({ name, endsAt, blind, mutedUntil }: WatchListView['rows'][number], now: Date, words: Words): string {
  const muted =
    mutedUntil && mutedUntil > now ? [words.say('watches.muted', { time: words.short(mutedUntil, now) })] : [];
  const ends = words.say('watches.until', { time: words.short(endsAt, now) });
  return words.row([name, ...(blind ? [words.say('watches.blind')] : []), ...muted, ends]);
}
