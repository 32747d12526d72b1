/** Teams gives up on a turn after about 15 s and delivers it again (teams-platform 1.5). */
const slowMs = 10_000;
/** The second layer of redelivery comes after about 30 s, under a new id. */
const redeliveredWithinMs = 60_000;
const rememberMs = 2 * 60_000;
/** Anybody may write to the bot; what is remembered of it is bounded. */
const rememberAtMost = 10_000;

type Seen<T> = { result: Promise<T>; beganMs: number; tookMs: number | null };

export type Delivery = {
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
export function openOnce<T>(steadyMs: () => number): (delivery: Delivery, work: () => Promise<T>) => Promise<T> {
  const byId = new Map<string, Seen<T>>();
  const byLikeness = new Map<string, Seen<T>>();

  return (delivery, work) => {
    const nowMs = steadyMs();
    forgetOld(byId, nowMs);
    forgetOld(byLikeness, nowMs);
    const alike = byLikeness.get(delivery.likeness);
    const before = byId.get(delivery.id) ?? (alike && isRepeat(alike, nowMs) ? alike : undefined);
    if (before) return before.result;
    const seen: Seen<T> = { result: work(), beganMs: nowMs, tookMs: null };
    const ended = () => {
      seen.tookMs = steadyMs() - nowMs;
    };
    // What failed may be tried again: an ask finds its earlier run by its key.
    const failed = () => {
      if (byId.get(delivery.id) === seen) byId.delete(delivery.id);
      if (byLikeness.get(delivery.likeness) === seen) byLikeness.delete(delivery.likeness);
    };
    remember(byId, delivery.id, seen);
    remember(byLikeness, delivery.likeness, seen);
    seen.result.then(ended, failed);
    return seen.result;
  };
}

function isRepeat(seen: Seen<unknown>, nowMs: number): boolean {
  const slow = seen.tookMs === null ? nowMs - seen.beganMs >= slowMs : seen.tookMs >= slowMs;
  return slow && nowMs - seen.beganMs <= redeliveredWithinMs;
}

function remember<T>(entries: Map<string, Seen<T>>, key: string, seen: Seen<T>): void {
  // Written anew, so that the order is that of time.
  entries.delete(key);
  entries.set(key, seen);
  const oldest = entries.size > rememberAtMost ? entries.keys().next() : null;
  if (oldest?.value !== undefined) entries.delete(oldest.value);
}

/** Entries are in order of time, so the old ones are at the front. */
function forgetOld(entries: Map<string, Seen<unknown>>, nowMs: number): void {
  for (const [key, seen] of entries) {
    if (nowMs - seen.beganMs <= rememberMs) return;
    entries.delete(key);
  }
}
