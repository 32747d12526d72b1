import type { Language } from '../connector-types.ts';
import { de } from './words-de.ts';
import { en, type Words } from './words-en.ts';
import { ru } from './words-ru.ts';

export type { Words } from './words-en.ts';

const all: Record<Language, Words> = { 'en-US': en, 'ru-RU': ru, 'de-DE': de };

export const languages = Object.keys(all) as Language[];

export const wordsFor = (language: Language): Words => all[language] ?? en;

export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
