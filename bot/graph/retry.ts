import { setTimeout as sleep } from 'node:timers/promises';
import type { Bound } from './ask.ts';
import { Refused, type Trouble } from './errors.ts';

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
        tried < tries && error instanceof Refused ? waitFor(error, { tried, now: bound.clock.now() }) : null;
      if (waitMs === null || !(await slept(waitMs, bound.signal))) throw error;
    }
  }
}

/** `chance`: from 0 to 1. Half of the wait is left to it, so that many do not come at once. */
type Try = { tried: number; now: Date; chance?: number };

/** Milliseconds until it is worth asking again; null where it is not. */
export function waitFor({ refusal, retryAt }: Trouble, { tried, now, chance = Math.random() }: Try): number | null {
  // Whoever did not answer in time would hardly do so in what is left of it.
  const passes = refusal.kind === 'throttled' || (refusal.kind === 'unreachable' && refusal.how !== 'timeout');
  if (!passes) return null;
  const ownMs = firstWaitMs * 2 ** (tried - 1) * (0.5 + chance);
  const toldAt = retryAt ?? (refusal.kind === 'throttled' ? refusal.retryAt : null);
  const toldMs = toldAt ? toldAt.getTime() - now.getTime() : 0;
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
