import type { Action } from '../actions/define.ts';
import { actionNamed } from '../actions/index.ts';
import type { Graph } from '../graph/client.ts';
import type { Meter, Tracing } from '../meter.ts';
import type { Clock, Log, Person, Scope } from '../ports.ts';
import type { Db, Store, Tx } from '../store/open.ts';
import { type Along, type Change, type DueStep, findDue, saveTargets } from '../store/run-targets.ts';
import { type EndedRun, endRunIfOver, pauseRun } from '../store/runs.ts';
import type { Moment } from './advance.ts';
import { isUndecided } from './approval.ts';
import { countChanged, countEnd } from './count-ends.ts';
import { tellDecision } from './decision-told.ts';
import { sendNext, sendNextOf } from './next-step.ts';
import { waitsForSignIn } from './parking.ts';
import type { Queue } from './queue.ts';
import type { RunHead, RunTarget } from './run.ts';
import { tellRunIsOver } from './run-over.ts';
import { shareLooks, tellWatchers } from './watchers.ts';

export type Parts = {
  store: Store;
  queue: Queue;
  clock: Clock;
  log: Log;
  /** This process is about to end, and its connections with it. */
  isStopping?(): boolean;
  meter: Meter;
  tracing: Tracing;
  /**
   * Graph in a person's name; the door refuses as `signed-out` where there is no token. What is asked at once goes out in
   * batches; `waits` is told when the service asks for patience.
   */
  graphFor(person: Person, scopes: readonly Scope[], waits?: (until: Date) => void): Graph;
};

/** What one step works on: some targets of one run. `rest`: the first of those that are due and did not fit. */
export type Here = {
  parts: Parts;
  action: Action;
  run: RunHead;
  targets: RunTarget[];
  rest: RunTarget | null;
  graph: Graph;
};

/** The queue's clock and ours may differ by a little; by more, the step was meant for later. */
const clocksDifferMs = 1_000;

/** The step's target, if it still is as it was meant, and others of its run that are due too. */
export async function locate(parts: Parts, step: DueStep, along: Omit<Along, 'dueBy'>): Promise<Here | null> {
  const dueBy = new Date(parts.clock.now().getTime() + clocksDifferMs);
  const due = await findDue(parts.store.db, step, { ...along, dueBy });
  if (!due) return null;
  const { run, targets, rest } = due;
  const action = actionNamed(run.action);
  // Called by whoever keeps the pace, which may be another run's step.
  const waits = (until: Date) => parts.tracing.traced(run.trace, () => pause(parts, run, until));
  const graph = parts.graphFor(run.asker, scopesFor(action), waits);
  return { parts, action, run, targets, rest, graph };
}

/** Without what was meant for later, which is sent again; a look too early does no harm, a start does. */
export async function withoutEarly(here: Here): Promise<Here> {
  const { parts, run, targets } = here;
  const dueBy = new Date(parts.clock.now().getTime() + clocksDifferMs);
  const early = targets.filter(({ dueAt }) => dueAt !== null && dueAt > dueBy);
  await sendNextOf(parts.queue, parts.store.db, { runId: run.id, targets: early });
  return { ...here, targets: targets.filter((one) => !early.includes(one)) };
}

/** Another step goes on with what did not fit, once nobody can mistake these for due any more. */
export async function sendRest({ parts, run, rest }: Here): Promise<void> {
  if (rest) await sendNext(parts.queue, parts.store.db, { runId: run.id, target: rest });
}

/**
 * A look is asked for with what the start was: the greater permission includes the lesser, it was granted already, and another one
 * might need another consent.
 */
export const scopesFor = ({ scopes }: Action): readonly Scope[] => scopes.write;

export const momentOf = ({ parts, action }: Here): Moment => ({ now: parts.clock.now(), pace: action.pace });

/** Shorter waits are not worth a word. */
const worthTellingMs = 3_000;

/** People see how long Graph makes them wait, and that it goes on. */
function pause({ store, queue, clock, log }: Parts, { id, pausedUntil }: RunHead, until: Date): void {
  const isNews = until.getTime() - Math.max(clock.now().getTime(), pausedUntil?.getTime() ?? 0) > worthTellingMs;
  if (!isNews) return;
  pauseRun(store.db, id, until)
    .then(() => queue.send(store.db, { lane: 'tell', work: { runId: id } }))
    .catch((error) => log.error({ err: error, run: id }, 'that Graph asks to wait could not be told'));
}

/** One transaction: the targets, their next steps, the run's end, and the word to those who wait. The answer is what was saved. */
export async function save({ parts, run }: Pick<Here, 'parts' | 'run'>, changes: readonly Change[]): Promise<Change[]> {
  if (changes.length === 0) return [];
  const { saved, ended } = await parts.store.db.transaction().execute((tx) => saveIn(tx, { parts, run }, changes));
  countChanged(parts, saved);
  countEnd(parts, ended);
  return saved;
}

/** Those that nobody else has changed meanwhile. By itself for what has no next step and is not told to anybody. */
export async function savedOf(db: Db, { id }: RunHead, changes: readonly Change[]): Promise<Change[]> {
  const positions = await saveTargets(db, id, changes);
  return changes.filter(({ before }) => positions.has(before.position));
}

async function saveIn(tx: Tx, { parts, run }: Pick<Here, 'parts' | 'run'>, changes: readonly Change[]) {
  const saved = await savedOf(tx, run, changes);
  const after = saved.map((one) => one.after);
  const mayBeOver = after.some(({ state }) => state === 'ended');
  const ended = mayBeOver ? await endRunIfOver(tx, run.id, { now: parts.clock.now() }) : null;
  await sendNextOf(parts.queue, tx, { runId: run.id, targets: after });
  await sendWords({ parts, run }, tx, saved);
  await shareLooks(parts, tx, { tenantId: run.tenantId, saved });
  if (ended) await tellEnd(parts, tx, ended);
  return { saved, ended };
}

/** Of what nobody agreed to, its asker is told that, and not also that what they booked is over. */
async function tellEnd(parts: Parts, tx: Tx, ended: EndedRun): Promise<void> {
  if (!isUndecided(ended)) return tellRunIsOver(parts, tx, ended);
  await tellWatchers(parts, tx, ended);
  await tellDecision(parts, tx, ended);
}

/** Who has to sign in is told in a message of its own, once; whatever changed is shown to everybody. */
async function sendWords({ parts, run }: Pick<Here, 'parts' | 'run'>, tx: Tx, saved: readonly Change[]): Promise<void> {
  const work = { runId: run.id };
  const waitsNow = saved.some(({ before, after }) => waitsForSignIn(after) && !waitsForSignIn(before));
  if (waitsNow) await parts.queue.send(tx, { lane: 'remind', work });
  const isNews = saved.some(({ after }) => after.state !== 'starting');
  if (waitsNow || isNews) await parts.queue.send(tx, { lane: 'tell', work });
}
