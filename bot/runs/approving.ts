import type { Person } from '../ports.ts';
import type { Tx } from '../store/open.ts';
import { lockRun, saveDecision } from '../store/run-approvals.ts';
import { saveTargets } from '../store/run-targets.ts';
import { type EndedRun, endRunIfOver } from '../store/runs.ts';
import { type CannotDecide, isUndecided, whyNotDecided } from './approval.ts';
import { countEnd } from './count-ends.ts';
import { tellDecision } from './decision-told.ts';
import { sendNextOf } from './next-step.ts';
import { openingNow } from './parking.ts';
import { ended, revised } from './revision.ts';
import type { Decision, Run, RunTarget } from './run.ts';
import { type Here, type Parts, save, sendRest } from './step.ts';
import { tellWatchers } from './watchers.ts';
import { startAtFor } from './window.ts';

/** What somebody says to the request that they were shown. */
export type Decided = Pick<Decision, 'kind' | 'reason'> & { person: Person; askedAt: Date };

export type DecideAnswer = 'done' | CannotDecide;

/** Decided once: whoever comes second finds the targets changed, and is told who was first. */
export async function decide(parts: Parts, run: Run, decided: Decided): Promise<DecideAnswer> {
  const { answer, over } = await parts.store.db.transaction().execute((tx) => decideIn(parts, tx, { run, decided }));
  countEnd(parts, over);
  return answer;
}

type Asked = { run: Run; decided: Decided };

async function decideIn(
  parts: Parts,
  tx: Tx,
  { run: { id }, decided }: Asked,
): Promise<{ answer: DecideAnswer; over: EndedRun | null }> {
  const { kind, reason, person } = decided;
  const now = parts.clock.now();
  const run = await lockRun(tx, person.tenantId, id);
  const cannot = run ? whyNotDecided(run, decided, now) : 'over';
  if (!run || cannot) return { answer: cannot ?? 'over', over: null };
  const decision = { kind, reason, at: now, by: { id: person.id, name: person.name } };
  await saveDecision(tx, run, decision);
  await tellDecision(parts, tx, { ...run, approval: run.approval && { ...run.approval, decision } });
  await goOn(parts, tx, { run, how: kind === 'approved' ? (one) => released(one, now) : declined });
  const over = await endRunIfOver(tx, id, { now });
  if (over) await tellWatchers(parts, tx, over);
  await parts.queue.send(tx, { lane: 'tell', work: { runId: id } });
  return { answer: 'done', over };
}

/** What has begun is not asked about any more. */
async function goOn(parts: Parts, tx: Tx, { run, how }: { run: Run; how: (one: RunTarget) => RunTarget }) {
  const waiting = run.targets.filter(({ state }) => state === 'waiting');
  const changes = waiting.map((before) => ({ before, after: how(before) }));
  await saveTargets(tx, run.id, changes);
  await sendNextOf(parts.queue, tx, { runId: run.id, targets: changes.map(({ after }) => after) });
}

/** A booking still waits for its time; one whose time is past opens now, with all the patience that it would have had then. */
function released(before: RunTarget, now: Date): RunTarget {
  const window = openingNow(before.window, now);
  const startsAt = window && startAtFor(window);
  return revised(before, { window, dueAt: startsAt && startsAt > now ? startsAt : now });
}

/** Nothing was sent, and nothing will be; the run itself tells why. */
const declined = (before: RunTarget): RunTarget => ended({ ...before, outcome: null, blind: null }, 'cancelled');

/**
 * Nothing starts that nobody has agreed to, whatever led to this step. The run was read after its targets: had somebody agreed
 * meanwhile, they could not be saved as they are.
 */
export async function standsForApproval(here: Here, waiting: readonly RunTarget[]): Promise<boolean> {
  const { approval } = here.run;
  if (!approval || !isUndecided(here.run)) return false;
  const expired = here.parts.clock.now() >= approval.until;
  const after = (before: RunTarget) => (expired ? declined(before) : revised(before, { dueAt: approval.until }));
  await save(
    here,
    waiting.map((before) => ({ before, after: after(before) })),
  );
  await sendRest(here);
  return true;
}
