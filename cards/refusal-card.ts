import { card } from './kit/card.ts';
import { box, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { type RefusalView, refusalLines, refusalSentence, supportButton, supportLines } from './refusal-lines.ts';
import type { Words } from './words/index.ts';

export type RefusalCardView = {
  practice: boolean;
  now: Date;
  title: string;
  refusal: RefusalView;
  buttons: readonly PressButton[];
};

/** Reading was refused, so there is nothing else to show. */
export function refusalCard({ refusal, ...view }: RefusalCardView, words: Words): Card {
  return card(words, {
    title: view.title,
    practice: view.practice,
    body: [
      box(
        [verdict(words.say('refusal.reading')), text(refusalSentence(refusal, words), { spacing: 'Small' })],
        'warning',
      ),
      ...refusalLines(refusal, words, view.now),
      ...supportLines(refusal, words),
    ],
    actions: [...view.buttons.map(pressButton), ...supportButton(refusal, words)],
  });
}
