import { IntlMessageFormat } from 'intl-messageformat';
import { en } from '../words/en.ts';
import type { Key, Values, Words } from '../words/index.ts';

/** What a language may do to a card: take half as much room again, or be written from right to left. */
export const pseudoLocales = ['long', 'right-to-left'] as const;
export type PseudoLocale = (typeof pseudoLocales)[number];

/** English that cannot be taken for it: no letter of ours stays Latin, so whatever does was not said through the words. */
export function pseudoWords(words: Words, locale: PseudoLocale): Words {
  const turned = locale === 'long' ? longer : rightToLeft;
  const say = (key: Key, values?: Values) =>
    String(new IntlMessageFormat(turnedIn(messageOf(key), turned), 'en').format(values));
  return {
    ...words,
    say,
    when: (at, now) => turned(words.when(at, now)),
    short: (at, now) => turned(words.short(at, now)),
    date: (at) => turned(words.date(at)),
    weekdayAndDate: (at) => turned(words.weekdayAndDate(at)),
    toTheSecond: (at) => turned(words.toTheSecond(at)),
    wait: (at, now) => turned(words.wait(at, now)),
    ago: (at, now) => turned(words.ago(at, now)),
    list: (names) => names.join('; '),
    spoken: () => turned(words.spoken()),
    languageName: (language) => turned(words.languageName(language)),
    either: (names) => names.join(' / '),
  };
}

const messageOf = (key: Key) => new IntlMessageFormat(en[key], 'en', undefined, { ignoreTag: true }).getAst();

type Part = ReturnType<typeof messageOf>[number];

/** What the message parser calls plain text. */
const literal = 0;

function turnedIn(parts: readonly Part[], turned: (text: string) => string): Part[] {
  return parts.map((part) => {
    if (part.type === literal) return { ...part, value: turned(part.value) };
    if (!('options' in part)) return part;
    const options = Object.entries(part.options).map(([name, option]) => [
      name,
      { ...option, value: turnedIn(option.value, turned) },
    ]);
    return { ...part, options: Object.fromEntries(options) };
  });
}

const vowels = /[aeiou]/gi;

/** Every vowel twice: German and Russian take about that much more. */
const longer = (text: string) => text.replace(vowels, '$&$&').replace(/[a-z]/gi, (letter) => accented(letter));

const accented = (letter: string) => {
  const small = letterAt('áƀćďéƒğĥíĵķĺḿńóṕʠŕśťúṽŵẋýž', letter);
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
};

const rightToLeft = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => letterAt('אבגדהוזחטיכלמנסעפצקרשתםןףץ', letter));

const letterAt = (letters: string, letter: string) => [...letters][letter.toLowerCase().charCodeAt(0) - 97] ?? letter;
