import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** The sentences the bot can say, by key; every language has the same keys or does not compile. */
export type Key = keyof typeof en;
export type Sentences = Record<Key, string>;

const sentences = { en, ru, de } satisfies Record<string, Sentences>;
export type WordsLanguage = keyof typeof sentences;
export const wordsLanguages = Object.keys(sentences) as WordsLanguage[];

export type Values = Record<string, string | number>;

/** One language and one time zone. */
export type Words = {
  language: WordsLanguage;
  zone: string;
  say(key: Key, values?: Values): string;
  /** `14:37 (12:37 UTC)`, and `on 3 May` where that is not the day of `now`, with its year where that is another one. */
  when(at: Date, now: Date): string;
  /** `14:37`, or `3 May, 14:37` on another day; for rows that are told their zone once. */
  short(at: Date, now: Date): string;
  /** `19 February 2024`: a day of the calendar, wherever one is. */
  date(at: Date): string;
  /** The same with the day of the week, so that "next Friday" can be checked. */
  weekdayAndDate(at: Date): string;
  /** `14:37:05 (12:37:05 UTC)`, where a minute is too rough. */
  toTheSecond(at: Date): string;
  /** `14:37`, for buttons. */
  clock(at: Date): string;
  /** `in 4 minutes`, `in 13 hours`: how long it is until then, rounded up. */
  wait(at: Date, now: Date): string;
  /** `4 minutes ago`, `13 hours ago`, `41 days ago`: how long it has been, rounded down. */
  ago(at: Date, now: Date): string;
  /** `Ana, Jon and Mia` */
  list(names: readonly string[]): string;
  /** `this or that` */
  either(names: readonly string[]): string;
  /** `this · that`: what is known of one thing, on one line. */
  row(parts: readonly string[]): string;
  /** `English and Russian`: what the bot speaks. */
  spoken(): string;
  /** `Русский (Russian)`, to choose by whoever reads either. */
  languageName(language: WordsLanguage): string;
};

export type Lexicon = (language: WordsLanguage, zone: string) => Words;

/** Parsing a message costs thirty times as much as using it, so what was parsed is kept. */
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
  const plain = new Map<Key, string>();
  const all = new Intl.ListFormat(localeOf(language), { type: 'conjunction' });
  const any = new Intl.ListFormat(localeOf(language), { type: 'disjunction' });

  function format(key: Key, values?: Values): string {
    const message =
      parsed.get(key) ?? new IntlMessageFormat(sentences[language][key], language, undefined, { ignoreTag: true });
    parsed.set(key, message);
    return String(message.format(values && isolated(values)));
  }
  function say(key: Key, values?: Values): string {
    if (values) return format(key, values);
    const said = plain.get(key) ?? format(key);
    plain.set(key, said);
    return said;
  }
  const lists = {
    list: (names: readonly string[]) => all.format(names.map(toItself)),
    either: (names: readonly string[]) => any.format(names.map(toItself)),
    row: (parts: readonly string[]) => parts.map(toItself).join(' · '),
  };
  return { language, zone, say, ...timesFor(language, zone, say), ...lists, ...namesFor(language, lists.list) };
}

function namesFor(language: WordsLanguage, list: Words['list']): Pick<Words, 'spoken' | 'languageName'> {
  const spoken = list(wordsLanguages.map((one) => nameIn(language, one)));
  return {
    spoken: () => spoken,
    languageName(one) {
      const own = nameIn(one, one);
      const title = `${own.charAt(0).toLocaleUpperCase(one)}${own.slice(1)}`;
      return one === language ? title : `${title} (${nameIn(language, one)})`;
    },
  };
}

const nameIn = (reader: WordsLanguage, language: WordsLanguage) =>
  new Intl.DisplayNames(localeOf(reader), { type: 'language' }).of(language) ?? language;

/** What is written from right to left, or turns the direction, keeps to itself and leaves our sentence in its order. */
function isolated(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? toItself(value) : value]),
  );
}

const toItself = (text: string) => (turns.test(text) ? `\u2068${text}\u2069` : text);

const turns =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202a-\u202e\u2066-\u2069]/u;

function timesFor(language: WordsLanguage, zone: string, say: Words['say']): Times {
  const hours = { hour: '2-digit', minute: '2-digit' } as const;
  const here = formatterFor(language, zone, hours);
  const utc = formatterFor(language, 'UTC', hours);
  const year = formatterFor(language, zone, { year: 'numeric' });
  const dayIn = (month: 'long' | 'short') => {
    const [day, ofYear] = [{ day: 'numeric', month } as const, { day: 'numeric', month, year: 'numeric' } as const];
    const [plain, full] = [formatterFor(language, zone, day), formatterFor(language, zone, ofYear)];
    return (at: Date, now: Date) => (year.format(at) === year.format(now) ? plain : full).format(at);
  };
  const [day, shortDay] = [dayIn('long'), dayIn('short')];
  const calendar = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const withWeekday = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' });
  const wait = new Intl.RelativeTimeFormat(language);
  const hereToTheSecond = formatterFor(language, zone, { ...hours, second: '2-digit' });
  const utcToTheSecond = formatterFor(language, 'UTC', { ...hours, second: '2-digit' });
  const inUtc = (there: string, at: string) => (zone === 'UTC' ? `${at} UTC` : `${there} (${at} UTC)`);
  const both = (at: Date) => inUtc(here.format(at), utc.format(at));
  const sameDay = (at: Date, now: Date) => day(at, now) === day(now, now);
  return {
    date: (at) => calendar.format(at),
    weekdayAndDate: (at) => withWeekday.format(at),
    clock: (at) => here.format(at),
    toTheSecond: (at) => inUtc(hereToTheSecond.format(at), utcToTheSecond.format(at)),
    short: (at, now) => (sameDay(at, now) ? here.format(at) : `${shortDay(at, now)}, ${here.format(at)}`),
    when: (at, now) => (sameDay(at, now) ? both(at) : say('time.dated', { time: both(at), day: day(at, now) })),
    wait(at, now) {
      const minutes = Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 60_000));
      return minutes > 90 ? wait.format(Math.ceil(minutes / 60), 'hour') : wait.format(minutes, 'minute');
    },
    ago(at, now) {
      const minutes = Math.max(1, Math.floor((now.getTime() - at.getTime()) / 60_000));
      if (minutes < 90) return wait.format(-minutes, 'minute');
      const hours = Math.floor(minutes / 60);
      return hours < 48 ? wait.format(-hours, 'hour') : wait.format(-Math.floor(hours / 24), 'day');
    },
  };
}

type Times = Pick<Words, 'date' | 'weekdayAndDate' | 'when' | 'toTheSecond' | 'short' | 'clock' | 'wait' | 'ago'>;

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
