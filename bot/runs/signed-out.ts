import type { Person } from '../ports.ts';
import type { Tx } from '../store/open.ts';
import { lockRunsAskedBy } from '../store/run-askers.ts';
import { saveTargets } from '../store/run-targets.ts';
import { type EndedRun, endRunIfOver } from '../store/runs.ts';
import { cancelled } from './advance.ts';
import { countEnd } from './count-ends.ts';
import { sendNextOf } from './next-step.ts';
import { signedOutAt, waitForSignIn, waitsForSignIn, waitsUntil } from './parking.ts';
import type { Run, RunTarget } from './run.ts';
import type { Parts } from './step.ts';
import { tellWatchers } from './watchers.ts';

/** Runs by number, and until when those that have begun wait for the person to come back. */
export type SignedOut = { cancelled: number[]; parked: { number: number; until: Date }[] };

/**
 * Somebody signs out: what has not begun in their name is taken back, what has begun waits for them from now on. They are told
 * by the answer to what they did, not by a message of their own.
 */
export async function standDownFor(parts: Parts, person: Person): Promise<SignedOut> {
  const stoodDown = await parts.store.db.transaction().execute(async (tx) => {
    const runs: StoodDown[] = [];
    for (const run of await lockRunsAskedBy(tx, person)) runs.push(await standDown(parts, tx, run));
    return runs;
  });
  for (const { ended } of stoodDown) countEnd(parts, ended);
  return {
    cancelled: stoodDown.flatMap(({ number, until }) => (until ? [] : [number])),
    parked: stoodDown.flatMap(({ number, until }) => (until ? [{ number, until }] : [])),
  };
}

/** Until when it waits; null where nothing had begun. */
type StoodDown = { number: number; until: Date | null; ended: EndedRun | null };

async function standDown(parts: Parts, tx: Tx, run: Run): Promise<StoodDown> {
  const { queue, clock } = parts;
  const now = clock.now();
  const changes = run.targets.map((before) => ({ before, after: withoutToken(before, now) }));
  const changed = changes.filter(({ before, after }) => after !== before);
  await saveTargets(tx, run.id, changed);
  await sendNextOf(queue, tx, { runId: run.id, targets: changed.map(({ after }) => after) });
  const ended = await endRunIfOver(tx, run.id, { now, cancelledBy: run.asker });
  if (ended) await tellWatchers(parts, tx, ended);
  await queue.send(tx, { lane: 'tell', work: { runId: run.id } });
  const open = changes.findLast(({ after }) => after.verdict === null);
  return { number: run.number, until: open ? waitsUntil(open.after, now) : null, ended };
}

/** A start under way is left to whoever hears its answer; the look after it will find no token. */
function withoutToken(target: RunTarget, now: Date): RunTarget {
  if (target.state === 'following' && !waitsForSignIn(target)) return waitForSignIn(target, signedOutAt(now), now);
  return cancelled(target);
}
