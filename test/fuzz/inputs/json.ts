import fc from 'fast-check';
import { outsideText } from './text.ts';

/** Any JSON, deep ones too, with texts from outside in it. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 53, Number.POSITIVE_INFINITY, ''),
    outsideText,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(outsideText, tie('node'), { maxKeys: 3 }),
  ),
})).node;

/** The same object with some of its parts replaced by anything, or taken away. */
export const spoiled = (whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(whole, fc.array(fc.tuple(fc.nat(), fc.option(anyJson)), { maxLength: 3 }))
    .map(([object, changes]) => changes.reduce<unknown>((one, change) => withChange(one, ...change), object));

/** Puts a value in the place of one of the object's parts, whichever `where` comes to; null takes it away. */
function withChange(object: unknown, where: number, value: unknown): unknown {
  const copy = structuredClone(object);
  const places = placesIn(copy);
  const place = places[where % places.length];
  if (!place) return value;
  if (value === null) Reflect.deleteProperty(place.owner, place.key);
  else Reflect.set(place.owner, place.key, value);
  return copy;
}

type Place = { owner: object; key: string };

function placesIn(owner: unknown): Place[] {
  if (typeof owner !== 'object' || owner === null || owner instanceof Date) return [];
  return Object.entries(owner).flatMap(([key, part]) => [{ owner, key }, ...placesIn(part)]);
}

/** Every text in it, the names of its parts too. */
export function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, part]) => [key, ...textsIn(part)]);
}
