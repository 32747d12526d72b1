import { card } from './kit/card.ts';
import { box, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import type { Key, Words } from './words/index.ts';

export type HelpView = {
  practice: boolean;
  /** Set for the first words in a conversation. */
  welcome: { addedBy: string | null } | null;
  commands: readonly { phrase: string; about: Key }[];
  buttons: readonly PressButton[];
};

/** What the bot can do for this person here. */
export function help(view: HelpView, words: Words): Card {
  const { welcome } = view;
  const opening = welcome
    ? [
        text(words.say('welcome.what')),
        ...(welcome.addedBy ? [text(words.say('welcome.added-by', { name: welcome.addedBy }))] : []),
      ]
    : [];
  return card(words, {
    title: words.say(welcome ? 'welcome.title' : 'help.title'),
    practice: view.practice,
    body: [
      ...opening,
      text(words.say('help.intro', { languages: words.spoken() })),
      box(view.commands.flatMap((command) => [phrase(command.phrase), about(words.say(command.about))])),
      subtle(words.say('help.truth')),
    ],
    actions: view.buttons.map(pressButton),
  });
}

const phrase = (said: string) => text(said, { weight: 'Bolder' });
const about = (what: string) => text(what, { spacing: 'None', size: 'Small' });
