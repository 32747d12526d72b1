import type { Clock } from '../ports.ts';
import {
  type Gate,
  newGate,
  nextOf,
  onAbort,
  type Places,
  type PlacesWish,
  untilFree,
  type Waiter,
  wake,
} from './gate.ts';
import { answered, type Ledger, newLedger, type Taken, take } from './ledger.ts';
import { limitFor } from './limits.ts';

/** Where ledgers lie: in memory for one process, in the database for several. */
export type Ledgers = {
  /** Changes one ledger, nobody else at the same time; `now` is in milliseconds, of the clock they share. */
  change<T>(key: string, fresh: Ledger, change: (ledger: Ledger, now: number) => Change<T>): Promise<T>;
  /** Those that there are, as they lie. */
  read(keys: readonly string[]): Promise<{ key: string; ledger: Ledger; now: number }[]>;
  /** Used for the invented tenant only, whose clock may be set back. */
  forget(tenantId: string): Promise<void>;
};
export type Change<T> = { ledger: Ledger; result: T };

export type { Places, PlacesWish } from './gate.ts';

export type Pace = { places(wish: PlacesWish): Promise<Places> };

type Parts = {
  ledgers: Ledgers;
  newId(): string;
  /** The table of limits; another one only where time runs faster. */
  limits?: typeof limitFor;
};

/** Lets requests through as fast as the service takes them, and no faster: whoever is refused was let through too early. */
export function openPace(parts: Parts): Pace & { lookAgain(): void } {
  const gates = new Map<string, Gate>();
  return {
    // Somebody has turned the clock.
    lookAgain: () => {
      for (const gate of gates.values()) wake(gate);
    },
    places(wish) {
      const key = keyOf(wish);
      const gate: Gate = gates.get(key) ?? newGate();
      gates.set(key, gate);
      const { promise, resolve, reject } = Promise.withResolvers<Places>();
      const waiter: Waiter = {
        wish,
        id: parts.newId(),
        give: resolve,
        fail: reject,
        toldUntil: Number.NEGATIVE_INFINITY,
      };
      gate.waiters.push(waiter);
      const stopped = onAbort(wish.signal, () => {
        gate.waiters = gate.waiters.filter((one) => one !== waiter);
        reject(wish.signal?.reason);
        wake(gate);
      });
      wake(gate);
      if (!gate.open) serve({ ...parts, key, gate, gates }).catch(reject);
      return promise.finally(stopped);
    },
  };
}

/** Under which a ledger lies. */
export const keyOf = ({ tenantId, family, kind }: Pick<PlacesWish, 'tenantId' | 'family' | 'kind'>) =>
  `${tenantId} ${family} ${kind}`;

type Serving = Parts & { key: string; gate: Gate; gates: Map<string, Gate> };

/** Never throws: whoever waits is told. */
async function serve(serving: Serving): Promise<void> {
  const { gate } = serving;
  gate.open = true;
  try {
    for (let waiter = nextOf(gate); waiter; waiter = nextOf(gate)) await serveOne(serving, waiter);
  } catch (error) {
    for (const { fail } of gate.waiters.splice(0)) fail(error);
  } finally {
    gate.open = false;
    leave(serving);
  }
}

function leave({ gate, gates, key }: Serving): void {
  if (gate.waiters.length === 0 && gate.inFlight === 0) gates.delete(key);
}

async function serveOne(serving: Serving, waiter: Waiter): Promise<void> {
  const { gate } = serving;
  const { wish, id } = waiter;
  gate.changed = false;
  const taken = await changeLedger<Taken & { now: number }>(serving, wish, (ledger, now) => {
    const result = take(ledger, { id, count: wish.count, now });
    return { ledger: result.ledger, result: { ...result, now } };
  });
  if (taken.count === 0) return untilFree(gate, taken);
  const stillThere = gate.waiters.includes(waiter);
  gate.waiters = gate.waiters.filter((one) => one !== waiter);
  gate.inFlight += 1;
  gate.turns.set(wish.personId, gate.turn++);
  const places = placesFor(serving, waiter, taken.count);
  if (stillThere) waiter.give(places);
  else await places.answered({ refused: 0, waitMs: null });
}

function changeLedger<T>(
  { ledgers, key, limits = limitFor }: Serving,
  wish: PlacesWish,
  change: (ledger: Ledger, now: number) => Change<T>,
) {
  return ledgers.change(key, newLedger(limits(wish.family, wish.kind)), change);
}

function placesFor(serving: Serving, { wish, id }: Waiter, count: number): Places {
  const { gate } = serving;
  return {
    count,
    async answered({ refused, waitMs }) {
      try {
        await changeLedger<null>(serving, wish, (ledger, now) => {
          // The bot's clock and the ledger's may differ: what counts is how long from now.
          const result = answered(ledger, { id, refused, retryAt: waitMs === null ? null : now + waitMs, now });
          return { ledger: result, result: null };
        });
      } finally {
        gate.inFlight -= 1;
        wake(gate);
        if (!gate.open) leave(serving);
      }
    },
  };
}

const isOf = (tenantId: string, key: string) => key.startsWith(`${tenantId} `);

/** For one process: nothing is awaited in between, so nobody else can. */
export function ledgersInMemory({ now }: Clock): Ledgers {
  const kept = new Map<string, Ledger>();
  return {
    async change(key, fresh, change) {
      const { ledger, result } = change(kept.get(key) ?? fresh, now().getTime());
      kept.set(key, ledger);
      return result;
    },
    async read(keys) {
      return keys.flatMap((key) => {
        const ledger = kept.get(key);
        return ledger ? [{ key, ledger, now: now().getTime() }] : [];
      });
    },
    async forget(tenantId) {
      for (const key of kept.keys()) if (isOf(tenantId, key)) kept.delete(key);
    },
  };
}
