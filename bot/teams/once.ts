/** Teams gives up on a turn after about 15 s and delivers it again (teams-platform 1.5). */
const slowMs = 10_000;
/** The second layer of redelivery comes after about 30 s, under a new id. */
const redeliveredWithinMs = 60_000;
const rememberMs = 2 * 60_000;
/** Anybody may write to the bot; what is remembered of it is bounded. */
const rememberAtMost = 10_000;

type Seen<T> = { result: Promise<T>; beganMs: number; tookMs: number | null };

export type Arrival = {
  /** The same for every delivery under the same id. */
  id: string;
  /** The same for what looks the same: who, where, what. */
  likeness: string;
};

/**
 * Does the work of one activity once, however often it is delivered; a repeat gets the first one's result. Under a new id only an
 * activity whose first turn was slow counts as a repeat: a quick one was heard, so the same words again are a new wish. The clock is
 * one that nobody can turn.
 */
export function openOnce<T>(steadyMs: () => number): (arrival: Arrival, work: () => Promise<T>) => Promise<T> {
  const [byId, byLikeness] = [openMemory<T>(), openMemory<T>()];

  return (arrival, work) => {
    const nowMs = steadyMs();
    const alike = byLikeness.find(arrival.likeness, nowMs);
    const before = byId.find(arrival.id, nowMs) ?? (alike && isRepeat(alike, nowMs) ? alike : undefined);
    if (before) return before.result;
    const seen: Seen<T> = { result: work(), beganMs: nowMs, tookMs: null };
    const ended = () => {
      seen.tookMs = steadyMs() - nowMs;
    };
    // What failed may be tried again: an ask finds its earlier run by its key.
    const failed = () => {
      byId.drop(arrival.id, seen);
      byLikeness.drop(arrival.likeness, seen);
    };
    byId.keep(arrival.id, seen);
    byLikeness.keep(arrival.likeness, seen);
    seen.result.then(ended, failed);
    return seen.result;
  };
}

function isRepeat(seen: Seen<unknown>, nowMs: number): boolean {
  const slow = seen.tookMs === null ? nowMs - seen.beganMs >= slowMs : seen.tookMs >= slowMs;
  return slow && nowMs - seen.beganMs <= redeliveredWithinMs;
}

type Memory<T> = {
  find(key: string, nowMs: number): Seen<T> | undefined;
  keep(key: string, seen: Seen<T>): void;
  drop(key: string, seen: Seen<T>): void;
};

/** In two halves, the older of which is forgotten as a whole: V8 takes long to find the oldest of many in a Map, each time. */
function openMemory<T>(): Memory<T> {
  let [young, old] = [new Map<string, Seen<T>>(), new Map<string, Seen<T>>()];
  let sinceMs = Number.NEGATIVE_INFINITY;
  return {
    find(key, nowMs) {
      const seen = young.get(key) ?? old.get(key);
      return seen && nowMs - seen.beganMs <= rememberMs ? seen : undefined;
    },
    keep(key, seen) {
      const isOver = young.size >= rememberAtMost / 2 || seen.beganMs - sinceMs > rememberMs;
      if (isOver) [old, young, sinceMs] = [young, new Map(), seen.beganMs];
      young.set(key, seen);
    },
    drop(key, seen) {
      for (const half of [young, old]) if (half.get(key) === seen) half.delete(key);
    },
  };
}
