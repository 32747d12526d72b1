import { type ActionName, actionNames } from '../actions/define.ts';
import type { Language } from '../ports.ts';
import { phrasesOf } from './action-phrases.ts';

type AgainWish = { only: 'all' | 'failed'; action: ActionName | null };

/** The first of each language is the one its button says. */
export const failures: Record<Language, readonly [string, ...string[]]> = {
  en: ['failed', 'failures'],
  ru: ['неудачные', 'неудачное', 'ошибки'],
  de: ['fehlgeschlagene', 'fehlgeschlagenes', 'fehlgeschlagen', 'fehler'],
};

/** What may follow; anything else is not guessed at, because a repeat starts something. */
const whats = new Map<string, AgainWish>([
  ['', { only: 'all', action: null }],
  ...Object.values(failures).flatMap((words) => words.map((word) => [word, { only: 'failed', action: null }] as const)),
  ...actionNames.flatMap((action) =>
    phrasesOf(action).map((noun) => [noun.join(' '), { only: 'all', action }] as const),
  ),
]);

export const againWishFrom = (said: string): AgainWish | null => whats.get(said) ?? null;
