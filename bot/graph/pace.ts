import type { Clock } from '../ports.ts';
import { answered, type Ledger, newLedger, type Taken, take } from './ledger.ts';
import { type Family, limitFor } from './limits.ts';

/** Where ledgers lie: in memory for one process, in the database for several. */
export type Ledgers = {
  /** Changes one ledger, nobody else at the same time; `now` is in milliseconds, of the clock they share. */
  change<T>(key: string, fresh: Ledger, change: (ledger: Ledger, now: number) => Change<T>): Promise<T>;
};
export type Change<T> = { ledger: Ledger; result: T };

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
  /** Told when it has to wait, and until when about. */
  waits?: ((until: Date) => void) | undefined;
};

/** Room for `count` requests, at most as many as were wished for; they are held until they were answered. */
export type Places = {
  count: number;
  answered(what: { refused: number; retryAt: Date | null }): Promise<void>;
};

export type Pace = { places(wish: PlacesWish): Promise<Places> };

type Waiter = { wish: PlacesWish; id: string; give(places: Places): void; fail(error: unknown): void };
/** Everybody who waits for one limit, in this process. */
type Gate = { waiters: Waiter[]; served: Map<string, number>; wake: (() => void) | null; open: boolean };

type Parts = {
  ledgers: Ledgers;
  newId(): string;
  /** The table of limits; another one only where time runs faster. */
  limits?: typeof limitFor;
};

/** Another process may have freed places meanwhile. */
const lookAgainMs = 250;

/** Lets requests through as fast as the service takes them, and no faster: whoever is refused was let through too early. */
export function openPace(parts: Parts): Pace {
  const gates = new Map<string, Gate>();
  return {
    places(wish) {
      const key = `${wish.tenantId} ${wish.family} ${wish.kind}`;
      const gate: Gate = gates.get(key) ?? { waiters: [], served: new Map(), wake: null, open: false };
      gates.set(key, gate);
      const { promise, resolve, reject } = Promise.withResolvers<Places>();
      const waiter: Waiter = { wish, id: parts.newId(), give: resolve, fail: reject };
      gate.waiters.push(waiter);
      onAbort(wish.signal, () => {
        gate.waiters = gate.waiters.filter((one) => one !== waiter);
        reject(wish.signal?.reason);
      });
      wake(gate);
      if (!gate.open) serve({ ...parts, key, gate, gates }).catch(reject);
      return promise;
    },
  };
}

function onAbort(signal: AbortSignal | undefined, act: () => void): void {
  if (signal?.aborted) act();
  else signal?.addEventListener('abort', act, { once: true });
}

type Serving = Parts & { key: string; gate: Gate; gates: Map<string, Gate> };

/** Never throws: whoever waits is told. */
async function serve(serving: Serving): Promise<void> {
  const { gate, gates, key } = serving;
  gate.open = true;
  try {
    for (let waiter = nextOf(gate); waiter; waiter = nextOf(gate)) await serveOne(serving, waiter);
  } catch (error) {
    for (const { fail } of gate.waiters.splice(0)) fail(error);
  } finally {
    gate.open = false;
    if (gate.waiters.length === 0) gates.delete(key);
  }
}

/** Whoever is waited for first; then whoever was served longest ago. */
function nextOf({ waiters, served }: Gate): Waiter | undefined {
  const turn = ({ wish }: Waiter) => (wish.urgent ? -1 : (served.get(wish.personId) ?? 0));
  return waiters.reduce<Waiter | undefined>((best, one) => (best && turn(best) <= turn(one) ? best : one), undefined);
}

async function serveOne(serving: Serving, waiter: Waiter): Promise<void> {
  const { gate } = serving;
  const { wish, id } = waiter;
  const taken = await changeLedger<Taken & { now: number }>(serving, wish, (ledger, now) => {
    const result = take(ledger, { id, count: wish.count, now });
    return { ledger: result.ledger, result: { ...result, now } };
  });
  if (taken.count === 0) return untilFree(gate, taken);
  const stillThere = gate.waiters.includes(waiter);
  gate.waiters = gate.waiters.filter((one) => one !== waiter);
  gate.served.set(wish.personId, (gate.served.get(wish.personId) ?? 0) + taken.count);
  const places = placesFor(serving, waiter, taken.count);
  if (stillThere) waiter.give(places);
  else await places.answered({ refused: 0, retryAt: null });
}

function changeLedger<T>(
  { ledgers, key, limits = limitFor }: Serving,
  wish: PlacesWish,
  change: (ledger: Ledger, now: number) => Change<T>,
) {
  return ledgers.change(key, newLedger(limits(wish.family, wish.kind)), change);
}

function placesFor(serving: Serving, { wish, id }: Waiter, count: number): Places {
  return {
    count,
    async answered({ refused, retryAt }) {
      await changeLedger<null>(serving, wish, (ledger, now) => {
        // The service's clock and the ledger's may differ: what counts is how long from now.
        const waitMs = retryAt ? Math.max(0, retryAt.getTime() - Date.now()) : null;
        const result = answered(ledger, { id, refused, retryAt: waitMs === null ? null : now + waitMs, now });
        return { ledger: result, result: null };
      });
      wake(serving.gate);
    },
  };
}

async function untilFree(gate: Gate, { at, now }: { at: number | null; now: number }): Promise<void> {
  const waitMs = at === null ? lookAgainMs : Math.max(1, at - now);
  if (at !== null) for (const { wish } of gate.waiters) wish.waits?.(new Date(Date.now() + waitMs));
  const { promise, resolve } = Promise.withResolvers<void>();
  gate.wake = resolve;
  const timer = setTimeout(resolve, waitMs);
  await promise;
  clearTimeout(timer);
  gate.wake = null;
}

const wake = (gate: Gate) => gate.wake?.();

/** For one process: nothing is awaited in between, so nobody else can. */
export function ledgersInMemory({ now }: Clock): Ledgers {
  const kept = new Map<string, Ledger>();
  return {
    async change(key, fresh, change) {
      const { ledger, result } = change(kept.get(key) ?? fresh, now().getTime());
      kept.set(key, ledger);
      return result;
    },
  };
}
