import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Recheck } from '../actions/define.ts';
import { refusalIn } from '../graph/errors.ts';
import type { Refusal } from '../graph/refusal.ts';
import { type Change, lockHolders } from '../store/run-targets.ts';
import { answered, begin, join } from './advance.ts';
import { standsForApproval } from './approving.ts';
import { lockKeyOf } from './lock.ts';
import type { Outcome } from './outcome.ts';
import { tooLate } from './parking.ts';
import { revised } from './revision.ts';
import type { RunTarget, Window } from './run.ts';
import { type Here, momentOf, save, savedOf, sendRest } from './step.ts';
import { supportAt } from './support.ts';
import { changedMeanwhile, couldNotPlan, tryLater } from './waiting.ts';
import { windowFor } from './window.ts';

/** What is found just before a start decides whether it is made; it is recorded before the POST, and its answer after. */
export async function startAll(here: Here, waiting: readonly RunTarget[]): Promise<void> {
  if ((await standsForApproval(here, waiting)) || (await waitsForGraph(here, waiting))) return;
  const checked = await Promise.all(waiting.map(async (before) => ({ before, ...(await readAgain(here, before)) })));
  await save(
    here,
    checked.filter(({ free }) => !free),
  );
  const { fresh = [], stale = [] } = Object.groupBy(
    checked.filter(({ free }) => free),
    (one) => (isFresh(one, here.parts.clock.now()) ? 'fresh' : 'stale'),
  );
  const begun = await beginAll(here, fresh);
  await againLater(here, stale);
  await sendRest(here);
  await postAll(here, begun);
}

/** As long as Graph asks to wait, what has not begun stays so: it can still be taken back. */
async function waitsForGraph(here: Here, waiting: readonly RunTarget[]): Promise<boolean> {
  const { pausedUntil } = here.run;
  if (!pausedUntil || pausedUntil <= here.parts.clock.now()) return false;
  await save(
    here,
    waiting.map((before) => ({ before, after: revised(before, { dueAt: pausedUntil }) })),
  );
  await sendRest(here);
  return true;
}

/** Each answer is saved as it comes, so that a wait for the last ones keeps nobody from seeing the first. */
async function postAll(here: Here, begun: readonly RunTarget[]): Promise<void> {
  const answers: Change[] = [];
  const post = async (target: RunTarget) => {
    answers.push(await startOne(here, target));
  };
  const open = new Set(begun.map(post));
  for (const one of open) one.finally(() => open.delete(one)).catch(() => {});
  while (open.size > 0) {
    await Promise.race(open);
    // What came in one batch is saved as one.
    await nextTurn();
    await saveAnswers(here, answers.splice(0));
  }
  await saveAnswers(here, answers.splice(0));
}

async function saveAnswers({ parts, ...here }: Here, answers: readonly Change[]): Promise<void> {
  // While this process ends its connections break: what became of a start is found out by the next one.
  const known = parts.isStopping?.() ? answers.filter(({ after }) => after.outcome?.kind === 'accepted') : answers;
  const saved = await save({ parts, ...here }, known);
  if (saved.length === known.length) return;
  const lost = known.length - saved.length;
  parts.log.error({ run: here.run.id, lost }, 'what a start led to could not be saved');
}

/** `readAt`: when it was asked for again; null where it need not be. */
type Checked = Change & { free: boolean; readAt: Date | null };

/**
 * Reading may take long where Graph asks for patience. Somebody else's start holds a device from before its write until its first
 * look, ten seconds later at the earliest: whatever was asked for less long ago still holds, or the device is held.
 */
const readGoodForMs = 8_000;

const isFresh = ({ before, readAt }: Checked, now: Date) =>
  readAt === null || lockKeyOf(before.target) === null || now.getTime() - readAt.getTime() <= readGoodForMs;

/** They are read once more, a little later, but not for ever. */
function againLater(here: Here, stale: readonly Checked[]): Promise<Change[]> {
  const { now } = momentOf(here);
  const tooSlow: Refusal = { kind: 'unreachable', how: 'timeout', changed: 'nothing', support: supportAt(now) };
  return save(
    here,
    stale.map(({ before }) => ({ before, after: couldNotPlan(before, tooSlow, now) })),
  );
}

