import type { LookPace, Sighting } from '../actions/define.ts';
import { isSuperseded } from '../actions/payload-set.ts';
import type { Refusal } from '../graph/refusal.ts';
import { lookAgainInMs, unsureMs } from './looking.ts';
import type { Outcome } from './outcome.ts';
import { waitForSignIn, waitsForSignIn } from './parking.ts';
import { ended, later, revised } from './revision.ts';
import type { RunTarget, Window } from './run.ts';
import { supportAt } from './support.ts';
import { isPassing, notBegun, waitForRoom } from './waiting.ts';
import { startAtFor } from './window.ts';

/**
 * How one target goes on. Pure: what happened comes in, the target as it is from now on comes out.
 *
 *   waiting ──begin──▶ starting ──answered──▶ following ──saw──▶ ended
 *      ▲                   │ recovered            │
 *      └── closed window ──┴──────────────────────┘
 *
 * Wherever there is no token in the asker's name, `parking` says how it waits for them.
 */

/** Longer than any request may take: until then a start may still be under way in another process. */
export const startLeaseMs = 60_000;

/** Windows tried on behalf of a booking before it is handed back to the person. */
export const bookingAttempts = 3;

/** How often a start that was cut off is looked for. */
const recoverAgainMs = 15_000;

export type Moment = { now: Date; pace: LookPace };

/** Recorded before the POST, so that a crash in between is seen. A last try stays one: `blind` is left as it is. */
export function begin(before: RunTarget, now: Date): RunTarget {
  return revised(before, {
    state: 'starting',
    startedAt: now,
    attempts: before.attempts + 1,
    outcome: null,
    dueAt: later(now, startLeaseMs),
  });
}

/** `window` is when the next start may be tried, known only for a start that came too early. */
export function answered(
  before: RunTarget,
  outcome: Outcome,
  at: Moment & { booked: boolean; window: Window | null },
): RunTarget {
  const known = { ...before, outcome, blind: null };
  if (outcome.kind === 'accepted' || mayHaveBegun(outcome.refusal)) return follow(known, at);
  if (outcome.refusal.kind === 'signed-out') return waitForSignIn(notBegun(before), outcome.refusal, at.now);
  if (outcome.refusal.kind === 'throttled') return waitForRoom(before, { ...outcome, refusal: outcome.refusal });
  if (outcome.refusal.kind !== 'too-early' || !at.window) return ended(known, 'refused');
  const lastTry = !at.booked || waitsForSignIn(before) || before.attempts >= bookingAttempts;
  if (lastTry) return ended({ ...known, window: at.window }, 'refused');
  return revised(known, { state: 'waiting', window: at.window, dueAt: startAtFor(at.window) });
}

/** A sync that somebody else began: nothing is asked of Graph, it is only followed. It has been seen at work. */
export function join(before: RunTarget, running: Running, at: Moment): RunTarget {
  const recent = running.since && at.now.getTime() - running.since.getTime() < at.pace.signByMs;
  const sighting: Sighting = { state: 'working', at: at.now, mark: running.mark, moved: null };
  return follow({ ...before, sighting, startedAt: recent ? running.since : at.now, blind: null }, at);
}

type Running = { since: Date | null; mark: string };

export function saw(before: RunTarget, sighting: Sighting, at: Moment): RunTarget {
  const moved = sighting.moved ?? before.sighting?.moved ?? null;
  const known = { ...before, sighting: { ...sighting, moved }, blind: null };
  if (sighting.state === 'done' || sighting.state === 'failed') return ended(known, sighting.state);
  if (elapsed(before, at.now) < patienceMs(known, at.pace)) return follow(known, at);
  return ended(known, isUnsure(before) && sighting.state === 'waiting' ? 'refused' : 'silent');
}

/** A look that Graph refused: passing trouble is looked through, anything else ends the looking. */
export function couldNotLook(before: RunTarget, refusal: Refusal, at: Moment): RunTarget {
  if (refusal.kind === 'signed-out') return waitForSignIn(before, refusal, at.now);
  const known = { ...before, blind: refusal };
  const giveUpAt = latest(lookUntilFor(before, at), before.lookUntil);
  if (!isPassing(refusal) || at.now >= giveUpAt) return ended(known, 'silent');
  const next = { ...follow(known, at), lookUntil: giveUpAt };
  const retryAt = refusal.kind === 'throttled' ? refusal.retryAt : null;
  if (!retryAt || !next.dueAt || retryAt <= next.dueAt) return next;
  const latestMs = Math.max(giveUpAt.getTime(), next.dueAt.getTime());
  return { ...next, dueAt: new Date(Math.min(retryAt.getTime(), latestMs)) };
}

