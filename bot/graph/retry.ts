import { setTimeout as sleep } from 'node:timers/promises';
import type { Bound } from './ask.ts';
import { Refused } from './errors.ts';
import type { Refusal } from './refusal.ts';

/** In all; a person waits for it (graph-contract 7.2: at most four tries in an interactive turn). */
const tries = 3;
const firstWaitMs = 300;
/** Longer than that, and the person is better told than kept waiting. */
const longestWaitMs = 3_000;

/** A read may be asked again, after passing trouble and ever more slowly. */
export async function retrying<T>(bound: Pick<Bound, 'signal' | 'clock'>, ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask();
    } catch (error) {
      const waitMs =
        tried < tries && error instanceof Refused ? waitFor(error.refusal, tried, bound.clock.now()) : null;
      if (waitMs === null || !(await slept(waitMs, bound.signal))) throw error;
    }
  }
}

/** Milliseconds until it is worth asking again; null where it is not. Half of it is chance, so that many do not come at once. */
export function waitFor(refusal: Refusal, tried: number, now: Date): number | null {
  const ownMs = firstWaitMs * 2 ** (tried - 1) * (0.5 + Math.random());
  // Whoever did not answer in time would hardly do so in what is left of it.
  if (refusal.kind === 'unreachable') return refusal.how === 'timeout' ? null : ownMs;
  if (refusal.kind !== 'throttled') return null;
  const toldMs = refusal.retryAt ? refusal.retryAt.getTime() - now.getTime() : ownMs;
  return toldMs > longestWaitMs ? null : Math.max(ownMs, toldMs);
}

/** False where there is no time left for it. */
async function slept(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await sleep(ms, undefined, signal ? { signal } : {});
    return true;
  } catch {
    return false;
  }
}
