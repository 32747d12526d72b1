import type { Brand, Conversation, Person, Reader, TenantId } from '../ports.ts';
import type { Rule } from './rule.ts';
import type { ScheduledWork } from './work.ts';

export type ScheduleId = Brand<string, 'schedule'>;

export const scheduleStates = ['active', 'paused', 'ended'] as const;
export type ScheduleState = (typeof scheduleStates)[number];

/** What becomes of a time at which nothing could be done: done once, late, or left out. */
export const missedChoices = ['run', 'skip'] as const;
export type Missed = (typeof missedChoices)[number];

/** What became of a time: `missed` and `signed-out` were left out; `not-planned`: nothing was left to do, or could be read. */
export const lastOutcomes = ['ran', 'missed', 'signed-out', 'not-planned'] as const;
export type LastTime = { at: Date; became: (typeof lastOutcomes)[number]; run: number | null };

/** Something that is done again and again, or once later, in its owner's name. */
export type Schedule = {
  id: ScheduleId;
  tenantId: TenantId;
  /** Counted per tenant: what people say and see. */
  number: number;
  owner: Person;
  /** How its owner reads. */
  reader: Reader;
  /** As Teams says they read. */
  heard: Reader;
  where: Conversation;
  work: ScheduledWork;
  rule: Rule;
  zone: string;
  missed: Missed;
  state: ScheduleState;
  /** Counts changes: of several who want to act on it, only one can. */
  revision: number;
  madeAt: Date;
  /** The time it waits for; null where it waits for none. */
  nextAt: Date | null;
  /** When somebody has to look at it: at that time, or a while before. */
  dueAt: Date | null;
  /** Its owner has been told that they have to sign in. */
  warned: boolean;
  last: LastTime | null;
};
