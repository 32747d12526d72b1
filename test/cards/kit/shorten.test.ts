import fc from 'fast-check';
import { shortened } from '../../../cards/kit/shorten.ts';

const letters = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

test.each([
  ['IPAD-07', 10, 'IPAD-07'],
  ['Konferenzraum 3.117', 9, 'Konf….117'],
  ['abcdef', 6, 'abcdef'],
  ['abcdefg', 6, 'abc…fg'],
])('%s in %i letters', (name, most, short) => {
  expect(shortened(name, most)).toBe(short);
});

test('a family of emoji is one letter and is not cut in two', () => {
  expect(shortened('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3)).toBe('👩‍👩‍👧‍👦…👩‍👩‍👧‍👦');
});

test('marks piled up on one letter do not make a card large', () => {
  const piled = `I${'\u0301'.repeat(200)}PAD`;
  expect(shortened(piled, 20)).toBe(`I${'\u0301'.repeat(23)}PAD`);
});

test('whatever the name, it begins and ends as it did and is no longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 3, max: 40 }), (name, most) => {
      const [all, short] = [letters(name), shortened(name, most)];
      if (all.length <= most) return short === name;
      const [head, tail] = short.split(/…(?=[^…]*$)/) as [string, string];
      return name.startsWith(head) && name.endsWith(tail) && letters(head).length + letters(tail).length < most + 1;
    }),
  );
});
