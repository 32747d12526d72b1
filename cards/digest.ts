import { card } from './kit/card.ts';
import { rows, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { calling, type NoticeView } from './notice.ts';
import type { Words } from './words/index.ts';

/** What waited until somebody wanted messages again. */
export type DigestView = {
  practice: boolean;
  now: Date;
  /** All there are, shown or not. */
  count: number;
  rows: readonly { at: Date; what: string }[];
  buttons: readonly PressButton[];
  onCall: NoticeView['onCall'];
};

export function digest(view: DigestView, words: Words): Card {
  const left = view.count - view.rows.length;
  const called = calling(view.onCall, words);
  return card(words, {
    title: words.say('digest.title'),
    practice: view.practice,
    body: [
      text(words.say('digest.count', { count: view.count })),
      rows(
        view.rows.map(({ at, what }) => [words.short(at, view.now), what] as const),
        { weight: 'Bolder' },
      ),
      ...called.map(({ line }) => line),
      ...(left > 0 ? [subtle(words.say('digest.more', { count: left }))] : []),
      subtle(words.say('runs.zone', { zone: words.zone })),
    ],
    actions: view.buttons.map(pressButton),
    mentions: called.map(({ mention }) => mention),
  });
}
