import type { Family } from './limits.ts';

export type PlacesWish = {
  tenantId: string;
  /** In whose name; people of one tenant take turns. */
  personId: string;
  family: Family;
  kind: 'read' | 'write';
  count: number;
  /** Somebody sits and waits for it: goes before what runs by itself. */
  urgent: boolean;
  signal: AbortSignal | undefined;
  /** Told when it has to wait, and for how many milliseconds about. */
  waits?: ((ms: number) => void) | undefined;
};

/** Room for `count` requests, at most as many as were wished for; they are held until they were answered. */
export type Places = {
  count: number;
  answered(what: { refused: number; waitMs: number | null }): Promise<void>;
};

export type Waiter = {
  wish: PlacesWish;
  id: string;
  give(places: Places): void;
  fail(error: unknown): void;
  /** Until when it was told to wait, by the clock of this process. */
  toldUntil: number;
};
/** Everybody who waits for one limit, in this process. */
export type Gate = {
  waiters: Waiter[];
  /** When each person had their last turn, counted in turns. */
  turns: Map<string, number>;
  turn: number;
  open: boolean;
  /** Places given and not answered yet: their answers wake who waits. */
  inFlight: number;
  /** Something has changed since the ledger was last asked. */
  changed: boolean;
  wake: (() => void) | null;
};

/** Another process may have freed places meanwhile. */
const lookAgainMs = 250;

export const newGate = (): Gate => ({
  waiters: [],
  turns: new Map(),
  turn: 0,
  open: false,
  inFlight: 0,
  changed: false,
  wake: null,
});

/** Whoever is waited for first; then whoever was served longest ago. */
export function nextOf({ waiters, turns }: Gate): Waiter | undefined {
  const lastOf = ({ wish }: Waiter) => turns.get(wish.personId) ?? -1;
  const isBefore = (one: Waiter, other: Waiter) =>
    one.wish.urgent === other.wish.urgent ? lastOf(one) < lastOf(other) : one.wish.urgent;
  return waiters.reduce<Waiter | undefined>((best, one) => (best && !isBefore(one, best) ? best : one), undefined);
}

export async function untilFree(gate: Gate, { at, now }: { at: number | null; now: number }): Promise<void> {
  if (gate.changed) return;
  const waitMs = at === null ? lookAgainMs : Math.max(1, at - now);
  if (at !== null) for (const waiter of gate.waiters) tellWait(waiter, waitMs);
  const { promise, resolve } = Promise.withResolvers<void>();
  gate.wake = resolve;
  const timer = setTimeout(resolve, waitMs);
  await promise;
  clearTimeout(timer);
  gate.wake = null;
}

/** Every look at the ledger says about the same. */
function tellWait(waiter: Waiter, ms: number): void {
  const until = performance.now() + ms;
  if (Math.abs(until - waiter.toldUntil) < lookAgainMs) return;
  waiter.toldUntil = until;
  waiter.wish.waits?.(ms);
}

export function wake(gate: Gate): void {
  gate.changed = true;
  gate.wake?.();
}

/** Gives back what ends the listening: one signal may see thousands of requests. */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (signal?.aborted) act();
  else signal?.addEventListener('abort', act, { once: true });
  return () => signal?.removeEventListener('abort', act);
}
