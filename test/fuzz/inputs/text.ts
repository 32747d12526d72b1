import fc from 'fast-check';
import { commands } from '../../../bot/commands/index.ts';
import { languages } from '../../../bot/ports.ts';

/** What wants to be more than text to a card, a file, a database, a message format, a pattern or a program. */
const hostile = [
  ...['[Press here](https://evil.example/)', '![x](https://evil.example/x.png)', 'www.evil.example', '# Ana\n- **R**'],
  ...[
    '<at>Everybody</at>',
    '<script>alert(1)</script>',
    '<b>',
    '&lt;',
    '&#x0;',
    '&nbsp',
    '{{DATE(2026-01-01, SHORT)}}',
  ],
  ...['{name}', '{count, plural, one {#} other {#}}', "'{", '<%= x %>', '#{x}', '$&', '$`', '$1', '\\', '\\u0000'],
  ...["'; drop table run; --", '%00', '%', '../../etc/passwd', '__proto__', 'constructor', 'toString', 'null', 'NaN'],
  ...['=1+1', '@SUM(A1)', '+1', '-1', '\t=1', '＝1', '"', '""', "'", '«»', '“', ',', ';', '\t', '\n', '\r\n', '\r'],
  ...[
    '\0',
    '\x07',
    '\x1b[31m',
    '\ud800',
    '\udc00',
    '\u202eziuR\u202c',
    '\u2066',
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u2028',
  ],
  ...['👩‍💻', '🏴‍☠️', 'é', 'e\u0301', 'ﷺ', 'İ', 'ß', 'ǆ', 'Ａ', '٣', 'ё', 'שלום', '\u0301\u0301\u0301', '   ', '\u00a0'],
];

/** What people say here, and the values they say it of. */
const phrases = commands.flatMap(({ phrases }) => languages.flatMap((language) => phrases[language]));
const values = [
  ...['IPAD-07', 'LT-0421', 'EX01', 'maria', 'ana@contoso.example', '"VPN"', '«Zoom»', '17', '0', '-1', '99999999999'],
  ...[
    '0x87D11388',
    '-2016341112',
    '24 h',
    '30 days',
    '06:00',
    '25:61',
    '2026-02-30',
    '2026-13-45',
    '99.99.2026',
    'every monday',
    'каждый день',
  ],
  ...['in 2 hours', 'через полчаса', 'in 3 Tagen', '1 december', '30 февраля', 'nächsten Montag'],
  ...[
    'tomorrow',
    'morgen um 8',
    'Europe/Berlin',
    'Etc/Nowhere',
    'failed',
    'неудачные',
    'remove',
    'удалить',
    'on',
    'на',
  ],
  ...[
    'all',
    'все',
    'alles',
    'mine',
    'and',
    'и',
    'quick',
    'full',
    'until it checks in',
    'where script "X" failed',
    '429 7',
  ],
];

const long = fc
  .tuple(fc.constantFrom(...hostile, 'a', '1', ' ', ', ', 'x,'), fc.integer({ min: 2, max: 400 }))
  .map(([piece, times]) => piece.repeat(times));

/** What anybody may have typed, or called a device. */
export const outsideText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...hostile), weight: 4 },
  {
    arbitrary: fc
      .array(fc.constantFrom(...hostile, ...values, ' ', ' '), { minLength: 1, maxLength: 8 })
      .map((all) => all.join('')),
    weight: 4,
  },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }), weight: 2 },
  { arbitrary: long, weight: 1 },
);

/** A command in any language, or nearly one, with something after it. */
export const saidText: fc.Arbitrary<string> = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...phrases), fc.array(fc.oneof(fc.constantFrom(...values), outsideText), { maxLength: 5 }))
      .map(([phrase, more]) => [phrase, ...more].join(' ')),
    weight: 6,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...phrases), fc.nat(), outsideText)
      .map(
        ([phrase, at, put]) => phrase.slice(0, at % phrase.length) + put.slice(0, 2) + phrase.slice(at % phrase.length),
      ),
    weight: 2,
  },
  {
    arbitrary: fc.array(fc.constantFrom(...values, ...phrases), { maxLength: 6 }).map((all) => all.join(' ')),
    weight: 2,
  },
  { arbitrary: outsideText, weight: 2 },
);

/** What a pattern may get lost in, as long as a message can be: the same again and again, with another beginning or end. */
const repeated = [
  ...[
    ' ',
    '\n',
    '\t',
    ' \n',
    'a',
    '1',
    '_',
    '-',
    '.',
    ',',
    ';',
    ', ',
    '. ',
    '- ',
    '• ',
    '[ ] ',
    '1. ',
    '"',
    '«',
    '"a" ',
    "'",
  ],
  ...[
    '<at ',
    '<at>',
    '<br ',
    '&#1',
    '&amp',
    '[',
    '](',
    '\\',
    '{',
    '=',
    '/',
    'A/',
    '@',
    'a@',
    'a@.',
    'www.',
    '0x',
    '\u0301',
    '\u200b',
  ],
  ...[
    'on ',
    'and ',
    'и ',
    'if ',
    'older than ',
    'every ',
    'monday and ',
    '12:',
    '6 am ',
    'with app ',
    'remove ',
    'sep=;\n',
    'x,',
  ],
];
const end = fc.constantFrom('', 'x', '!', 'x ', '"', '\n', '.', 'older than 24 h');

export const longText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', ...phrases),
    end,
    fc.array(fc.constantFrom(...repeated), { minLength: 1, maxLength: 2 }),
    end,
  )
  .map(([phrase, before, pieces, after]) => `${phrase} ${before}${filled(pieces.join(''))}${after}`);

const filled = (piece: string) => piece.repeat(Math.ceil(19_900 / piece.length));

/** What was taken from outside and is kept: as long as any of Graph's names may be. */
export const nameText = outsideText.map((text) => text.slice(0, 300));
