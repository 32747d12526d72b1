import type { Phrase } from '../knowledge/phrases.ts';
import { quoted, unquoted } from './quotes.ts';

/** One word, one text in quotes, or one separator of what somebody said. */
export type Token = {
  kind: 'word' | 'quoted' | 'separator';
  /** As typed, without quotes. */
  text: string;
  /** As it is compared with phrases; empty where it cannot be one. */
  word: string;
  start: number;
  end: number;
};

/** What has no width is not there. */
export const visible = (text: string): string => text.replace(/[\u200b\u2060\ufeff\0]/g, '');

const token = new RegExp(`(${quoted})(?=[\\s,;:.!?)]|$)|([,;])|[^\\s,;]+`, 'gu');

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].map((match) => {
    const [all, inQuotes, separator] = match;
    const kind = inQuotes ? 'quoted' : separator ? 'separator' : 'word';
    const at = { start: match.index, end: match.index + all.length };
    return { kind, text: unquoted(all), word: kind === 'word' ? wordOf(all) : '', ...at };
  });
}

const wordOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\p{Pd}/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');

/** How many tokens one of these phrases takes here; 0 where none stands. */
export function lengthAt(tokens: readonly Token[], at: number, phrases: readonly Phrase[]): number {
  return phrases.find((phrase) => phrase.every((word, index) => tokens[at + index]?.word === word))?.length ?? 0;
}

/** The same at the end of the tokens. */
export function lengthAtEnd(tokens: readonly Token[], phrases: readonly Phrase[]): number {
  const fits = phrases.filter((phrase) => phrase.length < tokens.length);
  return fits.find((phrase) => lengthAt(tokens, tokens.length - phrase.length, [phrase]) > 0)?.length ?? 0;
}

/** Without the separators around them. */
export function trimmed(tokens: readonly Token[]): Token[] {
  const first = tokens.findIndex(({ kind }) => kind !== 'separator');
  const last = tokens.findLastIndex(({ kind }) => kind !== 'separator');
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

export const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
