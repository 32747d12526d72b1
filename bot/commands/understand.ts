import { distance } from 'fastest-levenshtein';
import { spellings } from '../knowledge/phrases.ts';
import { type Language, languages } from '../ports.ts';
import { withoutCourtesy } from './courtesy.ts';
import type { Command } from './define.ts';

export type Understood =
  | { kind: 'command'; command: Command; argument: string; phrase: string }
  | { kind: 'needs-number'; command: Command }
  /** Nearest first; phrases that would be understood. */
  | { kind: 'unknown'; near: readonly string[] };

/** Longer than any command or pasted list we take. */
export const longestText = 20_000;

const suggestions = 3;

/** Every phrase of some commands, as it is compared; made once, because every message is compared with all of them. */
export type Vocabulary = readonly { command: Command; phrase: string }[];

export function vocabularyOf(commands: readonly Command[]): Vocabulary {
  return commands.flatMap((command) =>
    languages.flatMap((language) =>
      command.phrases[language].flatMap((phrase) => spellings(normal(phrase)).map((one) => ({ command, phrase: one }))),
    ),
  );
}

/** Text to command, pure. Every language is always understood. */
export function understand(typed: string, vocabulary: Vocabulary, language: Language): Understood {
  const text = withoutCourtesy(typed);
  const said = normal(text);
  const found = vocabulary
    .filter(({ phrase }) => beginsWith(said, phrase))
    .sort((a, b) => b.phrase.length - a.phrase.length)[0];
  if (!found) return { kind: 'unknown', near: nearest(said, vocabulary, language) };
  const { command, phrase } = found;
  const mistyped = isMeant(said, found, vocabulary) ? [] : nearlyAnother(said, vocabulary, found);
  if (mistyped.length > 0) return { kind: 'unknown', near: nearest(said, mistyped, language) };
  // Closing marks alone are no argument.
  if (command.takes === 'as-typed')
    return { kind: 'command', command, argument: said === phrase ? '' : typedAfter(text, phrase), phrase };
  return withArgument(found, said.slice(phrase.length).trim(), { said, vocabulary, language });
}

/** As whole words. */
const beginsWith = (said: string, phrase: string): boolean =>
  said.startsWith(phrase) && (said.length === phrase.length || said[phrase.length] === ' ');

/** "help sync exchange" is no slip of the finger, however near it is to "sync exchange". */
function isMeant(said: string, { command, phrase }: Vocabulary[number], vocabulary: Vocabulary): boolean {
  const after = said.slice(phrase.length + 1);
  if (phrase.includes(' ') || after === '' || /^\d+$/.test(after)) return true;
  return command.name === 'help' && vocabulary.some((other) => other.phrase === after);
}

/** A single word takes anything after it, a number for sure; with a slip of the finger the whole is more likely another command. */
const nearlyAnother = (said: string, vocabulary: Vocabulary, { command }: Vocabulary[number]): Vocabulary =>
  vocabulary.filter((other) => other.command !== command && offOf(said, other.phrase) <= slip);

/** This part of the letters may be wrong in a phrase that is meant; with another beginning, twice as many. */
const slip = 0.2;

/** Letters are counted only where the lengths leave it open: somebody may send twenty thousand of them. */
function offOf(said: string, phrase: string): number {
  const longer = Math.max(phrase.length, said.length);
  const atLeast = Math.abs(phrase.length - said.length) / longer;
  return atLeast > 2 * slip ? atLeast : distance(said, phrase) / longer;
}

/** What was typed after the longest of these phrases that it begins with; null where it begins with none. */
export function afterPhrase(text: string, phrases: readonly string[]): string | null {
  const said = normal(text);
  const begun = phrases.map(normal).filter((phrase) => beginsWith(said, phrase));
  const [longest] = begun.sort((a, b) => b.length - a.length);
  return longest === undefined ? null : typedAfter(text, longest);
}

/** What was typed after a phrase, as it was typed. */
function typedAfter(text: string, phrase: string): string {
  const spaces = text.matchAll(/[\s\u200b-\u200d\ufeff]+|$/g);
  for (const { index } of spaces) if (normal(text.slice(0, index)) === phrase) return text.slice(index).trim();
  return '';
}

type Said = { said: string; vocabulary: Vocabulary; language: Language };

function withArgument(found: Vocabulary[number], argument: string, { said, vocabulary, language }: Said): Understood {
  const { command } = found;
  if (command.takes === 'text') return { kind: 'command', ...found, argument };
  if (command.takes === 'nothing') {
    if (argument === '') return { kind: 'command', ...found, argument };
    return {
      kind: 'unknown',
      near: [...new Set([shown(command, language), ...nearest(said, vocabulary, language)])].slice(0, suggestions),
    };
  }
  if (command.takes === 'number-or-nothing' && argument === '') return { kind: 'command', ...found, argument };
  const number = runNumberIn(argument);
  return number === null ? { kind: 'needs-number', command } : { kind: 'command', ...found, argument: String(number) };
}

/** `17`, `#17`, `run 17`, `for the run 17`; null for anything else. */
export function runNumberIn(said: string): number | null {
  const number = Number(runNumber.exec(said)?.[1] ?? 0);
  return number > 0 ? number : null;
}

const beforeNumber: Record<Language, string> = {
  en: '(?:(?:for|on|of) )?(?:the )?run',
  ru: '(?:(?:по|о|для) )?запуск[ауе]?',
  de: '(?:(?:zu|zum|für|über) )?(?:(?:den|dem) )?lauf',
};

const runNumber = new RegExp(
  `^(?:(?:${Object.values(beforeNumber).join('|')}) )?(?:№|#|no\\.?|nr\\.?|n)?\\s*(\\d{1,9})$`,
  'u',
);

/** Whether one of these phrases is the one that was said. */
export const isOneOf = (phrases: readonly string[], phrase: string | undefined): boolean =>
  phrase !== undefined && phrases.flatMap((one) => spellings(normal(one))).includes(phrase);

/** Forgiving of case, spaces, quotes of all kinds, ё, a leading slash and closing punctuation. */
export function normal(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/["'`«»„“”‘’]/g, ' ')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u200b-\u200d\ufeff]+/g, ' ')
    .trim()
    .replace(/^\/\s*/, '')
    .replace(closing, '');
}

/** Looked at once for each stretch of it, not once for each sign: somebody may send twenty thousand dots. */
const closing = /(?<![\s.!?…,;:])[\s.!?…,;:]+$/;

/** What help shows for a command. */
export const shown = (command: Command, language: Language): string => command.phrases[language][0];

/** Commands whose phrase is within a third of its letters; told in the reader's language. */
function nearest(said: string, vocabulary: Vocabulary, language: Language): string[] {
  if (said.length > 80) return [];
  const scored = vocabulary
    .map(({ command, phrase }) => ({ command, off: offOf(said, phrase) }))
    .filter(({ off }) => off <= 2 * slip)
    .sort((a, b) => a.off - b.off);
  return [...new Set(scored.map(({ command }) => shown(command, language)))].slice(0, suggestions);
}
