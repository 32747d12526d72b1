import { dropButton } from './form-buttons.ts';
import { card } from './kit/card.ts';
import { box, text, verdict } from './kit/elements.ts';
import { pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import type { Words } from './words/index.ts';

export type SuccessorView = { practice: boolean; draft: string };

/** Graph no longer knows the action by its first name; whoever agrees, agrees for the whole tenant. */
export function successor({ practice, draft }: SuccessorView, words: Words): Card {
  const use = pressButton({
    title: words.say('successor.use'),
    press: { press: 'use-successor', draft },
    main: true,
  });
  return card(words, {
    title: words.say('successor.title'),
    practice,
    body: [
      box([verdict(words.say('successor.verdict')), text(words.say('successor.why'), { spacing: 'Small' })], 'warning'),
      text(words.say('successor.same')),
      text(words.say('successor.ask')),
    ],
    actions: [use, dropButton(draft, words)],
  });
}
