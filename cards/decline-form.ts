import { card } from './kit/card.ts';
import { text, typed } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { mostOfReason } from './press.ts';
import type { Words } from './words/index.ts';

/** Why somebody does not agree: whoever asked is told it. */
export type DeclineFormView = { practice: boolean; number: number; asker: string; buttons: readonly PressButton[] };

export function declineForm(view: DeclineFormView, words: Words): Card {
  return card(words, {
    title: words.say('decline.title', { number: view.number }),
    practice: view.practice,
    body: [
      text(words.say('decline.ask', { name: view.asker })),
      typed({
        id: 'reason',
        label: words.say('decline.reason'),
        maxLength: mostOfReason,
        isRequired: true,
        errorMessage: words.say('decline.missing'),
      }),
    ],
    actions: view.buttons.map(pressButton),
  });
}
