import type { Person, Reader, TenantId } from '../ports.ts';
import { saveConversation, savePerson } from '../store/people.ts';
import {
  findSchedule,
  findScheduleAskedBy,
  findScheduleByNumber,
  forgetSchedules,
  insertSchedule,
  type NewSchedule,
  saveSchedule,
  schedulesOf,
} from '../store/schedules.ts';
import { dropSignInNotices } from './notices.ts';
import type { Schedule, ScheduleId } from './schedule.ts';
import { type Parts, scheduleStep, sendSchedule } from './step.ts';
import { over, revised, timesFrom } from './times.ts';

/** Schedules as the commands see them. */
export type Schedules = {
  /** The same ask makes one only. Null: its time never comes. */
  make(wish: ScheduleWish): Promise<Schedule | null>;
  find(tenantId: TenantId, number: number): Promise<Schedule | null>;
  /** The one that an earlier delivery or press of the same ask led to. */
  askedBy(tenantId: TenantId, askKey: string): Promise<Schedule | null>;
  /** Somebody's own that have not ended, the next one first. */
  of(person: Person): Promise<Schedule[]>;
  /** Null: its new time never comes, or it has ended or changed meanwhile. */
  change(schedule: Schedule, change: ScheduleChange): Promise<Schedule | null>;
  /** Forgets a tenant's schedules; used for the invented one only. */
  forget(tenantId: TenantId): Promise<void>;
};

export type ScheduleWish = Pick<NewSchedule, 'owner' | 'where' | 'work' | 'rule' | 'zone' | 'missed' | 'askKey'> & {
  heard: Reader;
};

export type ScheduleChange =
  | { kind: 'pause' | 'resume' | 'cancel' }
  | ({ kind: 'retime' } & Pick<Schedule, 'rule' | 'zone' | 'missed'>);

export type ScheduleLane = (work: { scheduleId: ScheduleId }) => Promise<void>;

export function openSchedules(parts: Parts): { schedules: Schedules; step: ScheduleLane } {
  const { db } = parts.store;
  return {
    step: ({ scheduleId }) => scheduleStep(parts, scheduleId),
    schedules: {
      make: (wish) => make(parts, wish),
      find: (tenantId, number) => findScheduleByNumber(db, tenantId, number),
      askedBy: (tenantId, askKey) => findScheduleAskedBy(db, tenantId, askKey),
      of: (person) => schedulesOf(db, person),
      change: (schedule, how) => change(parts, schedule, how),
      forget: (tenantId) => forgetSchedules(db, tenantId),
    },
  };
}

function make(parts: Parts, { heard, ...wish }: ScheduleWish): Promise<Schedule | null> {
  const now = parts.clock.now();
  const times = timesFrom(wish, now);
  const { tenantId } = wish.owner;
  return parts.store.db.transaction().execute(async (tx) => {
    const earlier = await findScheduleAskedBy(tx, tenantId, wish.askKey);
    if (earlier || times.nextAt === null) return earlier;
    await savePerson(tx, wish.owner, heard);
    await saveConversation(tx, wish.where);
    const made = { ...wish, ...times, tenantId, madeAt: now };
    const id = await insertSchedule(tx, made);
    const schedule = id ? await findSchedule(tx, id) : await findScheduleAskedBy(tx, tenantId, wish.askKey);
    if (schedule) await sendSchedule(parts, schedule, tx);
    return schedule;
  });
}

function change(parts: Parts, before: Schedule, how: ScheduleChange): Promise<Schedule | null> {
  const after = changed(before, how, parts.clock.now());
  if (!after) return Promise.resolve(null);
  return parts.store.db.transaction().execute(async (tx) => {
    if (!(await saveSchedule(tx, before, after))) return null;
    await dropSignInNotices(tx, before);
    await sendSchedule(parts, after, tx);
    return after;
  });
}

/** Null where there is nothing to change any more, or it would never run. */
export function changed(before: Schedule, how: ScheduleChange, now: Date): Schedule | null {
  if (before.state === 'ended') return null;
  if (how.kind === 'cancel') return revised(before, over);
  if (how.kind === 'pause') return revised(before, { ...over, state: 'paused' });
  const { kind: _, ...timing } = how;
  const after = revised(before, { ...timing, ...timesFrom({ ...before, ...timing }, now) });
  return after.nextAt ? after : null;
}
