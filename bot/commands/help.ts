import type { Words } from '../../cards/words/index.ts';
import type { Scope } from '../ports.ts';
import { type HelpTopic, type HelpView, helpCard, messageCard } from '../views/answers.ts';
import { commandHelp } from '../views/command-help.ts';
import { quote } from '../views/quote.ts';
import type { Answer, Command, Turn } from './define.ts';
import { subjectsOf } from './help-words.ts';
import type { Topic } from './topic.ts';
import { shown, type Understood, understand, type Vocabulary, vocabularyOf } from './understand.ts';

/** Needs the list it belongs to, so that help can never miss a command. */
export const helpOn = (topics: () => readonly Topic[]): Command => ({
  name: 'help',
  phrases: {
    en: ['help', 'hi', 'hello', 'hey', 'start', 'what can you do', '?'],
    ru: [
      'помощь',
      'справка',
      'привет',
      'здравствуйте',
      'здравствуй',
      'начать',
      'старт',
      'что ты умеешь',
      'что вы умеете',
    ],
    de: [
      'hilfe',
      'hallo',
      'guten tag',
      'guten morgen',
      'guten abend',
      'moin',
      'servus',
      'was kannst du',
      'was können sie',
    ],
  },
  takes: 'as-typed',
  about: 'command.help',
  menu: 'everywhere',
  run: (turn, typed) => helpAbout(turn, topics(), typed),
});

/** Help with one command, or with everything; whoever asks about something else is told that there is no such command. */
async function helpAbout(turn: Turn, topics: readonly Topic[], typed: string): Promise<Answer> {
  const subjects = subjectsOf(typed);
  if (subjects.length === 0) return helpAnswer(turn, topics);
  const understood = understoodOf(subjects, turn, topics);
  if (understood.kind === 'unknown') {
    const text = quote(subjects.at(-1) ?? '');
    return wholeHelp(turn, topics, { unknown: { text, near: understood.near } });
  }
  if (understood.command.name === 'help') return helpAnswer(turn, topics);
  return { card: messageCard(commandHelp(understood.command, turn.screen.words), turn.screen), place: 'below' };
}

/** The first that is understood; where none is, what is near the last. */
function understoodOf(subjects: readonly string[], { desk, screen }: Turn, topics: readonly Topic[]): Understood {
  const here = topics.flatMap(({ commands }) => commands).filter(({ practiceOnly }) => desk.practice || !practiceOnly);
  const vocabulary = [...vocabularyOf(here), ...partsOf(here)];
  const heard = subjects.map((subject) => understand(subject, vocabulary, screen.words.language));
  return heard.find(({ kind }) => kind !== 'unknown') ?? heard.at(-1) ?? { kind: 'unknown', near: [] };
}

/** A greeting fits on a phone's screen; *Help* has the rest. */
const examples = 3;

/** Drawn once for all who read alike and have been granted the same: it is long, and the most asked for. */
export async function helpAnswer(turn: Turn, topics: readonly Topic[]): Promise<Answer> {
  const told = await toldFor(turn);
  const { language } = told.words;
  const name = JSON.stringify(['help', language, turn.screen.practice, told.practising, told.granted?.toSorted()]);
  return { card: turn.desk.drawn(name, () => helpCard(viewOf(topics, told), turn.screen)), place: 'below' };
}

const partsOf = (commands: readonly Command[]): Vocabulary =>
  commands.flatMap((command) => (command.subjects ?? []).map((phrase) => ({ command, phrase })));

async function wholeHelp(turn: Turn, topics: readonly Topic[], asked: Pick<HelpView, 'unknown'>): Promise<Answer> {
  return { card: helpCard({ ...viewOf(topics, await toldFor(turn)), ...asked }, turn.screen), place: 'below' };
}

const viewOf = (topics: readonly Topic[], told: Told) => ({
  ...{ welcome: null, topics: toldOf(topics, told), signedOut: isSignedOut(told) },
});

/** The first words in a conversation. */
export async function greetingAnswer(
  turn: Turn,
  topics: readonly Topic[],
  welcome: { addedBy: string | null },
): Promise<Answer> {
  const told = await toldFor(turn);
  const view = { welcome, topics: examplesOf(toldOf(topics, told)), signedOut: isSignedOut(told) };
  return { card: helpCard(view, turn.screen), place: 'below' };
}

async function toldFor({ desk, from, screen }: Turn): Promise<Told> {
  const practising = desk.practice !== null;
  // Everything is allowed in practice. Graph is not asked: what was granted so far is known here.
  const granted = practising ? null : ((await desk.accounts.accountOf(from))?.scopes ?? null);
  return { practising, granted, words: screen.words };
}

const isSignedOut = ({ practising, granted }: Told) => !practising && granted === null;

/** Where and by whom help is read. `granted`: null where nobody is signed in, or everything is allowed. */
export type Told = { practising: boolean; granted: readonly Scope[] | null; words: Words };

export const toldOf = (topics: readonly Topic[], told: Told): HelpTopic[] =>
  topics.map(({ title, commands }) => {
    const here = commands.filter(({ practiceOnly }) => told.practising || !practiceOnly);
    return {
      title,
      commands: here.map((command) => ({ phrase: phraseWithArgument(command, told.words), about: command.about })),
      lacking: here.some((command) => isLacking(command, told.granted)),
    };
  });

/** The first of each topic, beginning with what this person has been granted. */
export const examplesOf = (topics: readonly HelpTopic[]): HelpTopic[] =>
  topics
    .toSorted((one, other) => Number(one.lacking) - Number(other.lacking))
    .slice(0, examples)
    .map((topic) => ({ ...topic, commands: topic.commands.slice(0, 1) }));

/** Nobody knows of somebody who has not signed in: they are asked when they need it. */
const isLacking = ({ scopes = [] }: Command, granted: readonly Scope[] | null) =>
  granted !== null && scopes.some((scope) => !granted.includes(scope) && !granted.includes(greaterThan(scope)));

const greaterThan = (scope: Scope) => scope.replace(/\.Read\.All$/, '.ReadWrite.All');

function phraseWithArgument(command: Command, words: Words): string {
  const phrase = shown(command, words.language);
  return command.takes === 'number' ? `${phrase} 17` : phrase;
}
