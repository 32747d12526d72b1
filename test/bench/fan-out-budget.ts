/** How a service counts requests: what it refuses counts too (graph-contract 7.1). */

export const windowKinds = ['sliding', 'fixed'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** How `Retry-After` is written. */
export const spellings = ['whole', 'absent', 'fraction', 'one'] as const;
export type Spelling = (typeof spellings)[number];

export type Budget = {
  /** Counts one request; whether it fits. */
  take(now: number): boolean;
  /** Milliseconds until the next one fits. */
  freeIn(now: number): number;
};

type Limit = { windowMs: number; places: number };

export const openBudget = (kind: WindowKind, limit: Limit): Budget =>
  kind === 'sliding' ? slidingBudget(limit) : fixedBudget(limit);

function slidingBudget({ windowMs, places }: Limit): Budget {
  let counted: number[] = [];
  return {
    take(now) {
      counted = counted.filter((at) => at > now - windowMs);
      counted.push(now);
      return counted.length <= places;
    },
    freeIn(now) {
      const lastInTheWay = counted.at(-places);
      return lastInTheWay === undefined ? 0 : Math.max(0, lastInTheWay + windowMs - now);
    },
  };
}

function fixedBudget({ windowMs, places }: Limit): Budget {
  let window = -1;
  let counted = 0;
  return {
    take(now) {
      if (Math.floor(now / windowMs) !== window) counted = 0;
      window = Math.floor(now / windowMs);
      counted += 1;
      return counted <= places;
    },
    freeIn: (now) => (counted < places ? 0 : Math.max(0, (window + 1) * windowMs - now)),
  };
}
