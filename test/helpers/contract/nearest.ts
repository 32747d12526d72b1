import { closest, distance } from 'fastest-levenshtein';

const farthest = 4;
const mostListed = 12;

/** What an unknown name may have meant, as the end of a sentence. */
export function ratherThan(name: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const near = closest(name, known);
  if (distance(name, near) <= farthest) return `, did you mean \`${near}\`?`;
  return known.length <= mostListed ? `, there is only \`${known.join('`, `')}\`` : '';
}
