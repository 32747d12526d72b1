import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { fromKysely, fromPglite, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Clock, Log, RunId } from '../ports.ts';
import { connectionTo } from '../store/connection.ts';
import type { Db, Engine, Tx } from '../store/open.ts';
import { type Crew, openCrew } from './crew.ts';
import { type Lane, lanes, settingsOf, together, toldByRows, type Work, workers } from './lanes.ts';
import { type Looking, lookForDue } from './look-for-due.ts';
import { type Merged, openMerging } from './merging.ts';

export type { Lane, Work } from './lanes.ts';

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
type Handlers = { [L in Lane]: Handler<Work[L]> };

export type Queue = {
  /** Enqueues inside the transaction that changes the run, so a run and its next step cannot disagree. */
  send(tx: Tx | Db, parcel: Parcel): Promise<void>;
  /** The same for any number, in one statement for each lane. */
  sendAll(tx: Tx | Db, parcels: readonly Parcel[]): Promise<void>;
  work(handlers: Handlers): Promise<void>;
  /** Forgets what the rows of runs tell anew; only for a process that is alone with its database. */
  empty(): Promise<void>;
  ping(): Promise<void>;
  /** Waits for steps under way; those not finished are handed back. */
  stop(): Promise<void>;
};

/** How often dead processes are noticed, and finished steps thrown away. */
const watching = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, maintenanceIntervalSeconds: 60 };

/** LISTEN/NOTIFY tells of what is due now; what is due later is looked for. Where nobody can listen, every worker looks as often. */
const lookEveryMs = 1_000;
const polling = { pollingIntervalSeconds: lookEveryMs / 1_000, notifyPollingIntervalSeconds: 30 };

const stopWithinMs = 10_000;

export async function openQueue(engine: Engine, parts: { clock: Clock; log: Log }): Promise<Queue> {
  const boss = new PgBoss({ ...databaseFor(engine), ...watching, useListenNotify: true, schedule: false });
  boss.on('error', (error) => parts.log.error({ err: error }, 'queue error'));
  boss.on('warning', (warning) => parts.log.warn({ warning }, 'queue warning'));
  const crews = crewsOf(boss);
  listenFor(boss, (lane) => crews.get(lane as Lane)?.wake());
  await boss.start();
  await prepareLanes(boss);
  let looking: Looking | undefined;

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
      for (const [lane, crew] of crews) await employ(boss, { lane, crew, handlers });
      looking = lookForDue(boss, { everyMs: lookEveryMs, wake: (lane) => crews.get(lane)?.wake() });
    },
    async empty() {
      for (const lane of toldByRows) await boss.deleteAllJobs(lane);
      enough.forget();
    },
    ping: async () => {
      await boss.getQueue('start');
    },
    async stop() {
      await looking?.stop();
      await boss.stop({ graceful: true, timeout: stopWithinMs, close: true });
    },
  };
}

function databaseFor(engine: Engine) {
  if (engine.kind === 'postgres') return connectionTo(engine.url);
  return { db: fromPglite(engine.pglite), backend: 'pglite' as const };
}

const crewsOf = (boss: PgBoss): Map<Lane, Crew> =>
  new Map(lanes.map((lane) => [lane, openCrew((id) => boss.notifyWorker(id))]));

/** pg-boss itself wakes every worker of a lane. */
function listenFor(boss: PgBoss, wake: (lane: string) => void): void {
  const db = boss.getDb();
  const listen = db.listen?.bind(db);
  if (listen) db.listen = (channel, _wakeAll, onReconnect) => listen(channel, wake, onReconnect);
}

/** A database may know them as an earlier version wanted them. */
async function prepareLanes(boss: PgBoss): Promise<void> {
  const known = new Map((await boss.getQueues(lanes)).map((queue) => [queue.name, queue]));
  for (const lane of lanes) {
    const kept = known.get(lane);
    if (!kept) await boss.createQueue(lane, settingsOf[lane]);
    else if (!isDeepStrictEqual({ ...kept, ...settingsOf[lane] }, kept)) await renew(boss, lane);
    // pg-boss looks a queue up when it first meets it; inside a transaction of PGlite's only connection it would wait for itself.
    await boss.findJobs(lane, { id: randomUUID() });
  }
}

/** A job keeps the settings of its lane as they were when it was enqueued; one that still waits gets those of today. */
async function renew(boss: PgBoss, lane: Lane): Promise<void> {
  const { retryLimit, retryDelay, retryDelayMax, expireInSeconds } = settingsOf[lane];
  await boss.updateQueue(lane, settingsOf[lane]);
  await boss.getDb().executeSql(
    `update pgboss.job set retry_limit = $2, retry_delay = $3, retry_delay_max = $4, expire_seconds = $5
      where name = $1 and state < 'active'`,
    [lane, retryLimit, retryDelay, retryDelayMax, expireInSeconds],
  );
}

type Employed<L extends Lane> = { lane: L; crew: Crew; handlers: Handlers };

async function employ<L extends Lane>(boss: PgBoss, { lane, crew, handlers }: Employed<L>): Promise<void> {
  const handler: Handler<Work[L]> = handlers[lane];
  const options = { ...polling, batchSize: together[lane] ?? 1, includeMetadata: true as const };
  for (let i = 0; i < workers[lane]; i++) {
    const id: string = await boss.work<Work[L], void, typeof options>(lane, options, (jobs) =>
      crew.busy(id, async () => {
        await Promise.all(jobs.map((job) => worked(boss, job, handler)));
      }),
    );
    crew.join(id);
  }
}

/**
 * Of a batch each one is tried again by itself; pg-boss then completes the others by their ids. Its `perJobResults` would read every
 * finished job that is still there, for each batch, until the database has counted the table.
 */
async function worked<T>(boss: PgBoss, job: JobWithMetadata<T>, handler: Handler<T>): Promise<void> {
  try {
    await handler(job.data, { sentAt: job.createdOn, isRetry: job.retryCount > 0 });
  } catch (error) {
    await boss.fail(job.name, job, { error });
  }
}

const mergedAs = (merged: Merged | undefined) =>
  merged ? { singletonKey: merged.key, singletonSeconds: merged.seconds, singletonNextSlot: true } : {};

/** The queue lives in real time, our clock may be turned: what counts is how long from now. */
function startAfter(clock: Clock, dueAt: Date | undefined): { startAfter?: Date } {
  const waitMs = dueAt ? dueAt.getTime() - clock.now().getTime() : 0;
  return waitMs > 0 ? { startAfter: new Date(Date.now() + waitMs) } : {};
}
