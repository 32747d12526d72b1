import { card } from './kit/card.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { type RefusalView, refusalLines, supportButton } from './refusal-lines.ts';
import type { Words } from './words/index.ts';

export type RefusalCardView = {
  practice: boolean;
  now: Date;
  title: string;
  refusal: RefusalView;
  buttons: readonly PressButton[];
};

/** Reading was refused, so there is nothing else to show. */
export function refusalCard(view: RefusalCardView, words: Words): Card {
  return card(words, {
    title: view.title,
    practice: view.practice,
    body: refusalLines(view.refusal, words, view.now),
    actions: [...view.buttons.map(pressButton), ...supportButton(view.refusal, words)],
  });
}
