import fc from 'fast-check';
import type { PersonId } from '../../../bot/ports.ts';
import { whoLooks } from '../../../bot/watches/who-looks.ts';

const mayLook = fc.array(
  fc.record({
    key: fc.integer({ min: 1, max: 30 }).map((id) => `device:${id}`),
    personId: fc.integer({ min: 1, max: 8 }).map((id) => `person ${id}` as PersonId),
  }),
);

test('each thing is looked at once, by somebody who watches it', () => {
  fc.assert(
    fc.property(mayLook, (may) => {
      const looks = [...whoLooks(may)].flatMap(([personId, keys]) => keys.map((key) => ({ key, personId })));
      const keys = looks.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(keys)).toEqual(new Set(may.map(({ key }) => key)));
      for (const { key, personId } of looks) expect(may).toContainEqual({ key, personId });
    }),
  );
});

test('twenty people who watch one device cost one look', () => {
  const may = Array.from({ length: 20 }, (_, index) => ({ key: 'device:1', personId: `${index}` as PersonId }));
  expect([...whoLooks(may).values()]).toEqual([['device:1']]);
});

test('whoever watches most looks at all of theirs, so that looks share requests', () => {
  const [ana, jon] = ['ana', 'jon'] as PersonId[];
  const may = ['1', '2', '3'].flatMap((key) => [
    { key, personId: ana! },
    ...(key === '1' ? [{ key, personId: jon! }] : []),
  ]);
  expect([...whoLooks(may)]).toEqual([[ana, ['1', '2', '3']]]);
});
