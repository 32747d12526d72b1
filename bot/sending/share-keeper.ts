import { appLimit } from './limits.ts';
import { leaseMs, settled } from './shares.ts';
import type { Together } from './together.ts';
import type { Answers } from './windows.ts';

/** How many places of a tenant are this process's now. */
export type ShareKeeper = {
  places(): number;
  /** Sees to it that there are enough, and no more than are needed; the answer is when to look again, null: when something is sent. */
  look(): number | null;
};

/** What a process has to send to a tenant. */
export type Load = { waiting(): number; onTheWay(): number; answers(): Answers };

type Parts = {
  together: Together;
  process: string;
  steadyMs(): number;
  load: Load;
  /** There may be more places now. */
  changed(): void;
};

/** Without waiting for more, a process has a few: enough for most of its days. */
const few = 4;
const askAgainMs = 200;

/** For a process that is alone: everything is its own. */
export const allOfIt: ShareKeeper = { places: () => appLimit.places, look: () => null };

/** Asks when something has to be sent and the share is short or about to end, and gives back what lies idle. */
export function keepShare(tenantId: string, parts: Parts): ShareKeeper {
  const { together, process, steadyMs, load, changed } = parts;
  let share = { places: 0, until: Number.NEGATIVE_INFINITY };
  let asking = false;
  let askedAt = Number.NEGATIVE_INFINITY;

  const ask = async () => {
    askedAt = steadyMs();
    const [wanted, keeps] = [wantedOf(load, places(), askedAt), Math.min(share.places, inUse(load, askedAt))];
    const shares = await together.shares(tenantId, (all, now) => settled(all, { process, wanted, keeps, now }));
    share = { places: shares.find((one) => one.process === process)?.places ?? 0, until: askedAt + leaseMs };
  };
  const places = () => (share.until > steadyMs() ? share.places : 0);
  const isShort = () => neededOf(load, steadyMs()) > places() && places() < appLimit.places;
  const isNeeded = () => load.waiting() + load.onTheWay() > 0 && (isShort() || share.until - steadyMs() < leaseMs / 2);
  const isIdle = () => places() > few && neededOf(load, steadyMs()) <= few;

  const look = () => {
    const againMs = load.waiting() > 0 ? askAgainMs : share.places > few ? appLimit.windowMs : null;
    if (asking || steadyMs() - askedAt < askAgainMs || !(isNeeded() || isIdle())) return againMs;
    asking = true;
    ask()
      .catch(() => {
        // Where the database does not answer, nobody else gets more than they have, and a few do no harm.
        share = { places: Math.max(few, places()), until: steadyMs() + askAgainMs * 2 };
      })
      .finally(() => {
        asking = false;
        changed();
      });
    return againMs;
  };
  return { places, look };
}

/** Some more where they do not do: the next comes before it could be asked again. */
function wantedOf(load: Load, has: number, now: number): number {
  const needed = neededOf(load, now);
  return Math.min(appLimit.places, Math.max(few, needed > has ? needed + few : needed));
}

const neededOf = (load: Load, now: number) => load.waiting() + inUse(load, now);

function inUse({ answers, onTheWay }: Load, now: number): number {
  return onTheWay() + answers().filter(({ at }) => at + appLimit.windowMs >= now).length;
}
