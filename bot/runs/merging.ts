/** Of those with the same key, one in so many seconds; the last one asked for is never lost. */
export type Merged = { key: string; seconds: number };

/** What the queue need not be asked again. */
export type Merging = {
  isAsked(lane: string, merged: Merged): boolean;
  /** The queue had one for now and one for the next slot of time. */
  asked(lane: string, merged: Merged): void;
  forget(): void;
};

/** The next slot is to begin so much later, or what is being written now could come too late for it. */
const marginMs = 100;
const rememberAtMost = 1_000;

/**
 * The database would answer the same until the slot is over, for two statements each time: with a thousand people who join one run,
 * that is the greatest part of what they cost.
 */
export function openMerging(now: () => number = Date.now): Merging {
  const until = new Map<string, number>();
  const nameOf = (lane: string, { key }: Merged) => `${lane} ${key}`;
  return {
    forget: () => until.clear(),
    isAsked: (lane, merged) => now() < (until.get(nameOf(lane, merged)) ?? 0),
    asked(lane, merged) {
      const slotMs = merged.seconds * 1000;
      if (until.size >= rememberAtMost) until.clear();
      until.set(nameOf(lane, merged), (Math.floor(now() / slotMs) + 1) * slotMs - marginMs);
    },
  };
}
