import { card } from './kit/card.ts';
import { text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import type { Key, Values, Words } from './words/index.ts';

/** One or two sentences and a way forward. */
export type MessageView = {
  practice: boolean;
  title: Key;
  sentences: readonly { key: Key; values?: Values }[];
  buttons: readonly PressButton[];
};

export function message(view: MessageView, words: Words): Card {
  return card(words, {
    title: words.say(view.title),
    practice: view.practice,
    body: view.sentences.map(({ key, values }) => text(words.say(key, values))),
    actions: view.buttons.map(pressButton),
  });
}
