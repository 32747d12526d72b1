import { randomUUID } from 'node:crypto';
import { fromKysely, fromPglite, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Clock, Log, RunId, TenantId } from '../ports.ts';
import type { ScheduleId } from '../schedules/schedule.ts';
import { connectionTo } from '../store/connection.ts';
import type { Db, Engine, Tx } from '../store/open.ts';
import type { DueStep } from '../store/run-targets.ts';
import { type Merged, openMerging } from './merging.ts';

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
  /** An answer that found no room in its turn is sent. */
  answer: { id: string };
};
export type Lane = keyof Work;

/** What many people who join the same run within two seconds ask for is told to all of them once. */
export const tellTogether = (runId: RunId): Parcel => ({
  lane: 'tell',
  work: { runId },
  merged: { key: runId, seconds: 2 },
});

/** Work for a lane, now or when it is due. */
export type Parcel = { [L in Lane]: { lane: L; work: Work[L]; dueAt?: Date; merged?: Merged } }[Lane];

/** `sentAt`: by the clock of the database. `isRetry`: whoever did it before is gone, or failed. */
export type Handed = { sentAt: Date; isRetry: boolean };
type Handler<T> = (work: T, handed: Handed) => Promise<void>;

export type Queue = {
  /** Enqueues inside the transaction that changes the run, so a run and its next step cannot disagree. */
  send(tx: Tx | Db, parcel: Parcel): Promise<void>;
  /** The same for any number, in one statement for each lane. */
  sendAll(tx: Tx | Db, parcels: readonly Parcel[]): Promise<void>;
  work(handlers: { [L in Lane]: Handler<Work[L]> }): Promise<void>;
  /** Forgets what the rows of runs tell anew; only for a process that is alone with its database. */
  empty(): Promise<void>;
  ping(): Promise<void>;
  /** Waits for steps under way; those not finished are handed back. */
  stop(): Promise<void>;
};

/** Steps are short and wait on the network, so a few of each kind side by side. */
const workers: Record<Lane, number> = {
  start: 4,
  look: 3,
  tell: 6,
  remind: 1,
  notice: 4,
  watch: 2,
  resume: 2,
  schedule: 2,
  answer: 8,
};
export const lanes = Object.keys(workers) as Lane[];
export const toldByRows: readonly Lane[] = ['start', 'look', 'tell', 'notice', 'watch', 'schedule', 'answer'];

/**
 * So many a worker takes at once, does side by side, and lets go of together: each process asks the database less often, and they
 * are less in each other's way. Only what does nothing when it is done again, because after a crash all of a batch are.
 */
const together: Partial<Record<Lane, number>> = { start: 10, look: 10, tell: 10 };

const settings = {
  notify: true,
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 120,
  deleteAfterSeconds: 3600,
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
  answer: patient,
};

/** How often dead processes are noticed. */
const watching = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 };

/** LISTEN/NOTIFY wakes all workers for what is due now; what is due later is found by the first one's polls. */
const pollEvery = { first: 1, others: 30 };

const stopWithinMs = 10_000;

export async function openQueue(engine: Engine, parts: { clock: Clock; log: Log }): Promise<Queue> {
  const boss = new PgBoss({ ...databaseFor(engine), ...watching, useListenNotify: true, schedule: false });
  boss.on('error', (error) => parts.log.error({ err: error }, 'queue error'));
  boss.on('warning', (warning) => parts.log.warn({ warning }, 'queue warning'));
  await boss.start();
  for (const lane of lanes) {
    await boss.createQueue(lane, settingsOf[lane]);
    // pg-boss looks a queue up when it first meets it; inside a transaction of PGlite's only connection it would wait for itself.
    await boss.findJobs(lane, { id: randomUUID() });
  }

  const enough = openMerging();
  return {
    async send(tx, { lane, work, dueAt, merged }) {
      if (merged && enough.isAsked(lane, merged)) return;
      const due = startAfter(parts.clock, dueAt);
      const sent = await boss.send(lane, work, { db: fromKysely(tx), ...due, ...mergedAs(merged) });
      if (merged && sent === null) enough.asked(lane, merged);
    },
    async sendAll(tx, parcels) {
      for (const [lane, together] of Map.groupBy(parcels, (one) => one.lane)) {
        const jobs = together.map(({ work, dueAt }) => ({ data: work, ...startAfter(parts.clock, dueAt) }));
        await boss.insert(lane, jobs, { db: fromKysely(tx) });
      }
    },
    async work(handlers) {
      await Promise.all([
        listen(boss, 'start', handlers.start),
        listen(boss, 'look', handlers.look),
        listen(boss, 'tell', handlers.tell),
        listen(boss, 'remind', handlers.remind),
        listen(boss, 'notice', handlers.notice),
        listen(boss, 'watch', handlers.watch),
        listen(boss, 'resume', handlers.resume),
        listen(boss, 'schedule', handlers.schedule),
        listen(boss, 'answer', handlers.answer),
      ]);
    },
    async empty() {
      for (const lane of toldByRows) await boss.deleteAllJobs(lane);
      enough.forget();
    },
    ping: async () => {
      await boss.getQueue('start');
    },
    stop: () => boss.stop({ graceful: true, timeout: stopWithinMs, close: true }),
  };
}

function databaseFor(engine: Engine) {
  if (engine.kind === 'postgres') return connectionTo(engine.url);
  return { db: fromPglite(engine.pglite), backend: 'pglite' as const };
}

/** A worker that found jobs looks for more at once; without this one wake-up works off one batch (performance.md, D). */
async function listen<T>(boss: PgBoss, lane: Lane, handler: Handler<T>): Promise<void> {
  for (let i = 0; i < workers[lane]; i++) {
    const seconds = i === 0 ? pollEvery.first : pollEvery.others;
    const polling = { pollingIntervalSeconds: pollEvery.first, notifyPollingIntervalSeconds: seconds };
    const batch = { batchSize: together[lane] ?? 1, perJobResults: true as const, includeMetadata: true as const };
    const options = { ...polling, ...batch };
    const id: string = await boss.work<T, void, typeof options>(lane, options, (jobs) => {
      boss.notifyWorker(id);
      return Promise.all(jobs.map((job) => worked(job, handler)));
    });
  }
}

/** Of a batch each one is tried again by itself. */
async function worked<T>(job: JobWithMetadata<T>, handler: Handler<T>): Promise<JobResult> {
  const { id, data, createdOn: sentAt, retryCount } = job;
  try {
    await handler(data, { sentAt, isRetry: retryCount > 0 });
    return { id, status: 'completed' };
  } catch (error) {
    return { id, status: 'failed', output: error };
  }
}

const mergedAs = (merged: Merged | undefined) =>
  merged ? { singletonKey: merged.key, singletonSeconds: merged.seconds, singletonNextSlot: true } : {};

/** The queue lives in real time, our clock may be turned: what counts is how long from now. */
function startAfter(clock: Clock, dueAt: Date | undefined): { startAfter?: Date } {
  const waitMs = dueAt ? dueAt.getTime() - clock.now().getTime() : 0;
  return waitMs > 0 ? { startAfter: new Date(Date.now() + waitMs) } : {};
}
