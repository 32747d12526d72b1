import { type ActionName, actionNames } from '../actions/define.ts';
import { actionNouns } from '../knowledge/action-nouns.ts';
import { type Phrase, phrases } from '../knowledge/phrases.ts';
import type { Language } from '../ports.ts';

/** Each action has its names in each language. */
const nouns: Readonly<Record<ActionName, Readonly<Record<Language, readonly string[]>>>> = actionNouns;

const known = new Map(actionNames.map((action) => [action, phrases(...Object.values(nouns[action]).flat())]));

/** What an action is called, in all languages. */
export const phrasesOf = (action: ActionName): readonly Phrase[] => known.get(action) ?? [];
