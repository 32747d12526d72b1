import type { Person } from '../ports.ts';
import type { Tx } from '../store/open.ts';
import { lockRunsAskedBy } from '../store/run-askers.ts';
import { saveTarget } from '../store/run-targets.ts';
import { sendStep } from './next-step.ts';
import { signedInAgain, waitsForSignIn } from './parking.ts';
import type { Run, RunTarget } from './run.ts';
import type { Parts } from './step.ts';

type Given = Pick<Parts, 'queue' | 'clock'>;

/** In the transaction that signs somebody in: what waited for them goes on where it stood. The answer is its numbers. */
export async function signedIn(parts: Given, tx: Tx, person: Person): Promise<number[]> {
  const goesOn: number[] = [];
  for (const run of await lockRunsAskedBy(tx, person)) {
    const waited = run.targets.some(waitsForSignIn);
    for (const target of run.targets) await goOn(parts, tx, { run, target });
    if (!waited) continue;
    goesOn.push(run.number);
    await parts.queue.send(tx, { lane: 'tell', work: { runId: run.id } });
  }
  return goesOn;
}

type One = { run: Run; target: RunTarget };

async function goOn({ queue, clock }: Given, tx: Tx, { run, target }: One): Promise<void> {
  const after = signedInAgain(target, clock.now());
  if (after === target || after.dueAt === null) return;
  await saveTarget(tx, run.id, { before: target, after });
  const { position, revision, state, dueAt } = after;
  await sendStep(queue, tx, { runId: run.id, position, revision, state, dueAt });
}