/**
 * Between the plan and the start the world may have changed: a booking waited, a crash took time. What is read now decides
 * whether to start, to follow a sync that somebody else began, to wait for another window, or to ask the person again.
 */
async function readAgain(here: Here, before: RunTarget): Promise<Omit<Checked, 'before'>> {
  const { parts, action, run, graph } = here;
  const now = parts.clock.now();
  const gaveUp = tooLate(before, now);
  if (gaveUp) return { after: gaveUp, free: false, readAt: null };
  const isPlanned = before.target.baseline !== null && now.getTime() - run.askedAt.getTime() < action.planGoodForMs;
  if (isPlanned) return { after: before, free: true, readAt: null };
  try {
    const found = await action.recheck(graph, before.target, now);
    return { ...afterRecheck(here, before, found), readAt: now };
  } catch (error) {
    return { after: couldNotPlan(before, refusalIn(error), now), free: false, readAt: null };
  }
}

function afterRecheck(here: Here, before: RunTarget, found: Recheck): Pick<Checked, 'after' | 'free'> {
  const at = momentOf(here);
  if (found === 'changed') return { after: changedMeanwhile(before, changedAt(at.now, null)), free: false };
  const { opening, baseline } = found;
  if (opening.kind === 'running') return { after: join(withBaseline(before, baseline), opening, at), free: false };
  if (opening.kind === 'closed') return { after: tryLater(before, opening, here.run.bookedFor !== null), free: false };
  return { after: { ...before, target: { ...before.target, baseline } }, free: true };
}

/** What was read before the person said yes still counts. */
const withBaseline = (one: RunTarget, baseline: unknown): RunTarget =>
  one.target.baseline === null ? { ...one, target: { ...one.target, baseline } } : one;

const changedAt = (at: Date, run: number | null): Refusal => ({
  ...{ kind: 'changed', run, changed: 'nothing' },
  support: supportAt(at),
});

/** Those that nobody else is just starting on; the answer is what may be posted now. */
async function beginAll(here: Here, free: readonly Checked[]): Promise<RunTarget[]> {
  const { parts, run } = here;
  const keys = free.flatMap(({ before }) => lockKeyOf(before.target) ?? []);
  const holders = await lockHolders(parts.store.db, run.tenantId, keys);
  const now = parts.clock.now();
  const changes = free.map(({ before, after }): Change => {
    const holder = holders.get(lockKeyOf(before.target) ?? '');
    return { before, after: holder ? changedMeanwhile(before, changedAt(now, holder)) : begin(after, now) };
  });
  // Where all of them begin, nothing comes next and nobody is told yet: one statement, which needs no transaction.
  const saved = await (holders.size === 0 ? savedOf(parts.store.db, run, changes) : save(here, changes));
  return saved.map(({ after }) => after).filter(({ state }) => state === 'starting');
}

async function startOne(here: Here, before: RunTarget): Promise<Change> {
  const outcome = await outcomeOf(here, before);
  const window = await windowAfter(here, before, outcome);
  const booked = here.run.bookedFor !== null;
  return { before, after: answered(before, outcome, { ...momentOf(here), booked, window }) };
}

async function outcomeOf({ action, graph, parts }: Here, { target }: RunTarget): Promise<Outcome> {
  try {
    const receipt = await action.start(graph, target);
    return { kind: 'accepted', at: receipt.at, requestId: receipt.requestId, inferred: false };
  } catch (error) {
    return { kind: 'refused', at: parts.clock.now(), refusal: refusalIn(error) };
  }
}

/** When a start that came too early may be tried again. */
async function windowAfter(
  { action, graph, parts }: Here,
  before: RunTarget,
  outcome: Outcome,
): Promise<Window | null> {
  if (outcome.kind !== 'refused' || outcome.refusal.kind !== 'too-early') return null;
  const now = parts.clock.now();
  const found = await action.recheck(graph, before.target, now).catch(() => 'changed' as const);
  return windowFor(outcome.refusal.retryAt, found === 'changed' ? null : found.opening, now);
}
