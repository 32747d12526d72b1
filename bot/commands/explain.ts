import type { Key, Values } from '../../cards/words/index.ts';
import { type ErrorCode, errorCodeFrom } from '../knowledge/error-codes.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton, typeButton } from '../views/buttons.ts';
import { explainCard } from '../views/explain.ts';
import { quote } from '../views/quote.ts';
import type { Answer, Command, Turn } from './define.ts';

export const explain: Command = {
  name: 'explain',
  phrases: {
    en: ['explain', 'explain error', 'explain code', 'explain error code', 'error code'],
    ru: ['объясни', 'объяснить', 'объясни ошибку', 'объясни код', 'объясни код ошибки', 'код ошибки'],
    de: ['erkläre', 'erklär', 'erkläre fehler', 'erkläre code', 'erkläre fehlercode', 'fehlercode', 'was bedeutet'],
  },
  takes: 'text',
  about: 'command.explain',
  run: async (turn, argument) => explainAnswer(turn, argument),
};

export function explainAnswer(turn: Turn, text: string): Answer {
  if (text === '') return ask(turn, []);
  const [code, ...more] = codesIn(text);
  if (!code) return ask(turn, [{ key: 'explain.not-a-code', values: { text: quote(text) } }]);
  if (more.length === 0) return { card: explainCard(code, turn.screen), place: 'below' };
  const codes = [code, ...more].slice(0, mostCodes).map(({ hex }) => hex);
  return ask(turn, [{ key: 'explain.several', values: { codes: turn.screen.words.list(codes) } }]);
}

const mostCodes = 5;

/** The whole text as one code, else every code in it, each once: people paste `error -2016341112 (0x87D11388)`. */
export function codesIn(text: string): ErrorCode[] {
  const whole = errorCodeFrom(text);
  if (whole) return [whole];
  const found = (text.match(codeLike) ?? []).flatMap((part) => errorCodeFrom(part) ?? []);
  return [...new Map(found.map((code) => [code.hex, code])).values()];
}

/** Decimals of six digits and more: shorter ones beside other words are versions, counts and years. */
const codeLike =
  /(?<![\p{L}\p{N}])(?:0x[0-9a-f]{1,16}|(?=\d*[a-f])[0-9a-f]{8}|[-−–]?\d{6,20}|[-−–]\d{1,3}(?: \d{3}){2,5})(?![\p{L}\p{N}])/giu;

const example = '0x87D11388';

function ask(turn: Turn, first: readonly { key: Key; values: Values }[]): Answer {
  const { words } = turn.screen;
  const typed = `${explain.phrases[words.language][0]} ${example}`;
  const sentences = [...first, { key: 'explain.ask', values: { example: typed } } as const];
  const buttons = [typeButton(typed, typed), sayButton('help', words)];
  return { card: messageCard({ title: 'explain.title', sentences, buttons }, turn.screen), place: 'below' };
}
