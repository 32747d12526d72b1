import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvOf, rowsOf } from '../../../bot/commands/csv.ts';
import { mostNames, readPasted } from '../../../bot/commands/paste.ts';
import { serialsIn } from '../../../bot/commands/serials/list.ts';
import { textIn } from '../../../bot/teams/file-text.ts';
import { type Claim, claim } from '../claim.ts';
import { outsideText } from '../inputs/text.ts';

const cell = fc.oneof(
  outsideText,
  fc.constantFrom(
    'Device name',
    'Имя устройства',
    'Gerätename',
    'Serial number',
    'LT-01',
    'C02XK0AAJG5H',
    'sep=;',
    '1.',
    '•',
  ),
);
const lines = fc
  .tuple(
    fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 }),
    fc.constantFrom(',', ';', '\t', ', ', ' '),
    fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\n\n'),
  )
  .map(([rows, delimiter, end]) => rows.map((row) => row.join(delimiter)).join(end));
const encodings = { 'utf-8': [], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;

/** What spreadsheets calculate (OWASP, CSV injection). */
const calculated = /^\s*[=+\-@＝＋－＠]/;

export const listClaims: readonly Claim[] = [
  claim({
    name: 'lists: every name stands once, and where it was read',
    input: fc.oneof(lines, outsideText),
    share: 10,
    holds(text) {
      const { names, repeated, skipped } = readPasted(text);
      const ends = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).length;
      assert.ok(names.length <= mostNames && skipped >= 0);
      assert.ok(
        names.every(({ line }) => line >= 1 && line <= ends),
        JSON.stringify({ names, ends }),
      );
      assert.equal(new Set(names.map((one) => one.text)).size, names.length);
      assert.ok(repeated.every((one) => one.times > 1));
    },
  }),
  claim({
    name: 'lists: a serial stands once, and nothing is asked for but what can be one',
    input: fc.oneof(lines, outsideText),
    share: 6,
    holds(text) {
      const { serials, nonsense, repeated, skipped } = serialsIn(text);
      assert.equal(new Set(serials).size, serials.length);
      assert.ok(
        serials.every((one) => /^[\p{L}\p{N} ._/+-]{4,64}$/u.test(one)),
        JSON.stringify(serials),
      );
      assert.ok(nonsense.every((one) => !serials.includes(one)));
      assert.ok(repeated >= 0 && skipped >= 0);
    },
  }),
  claim({
    name: 'lists: no cell of a file is calculated, and all are read again',
    input: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
    share: 8,
    holds(rows) {
      const written = csvOf(['a', 'b', 'c'], rows).slice(1);
      const read = rowsOf(written.replaceAll('\r\n', '\n'), ',');
      assert.ok(read, 'the quotes do not add up');
      const [, ...body] = read.slice(0, -1);
      assert.deepEqual([...new Set(body.map((row) => row.length))], rows.length > 0 ? [3] : []);
      assert.deepEqual(
        body.flat().filter((one) => calculated.test(one)),
        [],
      );
    },
  }),
  claim({
    name: 'lists: the bytes of a file are text, or no text',
    input: fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.tuple(outsideText, fc.constantFrom(...Object.values(encodings))).map(([text, mark]) => bytesOf(text, mark)),
    ),
    share: 4,
    holds(bytes) {
      const text = textIn(bytes);
      if (text !== null) readPasted(text);
    },
  }),
];

function bytesOf(text: string, mark: readonly number[]): Uint8Array {
  if (mark.length === 0) return Buffer.from(text);
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from([...mark, ...(mark[0] === 0xfe ? bytes.swap16() : bytes)]);
}
