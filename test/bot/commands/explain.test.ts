import fc from 'fast-check';
import type { Turn } from '../../../bot/commands/define.ts';
import { codesIn, explainAnswer } from '../../../bot/commands/explain.ts';
import { openLexicon } from '../../../cards/words/index.ts';

const codes = (text: string) => codesIn(text).map(({ hex }) => hex);

describe('a code among other words', () => {
  test.each([
    ['0x87d11388', ['0x87D11388']],
    ['87d11388', ['0x87D11388']],
    ['-2 016 341 112', ['0x87D11388']],
    ['error -2016341112 (0x87d11388)', ['0x87D11388']],
    ['ошибка −2016341112', ['0x87D11388']],
    ['status: -2016341112, app 17 of 2026', ['0x87D11388']],
    ['-2 016 341 112 on ipad-07', ['0x87D11388']],
    ['0x87d11388 or 0x87d1041c', ['0x87D11388', '0x87D1041C']],
    ['ipad-07', []],
    ['lt-0388 since 2026', []],
    ['abcdefab1 and facade', []],
    ['0x87d1138800000000000', []],
    ['', []],
  ])('%j', (text, found) => {
    expect(codes(text)).toEqual(found);
  });
});

test('any text is answered with a card', () => {
  const words = openLexicon()('en', 'UTC');
  const turn = { screen: { words, now: new Date(0), practice: false } } as Turn;
  const told = (text: string) => explainAnswer(turn, text).card.fallbackText;
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.bigInt().map(String)), (text) => {
      expect(told(text)).toMatch(/^Error/);
    }),
  );
});
