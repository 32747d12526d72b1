import { signInPatienceMs } from '../runs/parking.ts';
import { later } from '../runs/revision.ts';
import { nextTime } from './next-time.ts';
import type { LastTime, Schedule } from './schedule.ts';

/** Before its time it is looked whether its owner is still signed in, so that they can still do something about it. */
const checkBeforeMs = 60 * 60_000;

/** Later than this, a time counts as missed. */
const missedAfterMs = 5 * 60_000;

type Timed = Pick<Schedule, 'state' | 'nextAt' | 'dueAt'>;
type Ruled = Pick<Schedule, 'rule' | 'zone'>;

/** From `now` on: the next time of its rule, or its end. */
export function timesFrom({ rule, zone }: Ruled, now: Date): Timed {
  const nextAt = nextTime(rule, zone, now);
  return nextAt === null ? over : { state: 'active', nextAt, dueAt: lookAt(nextAt, now) };
}

export const over: Timed = { state: 'ended', nextAt: null, dueAt: null };

function lookAt(nextAt: Date, now: Date): Date {
  const check = new Date(nextAt.getTime() - checkBeforeMs);
  return check > now ? check : nextAt;
}

/** What is to be done about a schedule now, and how it goes on. */
export type Moment = {
  next: Schedule;
  does: 'nothing' | 'run' | 'skip';
  /** It is late: it was to be done then. */
  missedAt: Date | null;
  /** Its owner is to be told that they have to sign in. */
  warns: boolean;
};

/** Pure. `signedOut`: nothing can be done in its owner's name. Null where its time, or the look before it, has not come. */
export function momentOf(schedule: Schedule, now: Date, signedOut: boolean): Moment | null {
  const { nextAt, dueAt } = schedule;
  if (!nextAt || !dueAt || now < dueAt) return null;
  const waits = { does: 'nothing', missedAt: null, warns: signedOut && !schedule.warned } as const;
  if (now < nextAt) return { ...waits, next: revised(schedule, { warned: signedOut, dueAt: lookAt(nextAt, now) }) };
  // As a run does, its time waits for them; the following one is a day away at least.
  const patience = later(nextAt, signInPatienceMs);
  if (signedOut && schedule.missed === 'run' && now < patience)
    return { ...waits, next: revised(schedule, { warned: true, dueAt: patience }) };
  const late = now.getTime() - nextAt.getTime() > missedAfterMs;
  const became = signedOut ? 'signed-out' : late && schedule.missed === 'skip' ? 'missed' : 'ran';
  return {
    next: gone(schedule, { at: nextAt, became, run: null }, now),
    does: became === 'ran' ? 'run' : 'skip',
    missedAt: late && !signedOut ? nextAt : null,
    warns: signedOut && !schedule.warned,
  };
}

/** One time is behind it; whatever was missed since is not made up for one by one. */
function gone(schedule: Schedule, last: LastTime, now: Date): Schedule {
  const warned = last.became === 'signed-out';
  return revised(schedule, { ...timesFrom(schedule, now), last, warned });
}

export const revised = (schedule: Schedule, change: Partial<Schedule>): Schedule => ({
  ...schedule,
  ...change,
  revision: schedule.revision + 1,
});