/** A start found half-done after a crash: it happened if it can be seen, else it is tried again. */
export function recovered(before: RunTarget, sighting: Sighting, at: Moment): RunTarget {
  if (sighting.state === 'waiting') return startAgain(before, sighting, at);
  const outcome: Outcome = { kind: 'accepted', at: before.startedAt ?? at.now, requestId: null, inferred: true };
  return saw({ ...before, outcome }, sighting, at);
}

/**
 * The service may show a start late, so it is looked for as long as after a lost answer; then it is tried again. Where it may
 * show one so late that nobody can tell, it stays unsure and is never made twice. Nor is what somebody else has undone since.
 */
function startAgain(before: RunTarget, sighting: Sighting, at: Moment): RunTarget {
  const { now, pace } = at;
  if (elapsed(before, now) < unsureMs) return revised(before, { dueAt: later(now, recoverAgainMs) });
  if (pace.unsureByMs) return couldNotRecover(before, lostAnswer(now), at);
  const lastTry = waitsForSignIn(before) || before.attempts >= bookingAttempts;
  const seen = { ...before, sighting, blind: null };
  if (lastTry || isSuperseded(seen)) return ended(seen, 'silent');
  return revised(before, { state: 'waiting', startedAt: null, dueAt: now });
}

/**
 * A start found half-done that cannot be looked for. Without a token it stays as it is, so that it is looked for before anything
 * is started; for any other reason it counts as unsure.
 */
export function couldNotRecover(before: RunTarget, refusal: Refusal, at: Moment): RunTarget {
  if (refusal.kind === 'signed-out') return waitForSignIn(before, refusal, at.now);
  const outcome: Outcome = { kind: 'refused', at: at.now, refusal: { ...refusal, changed: 'unknown' } };
  return answered(before, outcome, { ...at, booked: false, window: null });
}

/** Whoever waited for it is gone, so nobody heard what Graph said, or whether it was asked. */
const lostAnswer = (at: Date): Refusal => ({
  ...{ kind: 'unreachable', how: 'connection', changed: 'unknown' },
  support: supportAt(at),
});

/** Only what has not begun can be taken back. */
export function cancelled(before: RunTarget): RunTarget {
  return before.state === 'waiting' ? ended(before, 'cancelled') : before;
}

/** Nobody wants to know any more: what has not begun is taken back, what has is left alone. */
export function stoppedLooking(before: RunTarget): RunTarget {
  return before.state === 'following' ? ended(before, 'silent') : cancelled(before);
}

/** A start that was refused, yet is followed because it may have happened. */
export function isUnsure(target: Pick<RunTarget, 'outcome'>): boolean {
  return target.outcome?.kind === 'refused' && target.outcome.refusal.changed === 'unknown';
}

function mayHaveBegun(refusal: Refusal): boolean {
  return refusal.kind === 'running-already' || refusal.changed === 'unknown';
}

/** The last look is when people were told that looking ends. */
function follow(target: RunTarget, at: Moment): RunTarget {
  const lookUntil = lookUntilFor(target, at);
  const next = later(at.now, lookAgainInMs(at.pace, elapsed(target, at.now)));
  const dueAt = at.now < lookUntil && lookUntil < next ? lookUntil : next;
  return revised(target, { state: 'following', dueAt, lookUntil });
}

const lookUntilFor = (target: RunTarget, { now, pace }: Moment) =>
  later(target.startedAt ?? now, patienceMs(target, pace));

function patienceMs(target: RunTarget, pace: LookPace): number {
  const tookItUp = target.sighting?.state === 'working';
  if (isUnsure(target) && !tookItUp) return pace.unsureByMs ?? unsureMs;
  return tookItUp ? pace.endByMs : pace.signByMs;
}

const latest = (one: Date, other: Date | null) => (other && other > one ? other : one);
const elapsed = (target: RunTarget, now: Date) => now.getTime() - (target.startedAt ?? now).getTime();
