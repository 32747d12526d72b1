import { card } from './kit/card.ts';
import { caption, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Element } from './kit/types.ts';
import type { ManyDevicesView } from './payload-board.ts';
import { failedLines, refusedLines, unseenLines } from './payload-groups.ts';
import type { Words } from './words/index.ts';

/** Of this run nothing is repeated, and why not. */
export type NotRepeatedView = {
  practice: boolean;
  now: Date;
  number: number;
  /** It goes on, so something may go wrong yet. */
  underWay: boolean;
  /** Devices on which it did not come to a good end; null where nothing is to be said of any. */
  left: (Pick<ManyDevicesView, 'failed' | 'refused' | 'unseen'> & { count: number }) | null;
  buttons: readonly PressButton[];
};

export function notRepeated({ number, underWay, left, ...view }: NotRepeatedView, words: Words): Card {
  return card(words, {
    title: words.say('again.title'),
    practice: view.practice,
    body: [
      text(words.say(underWay ? 'again.under-way' : 'again.nothing', { number })),
      ...(left ? leftLines(left, view.now, words) : []),
    ],
    actions: view.buttons.map(pressButton),
  });
}

const leftLines = (
  { count, failed, refused, unseen }: NonNullable<NotRepeatedView['left']>,
  now: Date,
  words: Words,
): Element[] => [
  caption(words.say('plan.left-out', { count })),
  ...failedLines(failed, words),
  ...refusedLines(refused, now, words),
  ...unseenLines(unseen, words),
];
