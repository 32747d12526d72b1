import type { Card } from '../kit/types.ts';
import type { Words } from '../words/index.ts';

/** One card in one state, with invented data. */
export type Sample = {
  state: string;
  view(words: Words): object;
  /** `change`: for whoever wants to see it with other data. */
  draw(words: Words, change?: (view: object) => object): Card;
};

export type GalleryCard = {
  name: string;
  about: string;
  /** The function that draws it. */
  drawnBy: string;
  samples: readonly Sample[];
};

type Shown<View> = {
  name: string;
  about: string;
  card: (view: View, words: Words) => Card;
  states: Readonly<Record<string, (words: Words) => View>>;
};

export function shown<View extends object>({ name, about, card, states }: Shown<View>): GalleryCard {
  const samples = Object.entries(states).map(([state, view]) => ({
    state,
    view,
    draw: (words: Words, change: (view: object) => object = (one) => one) => card(change(view(words)) as View, words),
  }));
  return { name, about, drawnBy: card.name, samples };
}

/** Where a state comes in several kinds: one sample for each. */
export function forEach<Kind extends string, View>(
  kinds: readonly Kind[],
  state: (kind: Kind) => readonly [string, (words: Words) => View],
): Record<string, (words: Words) => View> {
  return Object.fromEntries(kinds.map(state));
}

/** States that differ from the usual one in little: each says only in what. */
export const variants =
  <View>(usual: View) =>
  (change: Partial<View>) =>
  (): View => ({ ...usual, ...change });
