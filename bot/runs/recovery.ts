import { dropLeases, runsToTell, stepsOnTheirWay } from '../store/runs.ts';
import { sendStep } from './next-step.ts';
import type { Parts } from './steps.ts';

/** The rows hold the truth and the queue only wakes: these bring the two together again. */

/** A card that missed its last word in a crash is this old at most. */
const tellAgainMs = 60 * 60_000;

/** Enqueues every step whose time has come, whatever the queue knows of it. */
export async function wake({ store, queue, clock }: Parts): Promise<void> {
  const due = await stepsOnTheirWay(store.db, { dueBy: clock.now() });
  for (const step of due) await sendStep(queue, store.db, step);
}

/**
 * A process that owns its database alone knows that whatever an earlier one had in its hands was dropped: jobs that look active
 * are nobody's, and no start is still under way.
 */
export async function startOver({ store, queue, clock }: Parts): Promise<void> {
  const now = clock.now();
  await queue.empty();
  await dropLeases(store.db, now);
  for (const step of await stepsOnTheirWay(store.db)) await sendStep(queue, store.db, step);
  const lately = new Date(now.getTime() - tellAgainMs);
  for (const runId of await runsToTell(store.db, lately)) await queue.send(store.db, { lane: 'tell', work: { runId } });
}
