import type { CardJson } from '../ports.ts';

/** Draws a card, or finds it drawn: for cards that look the same to everybody of whom the same is true, which is in the name. */
export type Drawn = (name: string, draw: () => CardJson) => CardJson;

const keptAtMost = 100;

export function openDrawn(): Drawn {
  const kept = new Map<string, CardJson>();
  return (name, draw) => {
    const known = kept.get(name);
    if (known) return known;
    const card = Object.freeze(draw());
    if (kept.size >= keptAtMost) kept.clear();
    kept.set(name, card);
    return card;
  };
}
