import type { RunId } from '../ports.ts';
import { lateAnswersLeft } from '../store/late-answers.ts';
import { dropNoticeLeases, noticesOnTheirWay } from '../store/notices.ts';
import { serialsOnTheirWay } from '../store/run-serials.ts';
import { dropLeases, markResumed, runsToTell, stepsOnTheirWay } from '../store/runs.ts';
import { schedulesOnTheirWay } from '../store/schedules.ts';
import { watchesDue } from '../store/watched.ts';
import { sendSteps } from './next-step.ts';
import type { TargetState } from './run.ts';
import type { Parts } from './step.ts';

/** The rows hold the truth and the queue only wakes: these bring the two together again. */

/** A card that missed its last word in a crash is this old at most. */
const tellAgainMs = 60 * 60_000;

/**
 * Enqueues every step whose time has come, whatever the queue knows of it. Not a start or a message under way: somebody may just
 * have turned the clock past its lease.
 */
export async function wake(parts: Parts): Promise<void> {
  await sendDue(parts, (state) => state !== 'starting');
  await sendNotices(parts, { dueBy: parts.clock.now(), posting: false });
  await sendWatches(parts, parts.clock.now());
  await sendSerials(parts, parts.clock.now());
}

/** The same from time to time, with the starts and messages whose lease is over: whoever held them is gone. */
export async function sweep(parts: Parts): Promise<void> {
  await sendDue(parts, () => true);
  await sendNotices(parts, { dueBy: parts.clock.now(), posting: true });
  await sendWatches(parts, parts.clock.now());
  await sendSerials(parts, parts.clock.now());
}

async function sendDue(parts: Parts, wanted: (state: TargetState) => boolean): Promise<void> {
  const { store, queue, clock } = parts;
  await sendSchedules(parts, { dueBy: clock.now() });
  const due = await stepsOnTheirWay(store.db, { dueBy: clock.now() });
  const steps = oneForMany(due.filter(({ state }) => wanted(state)));
  await sendSteps(queue, store.db, steps);
}

type Wanted = Parameters<typeof noticesOnTheirWay>[1];

async function sendNotices({ store, queue }: Pick<Parts, 'store' | 'queue'>, wanted: Wanted): Promise<void> {
  const notices = await noticesOnTheirWay(store.db, wanted);
  await queue.sendAll(
    store.db,
    notices.map(({ id: noticeId, dueAt }) => ({ lane: 'notice' as const, work: { noticeId }, dueAt })),
  );
}

/** Those that are due, or all that wait for their time. */
async function sendSchedules({ store, queue }: Parts, which: { dueBy?: Date } = {}): Promise<void> {
  const parcels = (await schedulesOnTheirWay(store.db, which)).map(
    ({ scheduleId, dueAt }) => ({ lane: 'schedule', work: { scheduleId }, dueAt }) as const,
  );
  if (parcels.length > 0) await queue.sendAll(store.db, parcels);
}

/** One round for each tenant. */
async function sendWatches({ store, queue }: Pick<Parts, 'store' | 'queue'>, dueBy: Date | null): Promise<void> {
  const due = await watchesDue(store.db, dueBy);
  const parcels = due.map(({ tenantId, dueAt }) => ({ lane: 'watch' as const, work: { tenantId }, dueAt }));
  await queue.sendAll(store.db, parcels);
}

async function sendSerials({ store, queue }: Pick<Parts, 'store' | 'queue'>, dueBy: Date | null): Promise<void> {
  const due = await serialsOnTheirWay(store.db, dueBy);
  const parcels = due.map(({ dueAt, ...work }) => ({ lane: 'serials' as const, work, dueAt }));
  await queue.sendAll(store.db, parcels);
}

/**
 * A process that owns its database alone knows that whatever an earlier one had in its hands was dropped: jobs that look active
 * are nobody's, and no start is still under way.
 */
export async function startOver(parts: Parts): Promise<void> {
  const { store, queue, clock } = parts;
  const now = clock.now();
  await queue.empty();
  await dropLeases(store.db, now);
  await dropNoticeLeases(store.db, now);
  await markResumed(store.db, now);
  await sendSchedules(parts);
  const steps = await stepsOnTheirWay(store.db);
  await sendSteps(queue, store.db, oneForMany(steps, secondOf));
  await sendNotices({ store, queue }, { posting: true });
  const answers = await lateAnswersLeft(store.db);
  await queue.sendAll(
    store.db,
    answers.map((id) => ({ lane: 'answer', work: { id } })),
  );
  await sendWatches({ store, queue }, null);
  await sendSerials({ store, queue }, null);
  const lately = new Date(now.getTime() - tellAgainMs);
  await queue.sendAll(store.db, (await runsToTell(store.db, lately)).map(toTell));
}

const toTell = (runId: RunId) => ({ lane: 'tell', work: { runId } }) as const;

type Step = Awaited<ReturnType<typeof stepsOnTheirWay>>[number];

const secondOf = ({ dueAt }: Step) => Math.ceil(dueAt.getTime() / 1000);

/** A step takes along whatever else of its run is due: a job for each target would have them all looked at by several at once. */
function oneForMany(steps: readonly Step[], moment: (step: Step) => number = () => 0): Step[] {
  const together = Map.groupBy(steps, (step) => `${step.runId} ${step.state === 'following'} ${moment(step)}`);
  // The last that is due: when its time has come, so has that of the others.
  return [...together.values()].flatMap((group) => group.at(-1) ?? []);
}
