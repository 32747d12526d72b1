/** Everything that happens by chance, told by a seed. */
export type Dice = {
  /** From 0, below 1. */
  chance(): number;
  below(n: number): number;
  happens(probability: number): boolean;
  one<T>(of: readonly [T, ...T[]]): T;
  /** Null of nothing. */
  oneOf<T>(of: readonly T[]): T | null;
  /** The heavier, the likelier. */
  weighed<T extends { weight: number }>(of: readonly T[]): T | null;
  /** Others that follow from the same seed, so that one sequence does not disturb the other. */
  others(name: string): Dice;
};

export function diceOf(seed: string): Dice {
  const chance = mulberry32(hashOf(seed));
  const below = (n: number) => Math.floor(chance() * n);
  const oneOf = <T>(of: readonly T[]) => of[below(of.length)] ?? null;
  return {
    chance,
    below,
    oneOf,
    happens: (probability) => chance() < probability,
    one: (of) => oneOf(of) ?? of[0],
    weighed(of) {
      let left = chance() * of.reduce((sum, { weight }) => sum + weight, 0);
      for (const one of of) {
        left -= one.weight;
        if (left < 0) return one;
      }
      return null;
    },
    others: (name) => diceOf(`${seed} ${name}`),
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Tommy Ettinger's generator of 32 bits: small, fast, and even enough to tell stories by. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
