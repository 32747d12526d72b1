import type { Key, Values } from '../../cards/words/index.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton, typeButton } from '../views/buttons.ts';
import { quote } from '../views/quote.ts';
import type { Answer, Command, Turn } from './define.ts';
import { commands } from './index.ts';
import { syncPayloads } from './sync-payloads.ts';
import { longestText, shown, type Understood, understand, vocabularyOf } from './understand.ts';

/** Words came in: does what they ask for, or offers what is nearest. */
export function said(turn: Turn, text: string): Promise<Answer> | Answer {
  if (text.length > longestText) return sorry(turn, [{ key: 'unknown.too-long', values: { count: text.length } }], []);
  const understood = understandHere(turn, text);
  switch (understood.kind) {
    case 'command':
      return understood.command.run(turn, understood.argument, understood.phrase);
    case 'needs-number':
      return askForNumber(turn, understood.command);
    case 'unknown':
      // A list says by itself what it is; nothing happens before a plan was shown.
      return turn.attached ? syncPayloads.run(turn, '') : suggest(turn, text, understood.near);
  }
}

/** An edit never acts; only one that would have been understood is worth a word. */
export function edited(turn: Turn, text: string): Answer | null {
  if (text.length > longestText || understandHere(turn, text).kind === 'unknown') return null;
  return sorry(turn, [{ key: 'unknown.edited' }], []);
}

const inPractice = vocabularyOf(commands);
const elsewhere = vocabularyOf(commands.filter((command) => !command.practiceOnly));

function understandHere({ desk, screen }: Turn, text: string): Understood {
  const { language } = screen.words;
  const understood = understand(text, desk.practice ? inPractice : elsewhere, language);
  if (understood.kind !== 'unknown') return understood;
  // Never offered outside of practice; whoever knows it is told so.
  const known = understand(text, inPractice, language);
  return known.kind === 'command' ? known : understood;
}

function askForNumber(turn: Turn, command: Command): Answer {
  const example = `${shown(command, turn.screen.words.language)} 17`;
  const buttons = [sayButton('runs', turn.screen.words), sayButton('help', turn.screen.words)];
  const sentences = [{ key: 'unknown.needs-number', values: { example } } as const];
  return { card: messageCard({ title: 'unknown.which-run', sentences, buttons }, turn.screen), place: 'below' };
}

function suggest(turn: Turn, text: string, near: readonly string[]): Answer {
  const next: Key = near.length > 0 ? 'unknown.near' : 'unknown.far';
  const heard = text.trim() === '' ? [] : [{ key: 'unknown.said', values: { text: quote(text) } } as const];
  return sorry(turn, [...heard, { key: next }], near);
}

function sorry(turn: Turn, sentences: readonly { key: Key; values?: Values }[], near: readonly string[]): Answer {
  const { words } = turn.screen;
  const buttons = [
    ...near.map((phrase) => typeButton(phrase, phrase)),
    sayButton('runs', words),
    sayButton('help', words),
  ];
  return { card: messageCard({ title: 'unknown.title', sentences, buttons }, turn.screen), place: 'below' };
}
