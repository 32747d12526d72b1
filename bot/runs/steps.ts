import type { Action } from '../actions/define.ts';
import { actionNamed } from '../actions/index.ts';
import type { Graph } from '../graph/client.ts';
import { refusalIn } from '../graph/errors.ts';
import type { Clock, Log, Person, Scope } from '../ports.ts';
import type { Store, Tx } from '../store/open.ts';
import { type DueStep, endRunIfOver, findRun, saveTarget } from '../store/runs.ts';
import {
  answered,
  begin,
  couldNotLook,
  couldNotPlan,
  couldNotRecover,
  join,
  recovered,
  saw,
  tryLater,
} from './advance.ts';
import { sendNext } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { tooLate, waitsForSignIn } from './parking.ts';
import type { Queue } from './queue.ts';
import type { Run, RunTarget, Window } from './run.ts';
import { windowFor } from './window.ts';

export type Parts = {
  store: Store;
  queue: Queue;
  clock: Clock;
  log: Log;
  /** Graph in a person's name; the door refuses as `signed-out` where there is no token. */
  graphFor(person: Person, scopes: readonly Scope[]): Graph;
};

type Here = { parts: Parts; action: Action; run: Run; target: RunTarget; graph: Graph };

/** A plan read longer ago than this is read again before anything is started. */
const planGoodForMs = 15_000;

/** Starts one target, or finds out what became of a start that was cut off. */
export async function startStep(parts: Parts, step: DueStep): Promise<void> {
  const here = await locate(parts, step);
  if (!here || here.target.state === 'following') return;
  if (isEarly(here)) return sendNext(parts.queue, parts.store.db, { runId: here.run.id, target: here.target });
  if (here.target.state === 'starting') {
    await save(here, await recover(here));
    return;
  }
  const { target, free } = await readAgain(here);
  if (free) return startNow({ ...here, target });
  await save(here, target);
}

/** The queue's clock and ours may differ by a little; by more, the step was meant for later. */
const isEarly = ({ target, parts }: Here) => (target.dueAt?.getTime() ?? 0) > parts.clock.now().getTime() + 1_000;

/** Looks at one target again. */
export async function lookStep(parts: Parts, step: DueStep): Promise<void> {
  const here = await locate(parts, step);
  if (here?.target.state === 'following') await save(here, await look(here));
}

async function locate(parts: Parts, step: DueStep): Promise<Here | null> {
  const run = await findRun(parts.store.db, step.runId);
  const target = run?.targets.find((one) => one.position === step.position);
  if (!run || target?.revision !== step.revision || target.state === 'ended') return null;
  const action = actionNamed(run.action);
  return { parts, action, run, target, graph: parts.graphFor(run.asker, scopesFor(action)) };
}

/**
 * A look is asked for with what the start was: the greater permission includes the lesser, it was granted already, and another one
 * might need another consent.
 */
export const scopesFor = ({ scopes }: Action): readonly Scope[] => scopes.write;

/**
 * Between the plan and the start the world may have changed: a booking waited, a crash took time. What is read now decides
 * whether to start, to follow a sync that somebody else began, or to wait for another window.
 */
async function readAgain({ parts, action, run, target, graph }: Here): Promise<{ target: RunTarget; free: boolean }> {
  const now = parts.clock.now();
  const gaveUp = tooLate(target, now);
  if (gaveUp) return { target: gaveUp, free: false };
  if (now.getTime() - run.askedAt.getTime() < planGoodForMs) return { target, free: true };
  try {
    const { opening, targets } = await action.plan(graph, now);
    if (opening.kind === 'running') return { target: join(target, opening, { now, pace: action.pace }), free: false };
    if (opening.kind === 'closed') return { target: tryLater(target, opening, run.bookedFor !== null), free: false };
    const baseline = targets.find((one) => one.id === target.target.id)?.baseline ?? target.target.baseline;
    return { target: { ...target, target: { ...target.target, baseline } }, free: true };
  } catch (error) {
    return { target: couldNotPlan(target, refusalIn(error), now), free: false };
  }
}

async function startNow(here: Here): Promise<void> {
  const begun = begin(here.target, here.parts.clock.now());
  if (!(await save(here, begun))) return;
  const started = { ...here, target: begun };
  const outcome = await outcomeOf(started);
  const window = await windowAfter(started, outcome);
  const at = { now: here.parts.clock.now(), pace: here.action.pace, booked: here.run.bookedFor !== null, window };
  if (await save(started, answered(begun, outcome, at))) return;
  here.parts.log.error({ run: here.run.id, outcome: outcome.kind }, 'what a start led to could not be saved');
}

async function outcomeOf({ action, graph, target, parts }: Here): Promise<Outcome> {
  try {
    const receipt = await action.start(graph, target.target);
    return { kind: 'accepted', at: receipt.at, requestId: receipt.requestId, inferred: false };
  } catch (error) {
    return { kind: 'refused', at: parts.clock.now(), refusal: refusalIn(error) };
  }
}

/** When a start that came too early may be tried again. */
async function windowAfter(here: Here, outcome: Outcome): Promise<Window | null> {
  if (outcome.kind !== 'refused' || outcome.refusal.kind !== 'too-early') return null;
  const now = here.parts.clock.now();
  const plan = await here.action.plan(here.graph, now).catch(() => null);
  return windowFor(outcome.refusal.retryAt, plan?.opening ?? null, now);
}

async function look(here: Here): Promise<RunTarget> {
  const { action, target, parts } = here;
  const since = { baseline: target.target.baseline, last: target.sighting };
  try {
    const sighting = await action.look(here.graph, since, parts.clock.now());
    return saw(target, sighting, { now: parts.clock.now(), pace: action.pace });
  } catch (error) {
    return couldNotLook(target, refusalIn(error), { now: parts.clock.now(), pace: action.pace });
  }
}

/** Looks before anything is posted again. */
async function recover(here: Here): Promise<RunTarget> {
  const { action, target, parts } = here;
  const at = { now: parts.clock.now(), pace: action.pace };
  parts.log.warn({ run: here.run.id, number: here.run.number }, 'a start was cut off; looking before trying again');
  try {
    const since = { baseline: target.target.baseline, last: target.sighting };
    return recovered(target, await action.look(here.graph, since, at.now), at);
  } catch (error) {
    return couldNotRecover(target, refusalIn(error), at);
  }
}

/** One transaction: the target, its next step, the run's end, and the word to those who wait. */
async function save(here: Here, after: RunTarget): Promise<boolean> {
  const { parts, run, target } = here;
  return parts.store.db.transaction().execute(async (tx) => {
    if (!(await saveTarget(tx, run.id, { before: target, after }))) return false;
    if (after.state === 'ended') await endRunIfOver(tx, run.id, { now: parts.clock.now() });
    await sendNext(parts.queue, tx, { runId: run.id, target: after });
    await sendWords(here, tx, after);
    return true;
  });
}

/** Who has to sign in is told in a message of its own, once; whatever changed is shown to everybody. */
async function sendWords({ parts, run, target }: Here, tx: Tx, after: RunTarget): Promise<void> {
  const work = { runId: run.id };
  const waitsNow = waitsForSignIn(after) && !waitsForSignIn(target);
  if (waitsNow) await parts.queue.send(tx, { lane: 'remind', work });
  if (waitsNow || after.state !== 'starting') await parts.queue.send(tx, { lane: 'tell', work });
}
