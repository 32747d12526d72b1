import { card } from './kit/card.ts';
import { box, hidden, reveal, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Element } from './kit/types.ts';
import type { Key, Words } from './words/index.ts';

/** What belongs together. `lacking`: for some of it this person has to be granted one more permission. */
export type HelpTopic = { title: Key; commands: readonly { phrase: string; about: Key }[]; lacking: boolean };

export type HelpView = {
  practice: boolean;
  /** Set for the first words in a conversation. */
  welcome: { addedBy: string | null } | null;
  topics: readonly HelpTopic[];
  signedOut: boolean;
  /** Help was asked for with something that is no command; `near`: commands that are called nearly so. */
  unknown?: { text: string; near: readonly string[] };
  buttons: readonly PressButton[];
};

/** What the bot can do for this person here: the words to say at once, what each does behind a button. */
export function help(view: HelpView, words: Words): Card {
  const { practice, buttons, welcome } = view;
  const [title, ...body] = welcome ? greeting(view, words) : overview(view, words);
  const explain = welcome ? [] : [reveal(words.say('help.explain'), explained)];
  const actions = [...buttons.map(pressButton), ...explain];
  return card(words, { title, practice, body, actions });
}

type Said = [title: string, ...body: Element[]];

const explained = 'explained';

function overview({ topics, signedOut, unknown }: HelpView, words: Words): Said {
  return [
    words.say('help.title'),
    ...(unknown ? unknownLines(unknown, words) : []),
    text(words.say('help.intro', { languages: words.spoken() })),
    box(topics.flatMap((topic) => topicLines(topic, words))),
    ...(signedOut ? [text(words.say('help.signed-out'))] : []),
    subtle(words.say('help.truth')),
    hidden(
      explained,
      topics.flatMap(({ commands }) => commands.flatMap((command) => commandLines(command, words))),
    ),
  ];
}

const unknownLines = ({ text: asked, near }: NonNullable<HelpView['unknown']>, words: Words): Element[] => [
  text(words.say('help.on.unknown', { text: asked })),
  ...(near.length > 0 ? [text(words.say('help.on.near', { phrases: words.either(near) }))] : []),
];

/** Three examples, what is to be set up first, and nothing that anybody must read twice. */
function greeting({ welcome, topics }: HelpView, words: Words): Said {
  const addedBy = welcome?.addedBy;
  return [
    words.say('welcome.title'),
    text(words.say('welcome.what')),
    ...(addedBy ? [text(words.say('welcome.added-by', { name: addedBy }))] : []),
    text(words.say('welcome.say')),
    box(topics.flatMap(({ commands }) => commands.flatMap((command) => commandLines(command, words)))),
    text(words.say('welcome.set-up')),
    subtle(words.say('help.truth')),
  ];
}

const topicLines = ({ title, commands, lacking }: HelpTopic, words: Words): Element[] => [
  text(words.say(title), { weight: 'Bolder' }),
  text(words.row(commands.map(({ phrase }) => phrase)), { spacing: 'None' }),
  ...(lacking ? [subtle(words.say('help.lacking'))] : []),
];

const commandLines = ({ phrase, about }: HelpTopic['commands'][number], words: Words): Element[] => [
  text(phrase, { weight: 'Bolder' }),
  text(words.say(about), { spacing: 'None', size: 'Small' }),
];
