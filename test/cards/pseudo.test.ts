/** Every sample in a language nobody speaks: what is still English was written into the card instead of the words. */
import { gallery } from '../../cards/gallery/index.ts';
import { pseudoLocales, pseudoWords } from '../../cards/gallery/pseudo.ts';
import type { Sample } from '../../cards/gallery/sample.ts';
import { unescaped } from '../../cards/kit/escape.ts';
import { openLexicon } from '../../cards/words/index.ts';

const english = openLexicon()('en', 'Europe/Berlin');

/** Whatever a reader sees or hears; the value of a choice or an input is data. */
const readBy = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText']);

function textsIn(node: unknown, name = '', of = ''): string[] {
  if (typeof node === 'string') return readBy.has(name) || (of === 'facts' && name === 'value') ? [node] : [];
  if (typeof node !== 'object' || node === null || name === 'data') return [];
  return Array.isArray(node)
    ? node.flatMap((one) => textsIn(one, '', name))
    : Object.entries(node).flatMap(([key, value]) => textsIn(value, key, of));
}

/** All that the view brought along: names, codes, addresses, and what the person had typed. */
function broughtBy(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(broughtBy);
}

/** A zone’s name that no language translates. */
const theSameEverywhere = ['UTC'];

/** Around a name that is mentioned. */
const withoutTags = (text: string) => text.replace(/<\/?at>/g, '');

const latin = /[A-Za-z]{2,}/g;

function strangersIn(sample: Sample, locale: (typeof pseudoLocales)[number]): string[] {
  const words = pseudoWords(english, locale);
  const brought = [words.zone, ...theSameEverywhere, ...broughtBy(sample.view(words))].join('\n');
  const texts = textsIn(sample.draw(words)).map((text) => unescaped(withoutTags(text)));
  return [...new Set(texts.flatMap((text) => text.match(latin) ?? []))].filter((word) => !brought.includes(word));
}

test.each(pseudoLocales)('no card says a word of its own (%s)', (locale) => {
  const found = gallery.flatMap(({ name, samples }) =>
    samples.flatMap((sample) => {
      const own = strangersIn(sample, locale);
      return own.length > 0 ? [`cards/${name}.ts, ${sample.state}: ${own.join(', ')}`] : [];
    }),
  );
  expect({ 'move into cards/words': found }).toEqual({ 'move into cards/words': [] });
});

test('a word that a card has of its own would be found', () => {
  const sample = {
    state: 'planted',
    view: () => ({ name: 'IPAD-07' }),
    draw: () => ({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'IPAD-07 is ready' }] }) as never,
  };
  expect(strangersIn(sample, 'long')).toEqual(['is', 'ready']);
});
