import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** The sentences the bot can say, by key; every language has the same keys or does not compile. */
export type Key = keyof typeof en;
export type Sentences = Record<Key, string>;

const sentences = { en, ru } satisfies Record<string, Sentences>;
export type WordsLanguage = keyof typeof sentences;
export const wordsLanguages = Object.keys(sentences) as WordsLanguage[];

export type Values = Record<string, string | number>;

/** One language and one time zone. */
export type Words = {
  language: WordsLanguage;
  zone: string;
  say(key: Key, values?: Values): string;
  /** `14:37 (12:37 UTC)`, with the day where it is not the day of `now`. */
  when(at: Date, now: Date): string;
  /** `14:37`, for buttons. */
  clock(at: Date): string;
  /** `Ana, Jon and Mia` */
  list(names: readonly string[]): string;
};

export type Lexicon = (language: WordsLanguage, zone: string) => Words;

/** Parsing a message costs thirty times as much as using it, so what was parsed is kept (performance.md, E). */
export function openLexicon(): Lexicon {
  const kept = new Map<string, Words>();
  return (language, zone) => {
    const key = `${language} ${zone}`;
    const words = kept.get(key) ?? wordsFor(language, zone);
    kept.set(key, words);
    return words;
  };
}

function wordsFor(language: WordsLanguage, asked: string): Words {
  const zone = isZone(asked) ? asked : 'UTC';
  const parsed = new Map<Key, IntlMessageFormat>();
  const list = new Intl.ListFormat(language, { type: 'conjunction' });

  function say(key: Key, values?: Values): string {
    const message =
      parsed.get(key) ?? new IntlMessageFormat(sentences[language][key], language, undefined, { ignoreTag: true });
    parsed.set(key, message);
    return String(message.format(values));
  }
  return { language, zone, say, ...timesFor(language, zone), list: (names) => list.format(names) };
}

function timesFor(language: WordsLanguage, zone: string): Pick<Words, 'when' | 'clock'> {
  const here = formatterFor(language, zone, { hour: '2-digit', minute: '2-digit' });
  const utc = formatterFor(language, 'UTC', { hour: '2-digit', minute: '2-digit' });
  const day = formatterFor(language, zone, { day: 'numeric', month: 'long' });
  const both = (at: Date) => (zone === 'UTC' ? `${utc.format(at)} UTC` : `${here.format(at)} (${utc.format(at)} UTC)`);
  return {
    clock: (at) => here.format(at),
    when: (at, now) => (day.format(at) === day.format(now) ? both(at) : `${day.format(at)}, ${both(at)}`),
  };
}

function formatterFor(language: WordsLanguage, timeZone: string, parts: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...parts, timeZone, hourCycle: 'h23' });
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
