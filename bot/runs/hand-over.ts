import type { Tx } from '../store/open.ts';
import { saveAsk } from '../store/run-askers.ts';
import { saveTargets } from '../store/run-targets.ts';
import type { NewRun } from '../store/runs.ts';
import { sendAwakeOf } from './next-step.ts';
import { isParked, signedInAgain } from './parking.ts';
import type { Run, RunTarget } from './run.ts';
import type { Parts } from './step.ts';

/** Stands still until its asker signs in; that must keep nobody else from asking for the same thing. */
export const isHeldUp = ({ targets }: Run) => targets.every((one) => one.verdict !== null || isParked(one));

type Taken = { run: Run; ask: NewRun };

/**
 * Somebody else asks for what a run is held up with: it goes on in their name, and whoever asked first is told. What has not
 * begun is what they ask for now; what has begun is looked at. If its own asker came back meanwhile, they only join it.
 */
export async function handOver(parts: Pick<Parts, 'queue'>, tx: Tx, { run, ask }: Taken): Promise<Run> {
  const changes = run.targets.map((before) => ({ before, after: takenOver(before, ask) }));
  const changed = changes.filter(({ before, after }) => after !== before);
  const targets = changes.map(({ after }) => after);
  const saved = await saveTargets(tx, run.id, changed);
  const awake = targets.filter(({ position }) => saved.has(position));
  await sendAwakeOf(parts.queue, tx, { runId: run.id, targets: awake });
  if (saved.size < changed.length) return run;
  const { asker, askedAt, bookedFor, joinedElsewhere, trace } = ask;
  const nothingBegan = run.targets.every(({ state }) => state === 'waiting');
  // Whoever agreed, agreed to somebody else's request; for what has begun nobody is asked any more.
  const approval = targets.some(({ state }) => state === 'waiting') ? ask.approval : run.approval;
  const begun = nothingBegan ? { bookedFor, joinedElsewhere } : {};
  const theirs = { ...run, asker, askedAt, trace, approval, ...begun, targets };
  await saveAsk(tx, theirs);
  return theirs;
}

function takenOver(before: RunTarget, { targets, askedAt }: NewRun): RunTarget {
  const asked = targets.find(({ target }) => target.id === before.target.id);
  if (before.state !== 'waiting' || !asked) return signedInAgain(before, askedAt);
  return { ...asked, position: before.position, revision: before.revision + 1 };
}
