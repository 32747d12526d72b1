import { appLimit } from './limits.ts';

/** A process's part of what Teams takes of the app in a tenant; milliseconds of the clock that all of them share. */
export type Share = { process: string; places: number; wanted: number; until: number };

/** `keeps`: places that are in use and cannot be given back now. */
export type ShareWish = { process: string; wanted: number; keeps: number; now: number };

/** So long a share is good; whoever dies with it keeps it from others no longer. */
export const leaseMs = 4_000;

/** After a lease its last request may still be on its way, and then it counts for a window. */
const overMs = 2 * appLimit.windowMs;

/**
 * Pure: everybody gets what they want as long as there is enough, and then equal parts. What others hold is never given twice: it
 * counts until its lease is over, and its last request long answered.
 */
export function settled(shares: readonly Share[], { process, wanted, keeps, now }: ShareWish): Share[] {
  const others = shares.filter((one) => one.process !== process && one.until + overMs > now);
  const held = others.reduce((sum, { places }) => sum + places, 0);
  const fair = fairPart(
    wanted,
    others.map((one) => one.wanted),
  );
  const places = Math.max(Math.min(fair, appLimit.places - held), Math.min(keeps, appLimit.places - held), 0);
  return [...others, { process, places, wanted, until: now + leaseMs }];
}

/** Whoever wants little gets all of it; the rest is shared equally among those who want more. */
function fairPart(wanted: number, others: readonly number[]): number {
  let left = appLimit.places;
  let many = others.length + 1;
  for (const other of others.toSorted((a, b) => a - b)) {
    if (other >= Math.min(wanted, left / many)) break;
    left -= other;
    many -= 1;
  }
  return Math.min(wanted, Math.max(1, Math.floor(left / many)));
}
