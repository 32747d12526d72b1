import type { PersonId, RunId, TenantId } from '../ports.ts';
import type { ScheduleId } from '../schedules/schedule.ts';
import type { DueStep } from '../store/run-targets.ts';

/** Whose list of serials, of which run. */
export type SerialsKey = { tenantId: TenantId; runId: RunId; personId: PersonId };

/** What the queue carries: only which step, never its content; the rows hold the truth. */
export type Work = {
  start: DueStep;
  look: DueStep;
  /** Everybody who follows a run is shown how it stands. */
  tell: { runId: RunId };
  /** The asker of a run has to sign in. */
  remind: { runId: RunId };
  /** A message that nobody asked for at this moment. */
  notice: { noticeId: string };
  /** What is watched in a tenant is looked at. */
  watch: { tenantId: TenantId };
  /** What somebody had asked for before they signed in. */
  resume: { attemptId: string };
  /** Something may be due that is done again and again, or once later. */
  schedule: { scheduleId: ScheduleId };
  /** The serials with which somebody had asked for a run are read in their name. */
  serials: SerialsKey;
  /** An answer that found no room in its turn is sent. */
  answer: { id: string };
};
export type Lane = keyof Work;

/** Steps are short and wait on the network, so a few of each kind side by side. */
export const workers: Record<Lane, number> = {
  start: 4,
  look: 3,
  tell: 6,
  remind: 1,
  notice: 4,
  watch: 2,
  resume: 2,
  schedule: 2,
  serials: 2,
  answer: 8,
};
export const lanes = Object.keys(workers) as Lane[];
export const toldByRows: readonly Lane[] = [
  'start',
  'look',
  'tell',
  'notice',
  'watch',
  'schedule',
  'serials',
  'answer',
];

/**
 * So many a worker takes at once, does side by side, and lets go of together: each process asks the database less often, and they
 * are less in each other's way. Only what does nothing when it is done again, because after a crash all of a batch are.
 */
export const together: Partial<Record<Lane, number>> = { start: 10, look: 10, tell: 10 };

const settings = {
  notify: true,
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 120,
  // Every question to the queue steps over what is finished.
  deleteAfterSeconds: 300,
  // A killed process stops beating, and its steps go to another one.
  heartbeatSeconds: 10,
};

/** A last word has no later step to repeat it, so it is tried for hours: once a minute at the most. Thousands may wait for theirs. */
const patient = { ...settings, retryLimit: 300, expireInSeconds: 900 };

/** Somebody sits in front of it: what cannot be done in a minute they ask for again. */
const brief = { ...settings, retryLimit: 3 };

export const settingsOf: Record<Lane, typeof settings> = {
  start: settings,
  look: settings,
  tell: patient,
  remind: patient,
  notice: patient,
  watch: settings,
  resume: brief,
  schedule: settings,
  serials: settings,
  answer: patient,
};
