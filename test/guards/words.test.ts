/** The sentences: all languages alike, none unused, none anywhere else. A failure names the file to edit. */
import { globSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { commands } from '../../bot/commands/index.ts';
import { understand, vocabularyOf } from '../../bot/commands/understand.ts';
import { gallery } from '../../cards/gallery/index.ts';
import { de } from '../../cards/words/de.ts';
import { en } from '../../cards/words/en.ts';
import {
  type Key,
  openLexicon,
  type Sentences,
  type Words,
  type WordsLanguage,
  wordsLanguages,
} from '../../cards/words/index.ts';
import { ru } from '../../cards/words/ru.ts';
import { root, shippedFiles } from './project-files.ts';
import { textsIn } from './words-in-source.ts';

/** The compiler keeps it complete. */
const sentences: Record<WordsLanguage, Sentences> = { en, ru, de };
const keys = Object.keys(en) as Key[];

type Part = { type: number; value: string; options?: Record<string, { value: Part[] }> };
const partsOf = (language: WordsLanguage, key: Key) =>
  new IntlMessageFormat(sentences[language][key], language, undefined, { ignoreTag: true }).getAst() as Part[];

/** What the message parser calls them. */
const plain = 0;
const plural = 6;

const deep = (parts: Part[]): Part[] =>
  parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => deep(value))]);

describe('all languages', () => {
  test('have the same keys', () => {
    const odd = (these: object, those: object) => Object.keys(these).filter((key) => !(key in those));
    for (const language of wordsLanguages) {
      const its = sentences[language];
      const found = {
        [`add to ${language}.ts`]: odd(en, its),
        [`add to en.ts, or take from ${language}.ts`]: odd(its, en),
      };
      expect(Object.values(found).flat().length > 0 ? found : {}).toEqual({});
    }
  });

  test('are told the same values', () => {
    const values = (language: WordsLanguage, key: Key) =>
      [...new Set(deep(partsOf(language, key)).flatMap(({ type, value }) => (type === plain ? [] : [value])))]
        .filter((value) => value !== undefined)
        .sort();
    const different = wordsLanguages.flatMap((language) =>
      keys
        .filter((key) => values('en', key).join() !== values(language, key).join())
        .map((key) => `cards/words/${language}.ts: ${key}`),
    );
    expect({ 'make the {values} the same as in cards/words/en.ts': different }).toEqual({
      'make the {values} the same as in cards/words/en.ts': [],
    });
  });

  test('count in every form their grammar has', () => {
    const missing = wordsLanguages.flatMap((language) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      return keys.flatMap((key) =>
        deep(partsOf(language, key))
          .filter(({ type }) => type === plural)
          .flatMap(({ options = {} }) => forms.filter((form) => !(form in options)))
          .map((form) => `cards/words/${language}.ts: ${key} lacks "${form}"`),
      );
    });
    expect(missing).toEqual([]);
  });

  test.each([
    ['an exclamation mark', /!/],
    ['an ending in brackets, where a neutral turn is possible', /\p{L}\([а-яё]{1,3}\)|\p{L}[(*:_/]-?in(nen)?\b/u],
    ['a straight apostrophe or quotation mark', /(?<=\p{L})'|"/u],
    ['two spaces, or one at an end', / {2}|^ | $/],
    ['three dots', /\.\.\./],
  ])('are written without %s', (_, pattern) => {
    const found = wordsLanguages.flatMap((language) =>
      keys.filter((key) => pattern.test(sentences[language][key])).map((key) => `cards/words/${language}.ts: ${key}`),
    );
    expect({ edit: found }).toEqual({ edit: [] });
  });
});

/** Quotes that begin small are what somebody would type; buttons and Intune's own words begin with a capital or hold one. */
const toType = /[“«„](\p{Ll}[^\p{Lu}”»“{]*(?:\{number\})?)[”»“]/gu;

test.each(wordsLanguages)('what a sentence tells people to write is understood (%s)', (language) => {
  const vocabulary = vocabularyOf(commands);
  const told = keys.flatMap((key) =>
    [...sentences[language][key].matchAll(toType)].map(([, text = '']) => ({
      key,
      text: text.replace('{number}', '17'),
    })),
  );
  expect(told.length).toBeGreaterThan(5);
  const ownWords = new Set(Object.values(sentences[language]).map((sentence) => sentence.toLowerCase()));
  const typed = told.filter(({ text }) => !ownWords.has(text));
  const lost = typed.filter(({ text }) => understand(text, vocabulary, language).kind === 'unknown');
  expect({ [`edit cards/words/${language}.ts, or the phrases in bot/commands`]: lost }).toEqual({
    [`edit cards/words/${language}.ts, or the phrases in bot/commands`]: [],
  });
});

test('every sentence is used', () => {
  // A key written out in the source is used. One that is put together, such as `status.${kind}`, counts only if a
  // sample of the gallery makes a card say it: the template alone would excuse every key that looks like it.
  const sources = shippedFiles().filter((file) => !/^cards\/words\/[a-z]{2}\.ts$/.test(file));
  const written = new Set(sources.flatMap(textsIn).flatMap(({ text, isTemplate }) => (isTemplate ? [] : [text])));
  const said = saidByTheGallery();
  const unused = keys.filter((key) => !written.has(key) && !said.has(key));
  expect({ 'delete from cards/words, or show it in a sample of cards/gallery/samples': unused }).toEqual({
    'delete from cards/words, or show it in a sample of cards/gallery/samples': [],
  });
});

function saidByTheGallery(): Set<string> {
  const said = new Set<string>();
  const words = openLexicon()('en', 'Europe/Berlin');
  const listening: Words = {
    ...words,
    say(key, values) {
      said.add(key);
      return words.say(key, values);
    },
  };
  for (const { samples } of gallery) for (const sample of samples) sample.draw(listening);
  return said;
}

test('no card, view or command brings a sentence of its own', () => {
  const files = globSync(['cards/*.ts', 'cards/kit/*.ts', 'bot/{views,commands}/**/*.ts'], { cwd: root }).sort();
  const twoWords = /\p{L}{2,}[\s,.:;–—-]*\s[\s,.:;–—-]*\p{L}{2,}/u;
  const vocabulary = vocabularyOf(commands);
  /** What a person would type is understood, and no sentence. */
  const typed = (text: string) => understand(text, vocabulary, 'en').kind !== 'unknown';
  /** What people say is written as patterns. */
  const isPattern = (text: string) => text.includes('(?:');
  const isKey = (text: string) => /^[\w*-]+(\.[\w*-]+)+$/.test(text);
  const found = files
    .flatMap(textsIn)
    .filter(({ text }) => twoWords.test(text.replaceAll('*', ' ')) && !isKey(text) && !isPattern(text))
    .filter(({ text }) => !typed(text.replaceAll('*', '1')))
    .map(({ file, text }) => `${file}: "${text}"`);
  expect({ 'move into cards/words': found }).toEqual({ 'move into cards/words': [] });
});
