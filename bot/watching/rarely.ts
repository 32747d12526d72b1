/** For how long an answer stands, and how long anybody waits for one. */
type Pace = { keptMs: number; withinMs: number; nowMs(): number };

/**
 * However often somebody asks, one question at a time is on its way, and its answer stands for a while. Null where it failed or does
 * not come in time.
 */
export function rarely<T>(read: () => Promise<T>, { keptMs, withinMs, nowMs }: Pace): () => Promise<T | null> {
  let asked: Promise<T | null> | null = null;
  let againAtMs = 0;
  return () => {
    if (asked === null || nowMs() >= againAtMs) {
      againAtMs = Number.POSITIVE_INFINITY;
      asked = read()
        .catch(() => null)
        .finally(() => {
          againAtMs = nowMs() + keptMs;
        });
    }
    return inTime(asked, withinMs);
  };
}

async function inTime<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, ms, null);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
