import fc from 'fast-check';
import { key, literal, pageFor, query } from '../../../bot/graph/odata.ts';

/** Anything that can be sent at all: half of a character becomes the sign for one that is missing. */
const anything = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

describe('a key', () => {
  test('is one segment of its path, and means itself, whatever it is', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        const { pathname } = new URL(`http://localhost/beta/things/${key(one)}/parts/${key(other)}/action`);
        const segments = pathname.split('/').map(decodeURIComponent);
        expect(segments).toHaveLength(7);
        const [, , , first, , second] = segments;
        const quoted = (text: string) => (['', '.', '..'].includes(text) ? `'${text}'` : text.toWellFormed());
        expect([first, second]).toEqual([quoted(one), quoted(other)]);
      }),
      {
        examples: [
          ['..', '.'],
          ['', "O'Neil"],
          ['a/b?c#d', '%2e%2e'],
          ['a:b', '\\..\\'],
        ],
      },
    );
  });
});

describe('a text in a filter', () => {
  test('ends where it ends, and means itself, whatever it is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const url = new URL(
          `http://localhost/things${query({ $select: ['id'], $filter: `name eq ${literal(text)}` })}`,
        );
        const read = /^name eq '((?:[^']|'')*)'$/su.exec(url.searchParams.get('$filter') ?? '')?.[1];
        expect(read?.replaceAll("''", "'")).toBe(text.toWellFormed());
        expect([...url.searchParams.keys()]).toEqual(['$select', '$filter']);
        expect(url.hash).toBe('');
      }),
      { examples: [["O'Neil & sons"], ["' or 1 eq 1"], ['100 % #1 + more'], ['Ноутбук Анны']] },
    );
  });
});

test('only what was given is in a query', () => {
  expect(query({ $select: ['id', 'name'], $filter: undefined, $top: 5 })).toBe('?$select=id,name&$top=5');
});

test.each([
  [0, 1],
  [25, 25],
  [5_000, 100],
  [Number.POSITIVE_INFINITY, 100],
])('for %d rows, pages of %d are asked for', (most, page) => {
  expect(pageFor(most)).toBe(page);
});
