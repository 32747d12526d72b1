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
  /** `14:37 (12:37 UTC)`, and `on 3 May` where that is not the day of `now`. */
  when(at: Date, now: Date): string;
  /** `14:37`, or `3 May, 14:37` on another day; for rows that are told their zone once. */
  short(at: Date, now: Date): string;
  /** `14:37`, for buttons. */
  clock(at: Date): string;
  /** `in 4 minutes`, `in 13 hours`: how long it is until then, rounded up. */
  wait(at: Date, now: Date): string;
  /** `Ana, Jon and Mia` */
  list(names: readonly string[]): string;
  /** `this or that` */
  either(names: readonly string[]): string;
};

export type Lexicon = (language: WordsLanguage, zone: string) => Words;

/** Parsing a message costs thirty times as much as using it, so what was parsed is kept (performance.md, E). */
export function openLexicon(): Lexicon {
  const asked = new Map<string, Words>();
  const kept = new Map<string, Words>();
  return (language, zone) => {
    const known = asked.get(`${language} ${zone}`);
    if (known) return known;
    // Anybody can name a zone, in any spelling: each real one is kept once, and the spellings are bounded.
    const real = zoneNamed(zone) ?? 'UTC';
    const words = kept.get(`${language} ${real}`) ?? wordsFor(language, real);
    if (asked.size >= spellingsKept) asked.clear();
    if (kept.size >= spellingsKept) kept.clear();
    asked.set(`${language} ${zone}`, words);
    kept.set(`${language} ${real}`, words);
    return words;
  };
}

const spellingsKept = 1_000;

function wordsFor(language: WordsLanguage, zone: string): Words {
  const parsed = new Map<Key, IntlMessageFormat>();
  const all = new Intl.ListFormat(localeOf(language), { type: 'conjunction' });
  const any = new Intl.ListFormat(localeOf(language), { type: 'disjunction' });

  function say(key: Key, values?: Values): string {
    const message =
      parsed.get(key) ?? new IntlMessageFormat(sentences[language][key], language, undefined, { ignoreTag: true });
    parsed.set(key, message);
    return String(message.format(values && isolated(values)));
  }
  const lists = {
    list: (names: readonly string[]) => all.format(names),
    either: (names: readonly string[]) => any.format(names),
  };
  return { language, zone, say, ...timesFor(language, zone, say), ...lists };
}

/** What is written from right to left, or turns the direction, keeps to itself and leaves our sentence in its order. */
function isolated(values: Values): Values {
  const kept = Object.entries(values).map(([name, value]) => [
    name,
    turns.test(String(value)) ? `\u2068${value}\u2069` : value,
  ]);
  return Object.fromEntries(kept) as Values;
}

const turns =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202a-\u202e\u2066-\u2069]/u;

function timesFor(language: WordsLanguage, zone: string, say: Words['say']): Times {
  const hours = { hour: '2-digit', minute: '2-digit' } as const;
  const here = formatterFor(language, zone, hours);
  const utc = formatterFor(language, 'UTC', hours);
  const day = formatterFor(language, zone, { day: 'numeric', month: 'long' });
  const shortDay = formatterFor(language, zone, { day: 'numeric', month: 'short' });
  const wait = new Intl.RelativeTimeFormat(language);
  const both = (at: Date) => (zone === 'UTC' ? `${utc.format(at)} UTC` : `${here.format(at)} (${utc.format(at)} UTC)`);
  const sameDay = (at: Date, now: Date) => day.format(at) === day.format(now);
  return {
    clock: (at) => here.format(at),
    short: (at, now) => (sameDay(at, now) ? here.format(at) : `${shortDay.format(at)}, ${here.format(at)}`),
    when: (at, now) => (sameDay(at, now) ? both(at) : say('time.dated', { time: both(at), day: day.format(at) })),
    wait(at, now) {
      const minutes = Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 60_000));
      return minutes > 90 ? wait.format(Math.ceil(minutes / 60), 'hour') : wait.format(minutes, 'minute');
    },
  };
}

type Times = Pick<Words, 'when' | 'short' | 'clock' | 'wait'>;

/** 24 hours, and no comma before the last of a list. */
const localeOf = (language: WordsLanguage) => (language === 'en' ? 'en-GB' : language);

function formatterFor(language: WordsLanguage, timeZone: string, parts: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone, hourCycle: 'h23' });
}

function zoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
