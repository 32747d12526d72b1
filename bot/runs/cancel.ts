import type { Person } from '../ports.ts';
import { leaveRun } from '../store/followers.ts';
import type { Tx } from '../store/open.ts';
import { dropRunSerials } from '../store/run-serials.ts';
import { saveTargets } from '../store/run-targets.ts';
import { type EndedRun, endRunIfOver, findRun } from '../store/runs.ts';
import { cancelled, stoppedLooking } from './advance.ts';
import { countEnd } from './count-ends.ts';
import type { Run, RunTarget } from './run.ts';
import type { Parts } from './step.ts';
import { tellWatchers } from './watchers.ts';

/** What became of a wish to take a run back. */
export type CancelAnswer = 'cancelled' | 'under-way' | 'over' | 'left' | 'not-yours';

/** The asker takes the run back, as far as it has not begun; anybody else only leaves it. */
export function cancel(parts: Parts, run: Run, person: Person): Promise<CancelAnswer> {
  return end(parts, { run, person }, cancelled);
}

/** The asker wants no more looks: what has begun goes on at Microsoft and is not followed any more. */
export function stopLooking(parts: Parts, run: Run, person: Person): Promise<CancelAnswer> {
  return end(parts, { run, person }, stoppedLooking);
}

type Whose = { run: Run; person: Person };
type How = (before: RunTarget) => RunTarget;

async function end(parts: Parts, { run, person }: Whose, how: How): Promise<CancelAnswer> {
  if (run.endedAt) return 'over';
  return run.asker.id === person.id ? change(parts, { run, person }, how) : leave(parts, run, person);
}

const leave = (parts: Parts, run: Run, person: Person): Promise<CancelAnswer> =>
  parts.store.db.transaction().execute((tx) => leaveIn(parts, tx, { run, person }));

async function leaveIn({ queue, clock }: Parts, tx: Tx, { run: { id }, person }: Whose): Promise<CancelAnswer> {
  const left = await leaveRun(tx, { runId: id, personId: person.id, now: clock.now() });
  await dropRunSerials(tx, { tenantId: person.tenantId, runId: id, personId: person.id });
  if (left) await queue.send(tx, { lane: 'tell', work: { runId: id } });
  return left ? 'left' : 'not-yours';
}

async function change(parts: Parts, whose: Whose, how: How): Promise<CancelAnswer> {
  const { ended, answer } = await parts.store.db.transaction().execute((tx) => changeIn(parts, tx, { ...whose, how }));
  countEnd(parts, ended);
  return answer;
}

type Changed = { ended: EndedRun | null; answer: CancelAnswer };

/** `under-way` where there was nothing left to change. Somebody may have taken it over since it was read: it is theirs then. */
async function changeIn(parts: Parts, tx: Tx, { run: { id }, person, how }: Whose & { how: How }): Promise<Changed> {
  const { queue, clock } = parts;
  const run = await findRun(tx, id);
  if (run && run.asker.id !== person.id) return { ended: null, answer: await leaveIn(parts, tx, { run, person }) };
  const changes = (run?.targets ?? []).flatMap((before) => {
    const after = how(before);
    return after === before ? [] : [{ before, after }];
  });
  const saved = await saveTargets(tx, id, changes);
  if (saved.size === 0) return { ended: null, answer: 'under-way' };
  const ended = await endRunIfOver(tx, id, { now: clock.now(), cancelledBy: person });
  await queue.send(tx, { lane: 'tell', work: { runId: id } });
  if (ended) await tellWatchers(parts, tx, ended);
  return { ended, answer: 'cancelled' };
}
