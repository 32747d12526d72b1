import type { Person } from '../ports.ts';
import type { Tx } from '../store/open.ts';
import { lockRunsAskedBy } from '../store/run-askers.ts';
import { saveTargets } from '../store/run-targets.ts';
import { wakeSchedulesOf } from '../store/schedules.ts';
import { sendAwakeOf } from './next-step.ts';
import { signedInAgain, waitsForSignIn } from './parking.ts';
import type { Run } from './run.ts';
import type { Parts } from './step.ts';
import { lookAgain } from './watchers.ts';

type Given = Pick<Parts, 'queue' | 'clock'>;

/**
 * In the transaction that signs somebody in: what waited for them goes on where it stood, and what they watch is looked at again. The
 * answer is the numbers of those runs.
 */
export async function resumeAllFor(parts: Given, tx: Tx, person: Person): Promise<number[]> {
  for (const scheduleId of await wakeSchedulesOf(tx, person, parts.clock.now()))
    await parts.queue.send(tx, { lane: 'schedule', work: { scheduleId } });
  const goesOn: number[] = [];
  for (const run of await lockRunsAskedBy(tx, person)) {
    const waited = run.targets.some(waitsForSignIn);
    await goOn(parts, tx, run);
    if (!waited) continue;
    goesOn.push(run.number);
    await parts.queue.send(tx, { lane: 'tell', work: { runId: run.id } });
  }
  await lookAgain(parts, tx, person);
  return goesOn;
}

async function goOn({ queue, clock }: Given, tx: Tx, { id, targets }: Run): Promise<void> {
  const now = clock.now();
  const changes = targets.flatMap((before) => {
    const after = signedInAgain(before, now);
    return after === before || after.dueAt === null ? [] : [{ before, after }];
  });
  await saveTargets(tx, id, changes);
  await sendAwakeOf(queue, tx, { runId: id, targets: changes.map(({ after }) => after) });
}
