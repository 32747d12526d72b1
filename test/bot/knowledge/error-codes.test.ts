import fc from 'fast-check';
import { errorMeanings } from '../../../bot/knowledge/error-code-table.ts';
import { errorCodeFrom, meaningOf } from '../../../bot/knowledge/error-codes.ts';
import { openLexicon, wordsLanguages } from '../../../cards/words/index.ts';

const locked = { hex: '0x87D11388', signed: '-2016341112', unsigned: '2278626184' };
const explained = (text: string) => {
  const code = errorCodeFrom(text);
  return code && meaningOf(code);
};

describe('a code is read however a page prints it', () => {
  test.each([
    '0x87D11388',
    '0X87d11388',
    '87d11388',
    '0xFFFFFFFF87D11388',
    '-2016341112',
    '2278626184',
    '\u22122016341112',
    '–2016341112',
    ' - 2016341112 ',
    '-2 016 341 112',
    '\u22122\u2009016\u2009341\u2009112',
    '-2\u00a0016\u00a0341\u00a0112',
    '-2\u202f016\u202f341\u202f112',
    '-2,016,341,112',
    '2.278.626.184',
    '\u200b-2016341112\ufeff',
    '－２０１６３４１１１２',
  ])('%j', (text) => {
    expect(errorCodeFrom(text)).toEqual(locked);
  });

  test.each([
    '',
    '0x',
    'hello',
    'deadbeefs',
    '0x87D11388G',
    '87D1138',
    '17 18',
    '1,2',
    '2,016,341.112',
    '--5',
    '18446744073709551616',
    '-9223372036854775809',
    '0x10000000000000000',
    '1e9',
    '−',
  ])('%j is no code', (text) => {
    expect(errorCodeFrom(text)).toBeNull();
  });

  test('eight digits without a letter are a decimal', () => {
    expect(errorCodeFrom('80070005')).toEqual({ hex: '0x04C5C575', signed: '80070005', unsigned: '80070005' });
  });
});

describe('a code of 64 bits', () => {
  test('is not rounded', () => {
    expect(errorCodeFrom('9007199254740993')).toEqual({
      hex: '0x0020000000000001',
      signed: '9007199254740993',
      unsigned: '9007199254740993',
    });
  });

  test('has its smallest and its greatest', () => {
    const smallest = { hex: '0x8000000000000000', signed: '-9223372036854775808', unsigned: '9223372036854775808' };
    expect(errorCodeFrom('-9223372036854775808')).toEqual(smallest);
    expect(errorCodeFrom('9223372036854775808')).toEqual(smallest);
    expect(errorCodeFrom('0x7FFFFFFFFFFFFFFF')?.signed).toBe('9223372036854775807');
  });

  test('comes back the same from each of its three spellings', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n), (value) => {
        const code = errorCodeFrom(String(value));
        expect(code).not.toBeNull();
        if (!code) return;
        for (const spelling of Object.values(code)) expect(errorCodeFrom(spelling)).toEqual(code);
        expect(BigInt.asUintN(64, BigInt(code.signed))).toBe(BigInt.asUintN(64, value));
      }),
    );
  });
});

test('any text is a code or none, and never breaks', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => errorCodeFrom(text) !== undefined));
});

describe('what a code means', () => {
  /** As Microsoft's pages pair them; the minus of the first ones is missing there. */
  test.each([
    ['2016330898', '0x87D13B6E'],
    ['2016330897', '0x87D13B6F'],
    ['2016330896', '0x87D13B70'],
    ['2016330895', '0x87D13B71'],
    ['2016330894', '0x87D13B72'],
    ['2016330893', '0x87D13B73'],
    ['2016330892', '0x87D13B74'],
    ['2016330891', '0x87D13B75'],
    ['2016330890', '0x87D13B76'],
    ['2016330889', '0x87D13B77'],
    ['2016330888', '0x87D13B78'],
    ['-2016341112', '0x87D11388'],
    ['-2016345060', '0x87D1041C'],
    ['-2016281112', '0x87D1FDE8'],
    ['-2016330883', '0x87D13B7D'],
    ['-2016345612', '0x87D101F4'],
    ['-942583883', '0xC7D14FB5'],
    ['-2133909476', '0x80CF201C'],
    ['-2147418113', '0x8000FFFF'],
    ['-2016315107', '0x87D1791D'],
  ])('%s is %s', (decimal, hex) => {
    expect(explained(decimal)?.hex).toBe(hex);
  });

  test('the documented list of what a sync can retry', () => {
    const cures = Array.from({ length: 11 }, (_, index) => explained(String(2016330888 + index))?.cure);
    const [yes, wait] = ['yes', 'not-for-seven-days'];
    expect(cures.toReversed()).toEqual([wait, yes, yes, yes, yes, yes, wait, yes, wait, yes, wait]);
  });

  test('a code of no list means nothing to us', () => {
    for (const text of ['0', '17', '0x8024402C', '9007199254740993', '-1']) expect(explained(text)).toBeNull();
  });

  test('every code of the table is found by itself, once', () => {
    for (const row of errorMeanings) expect(explained(row.hex)).toBe(row);
    expect(new Set(errorMeanings.map(({ hex }) => hex)).size).toBe(errorMeanings.length);
  });

  test.each(wordsLanguages)('every meaning is a whole sentence (%s)', (language) => {
    const words = openLexicon()(language, 'UTC');
    for (const { meaning } of errorMeanings) expect(words.say(meaning)).toMatch(/^[\p{Lu}i].+\.$/u);
  });
});
