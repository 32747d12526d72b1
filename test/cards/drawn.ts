import { gallery } from '../../cards/gallery/index.ts';
import type { Card } from '../../cards/kit/types.ts';
import { openLexicon, type Words, wordsLanguages } from '../../cards/words/index.ts';

/** A card of the gallery, drawn in one language. */
export type Drawn = { name: string; state: string; words: Words; card: Card };

const lexicon = openLexicon();
const vocabularies = wordsLanguages.map((language) => lexicon(language, 'Europe/Berlin'));

/** Every sample in every language. */
export const drawn: readonly Drawn[] = gallery.flatMap(({ name, samples }) =>
  samples.flatMap((sample) =>
    vocabularies.map((words) => ({ name, state: sample.state, words, card: sample.draw(words) })),
  ),
);

export const labelOf = ({ name, state, words }: Drawn) => `cards/${name}.ts, ${state} (${words.language})`;

/** Everything of these types anywhere in a card, as the JSON it is. */
export function partsOf(node: unknown, wanted: (type: string) => boolean): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Record<string, unknown>;
  const found = typeof own['type'] === 'string' && wanted(own['type']) ? [own] : [];
  return [...found, ...Object.values(own).flatMap((child) => partsOf(child, wanted))];
}
