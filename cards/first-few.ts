import type { Words } from './words/index.ts';

/** `count`: how many there are, where not all are named. */
type Named = { names: readonly string[]; count?: number };

/** `A, B and 8 more` */
export function firstFew({ names, count = names.length }: Named, most: number, words: Words): string {
  const shown = names.slice(0, most);
  const more = count - shown.length;
  return words.list(more > 0 ? [...shown, words.say('board.more', { count: more })] : shown);
}
