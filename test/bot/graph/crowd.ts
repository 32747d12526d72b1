import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Ledgers, openPace, type Pace, type PlacesWish } from '../../../bot/graph/pace.ts';

/** People who want places of one limit, for tests of who gets them when. */
export type Crowd = {
  pace: Pace;
  /** Wants a place, and says who got one in `order`; it is answered at once. */
  wants(name: string, wish?: Partial<PlacesWish>): Promise<void>;
  order: string[];
};

export const wishOf = (personId: string, wish: Partial<PlacesWish> = {}): PlacesWish => ({
  ...{ tenantId: 'tenant', personId, family: 'devices', kind: 'write', count: 1, urgent: false, signal: undefined },
  ...wish,
});

export type Limit = { windowMs: number; places: number };

export const paceOn = (ledgers: Ledgers, limit: Limit): Pace =>
  openPace({ ledgers, newId: randomUUID, limits: () => limit });

export function openCrowd(ledgers: Ledgers, limit: Limit): Crowd {
  const pace = paceOn(ledgers, limit);
  const order: string[] = [];
  return {
    pace,
    order,
    async wants(name, wish) {
      const places = await pace.places(wishOf(name, wish));
      order.push(name);
      await places.answered({ refused: 0, waitMs: null });
    },
  };
}

/** A request arrived somewhere between the two. */
export type UnderWay = { sentAt: number; heardAt: number };

/** One process that asks so many times, as fast as it may. */
export async function asksAll(pace: Pace, count: number, wish: Partial<PlacesWish> = {}): Promise<UnderWay[]> {
  const one = async (_: unknown, index: number) => {
    const places = await pace.places(wishOf('ana', wish));
    const sentAt = performance.now();
    await setTimeout(index % 5);
    const heardAt = performance.now();
    await places.answered({ refused: 0, waitMs: null });
    return { sentAt, heardAt };
  };
  return Promise.all(Array.from({ length: count }, one));
}

/** The most that any window of the service can have seen. */
export function mostInOneWindow(requests: readonly UnderWay[], windowMs: number): number {
  const most = (arrivals: number[]) =>
    Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + windowMs).length));
  const some = (index: number) => (index % 2 === 0 ? 'sentAt' : 'heardAt');
  return Math.max(
    most(requests.map(({ sentAt }) => sentAt)),
    most(requests.map(({ heardAt }) => heardAt)),
    most(requests.map((one, index) => one[some(index)])),
  );
}
