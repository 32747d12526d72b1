import type { Person } from '../ports.ts';
import { leaveRun } from '../store/followers.ts';
import { endRunIfOver, findRun, saveTarget } from '../store/runs.ts';
import { cancelled } from './advance.ts';
import type { Run } from './run.ts';
import type { Parts } from './steps.ts';

/** What became of a wish to take a run back. */
export type CancelAnswer = 'cancelled' | 'under-way' | 'over' | 'left' | 'not-yours';

/** The asker takes the run back, as far as it has not begun; anybody else only leaves it. */
export async function cancel(parts: Parts, run: Run, person: Person): Promise<CancelAnswer> {
  if (run.endedAt) return 'over';
  if (run.asker.id !== person.id) {
    return leave(parts, run, person);
  }
  return takeBack(parts, run, person);
}

function leave({ store, queue, clock }: Parts, { id }: Run, person: Person): Promise<CancelAnswer> {
  return store.db.transaction().execute(async (tx) => {
    const left = await leaveRun(tx, { runId: id, personId: person.id, now: clock.now() });
    if (left) await queue.send(tx, { lane: 'tell', work: { runId: id } });
    return left ? 'left' : 'not-yours';
  });
}

async function takeBack(parts: Parts, { id }: Run, person: Person): Promise<CancelAnswer> {
  const { store, queue, clock } = parts;
  return store.db.transaction().execute(async (tx) => {
    const run = await findRun(tx, id);
    const waiting = run?.targets.filter((one) => one.state === 'waiting') ?? [];
    if (!run || waiting.length === 0) return 'under-way';
    const saved = await Promise.all(waiting.map((one) => saveTarget(tx, id, { before: one, after: cancelled(one) })));
    if (!saved.includes(true)) return 'under-way';
    await endRunIfOver(tx, id, { now: clock.now(), cancelledBy: person });
    await queue.send(tx, { lane: 'tell', work: { runId: id } });
    return 'cancelled';
  });
}
