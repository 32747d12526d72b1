import type { Words } from '../../cards/words/index.ts';
import { helpCard } from '../views/answers.ts';
import type { Answer, Command, Turn } from './define.ts';
import { shown } from './understand.ts';

/** Needs the list it belongs to, so that help can never miss a command. */
export const helpOn = (commands: () => readonly Command[]): Command => ({
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
  },
  takes: 'nothing',
  about: 'command.help',
  menu: 'everywhere',
  run: async (turn) => helpAnswer(turn, commands(), null),
});

/** A greeting fits on a phone's screen; *Help* has the rest. */
const welcomeShows = 3;

export function helpAnswer(
  turn: Turn,
  commands: readonly Command[],
  welcome: { addedBy: string | null } | null,
): Answer {
  const listed = listedFor(commands, { practice: turn.desk.practice !== null, welcome: welcome !== null });
  const rows = listed.map((command) => ({
    phrase: phraseWithArgument(command, turn.screen.words),
    about: command.about,
  }));
  return { card: helpCard({ welcome, commands: rows }, turn.screen), place: 'below' };
}

export function listedFor(commands: readonly Command[], on: { practice: boolean; welcome: boolean }): Command[] {
  const all = commands.filter((command) => on.practice || !command.practiceOnly);
  return on.welcome ? all.slice(0, welcomeShows) : all;
}

function phraseWithArgument(command: Command, words: Words): string {
  const phrase = shown(command, words.language);
  return command.takes === 'number' ? `${phrase} 17` : phrase;
}
