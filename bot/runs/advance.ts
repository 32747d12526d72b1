import type { LookPace, Sighting } from '../actions/define.ts';
import type { Refusal } from '../graph/refusal.ts';
import { lookAgainInMs, unsureMs } from './looking.ts';
import type { Outcome } from './outcome.ts';
import type { RunTarget, Verdict, Window } from './run.ts';
import { startAtFor } from './window.ts';

/**
 * How one target goes on. Pure: what happened comes in, the target as it is from now on comes out.
 *
 *   waiting ──begin──▶ starting ──answered──▶ following ──saw──▶ ended
 *      ▲                   │ recovered            │
 *      └── closed window ──┴──────────────────────┘
 */

/** Longer than any request may take: until then a start may still be under way in another process. */
export const startLeaseMs = 60_000;

/** Windows tried on behalf of a booking before it is handed back to the person. */
export const bookingAttempts = 3;

/** A booking whose window has opened tries again to read for this long, this often. */
const planPatienceMs = 5 * 60_000;
const planAgainMs = 30_000;

/** How often a start that was cut off is looked for. */
const recoverAgainMs = 15_000;

/** How long after its first window a booking gives way to other people's syncs. */
const bookingPatienceMs = 3 * 60 * 60_000;

export type Moment = { now: Date; pace: LookPace };

/** Recorded before the POST, so that a crash in between is seen. */
export function begin(before: RunTarget, now: Date): RunTarget {
  return step(before, {
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
  const known = { ...before, outcome };
  if (outcome.kind === 'accepted' || mayHaveBegun(outcome.refusal)) return follow(known, at);
  if (outcome.refusal.kind !== 'too-early' || !at.window) return end(known, 'refused');
  if (!at.booked || before.attempts >= bookingAttempts) return end({ ...known, window: at.window }, 'refused');
  return step(known, { state: 'waiting', window: at.window, dueAt: startAtFor(at.window) });
}

/** What must be read before a start could not be: passing trouble is waited for, a little while after the window opened. */
export function couldNotPlan(before: RunTarget, refusal: Refusal, now: Date): RunTarget {
  const giveUpAt = before.window
    ? later(before.window.opensAt, planPatienceMs)
    : (before.lookUntil ?? later(now, planPatienceMs));
  const retryAt = refusal.kind === 'throttled' ? refusal.retryAt : null;
  const dueAt = later(now, planAgainMs);
  if (isPassing(refusal) && dueAt < giveUpAt)
    return step(before, {
      lookUntil: before.window ? before.lookUntil : giveUpAt,
      dueAt: retryAt && retryAt > dueAt ? retryAt : dueAt,
    });
  return end({ ...before, outcome: { kind: 'refused', at: now, refusal } }, 'refused');
}

/** Somebody else's sync keeps the window closed: waits for the next one, but not for ever. Nothing was asked of Graph. */
export function tryLater(before: RunTarget, opening: Window, booked: boolean): RunTarget {
  const window = { opensAt: opening.opensAt, basis: opening.basis };
  const lookUntil = before.lookUntil ?? later(before.window?.opensAt ?? opening.opensAt, bookingPatienceMs);
  if (!booked || opening.opensAt > lookUntil) return end({ ...before, window, outcome: null }, 'refused');
  return step(before, { window, lookUntil, dueAt: startAtFor(window) });
}

/** A sync that somebody else began: nothing is asked of Graph, it is only followed. It has been seen at work. */
export function join(before: RunTarget, running: Running, at: Moment): RunTarget {
  const recent = running.since && at.now.getTime() - running.since.getTime() < at.pace.signByMs;
  const sighting: Sighting = { state: 'working', at: at.now, mark: running.mark, moved: null };
  return follow({ ...before, sighting, startedAt: recent ? running.since : at.now }, at);
}

type Running = { since: Date | null; mark: string };

export function saw(before: RunTarget, sighting: Sighting, at: Moment): RunTarget {
  const moved = sighting.moved ?? before.sighting?.moved ?? null;
  const known = { ...before, sighting: { ...sighting, moved }, blind: null };
  if (sighting.state === 'done' || sighting.state === 'failed') return end(known, sighting.state);
  if (elapsed(before, at.now) < patienceMs(known, at.pace)) return follow(known, at);
  return end(known, isUnsure(before) && sighting.state === 'waiting' ? 'refused' : 'silent');
}

/** A look that Graph refused: passing trouble is looked through, anything else ends the looking. */
export function couldNotLook(before: RunTarget, refusal: Refusal, at: Moment): RunTarget {
  const known = { ...before, blind: refusal };
  if (!isPassing(refusal) || elapsed(before, at.now) >= patienceMs(before, at.pace)) return end(known, 'silent');
  const next = follow(known, at);
  const retryAt = refusal.kind === 'throttled' ? refusal.retryAt : null;
  if (!retryAt || !next.dueAt || !next.lookUntil || retryAt <= next.dueAt) return next;
  const latestMs = Math.max(next.lookUntil.getTime(), next.dueAt.getTime());
  return { ...next, dueAt: new Date(Math.min(retryAt.getTime(), latestMs)) };
}

/** A start found half-done after a crash: it happened if it can be seen, else it is tried again. */
export function recovered(before: RunTarget, sighting: Sighting, at: Moment): RunTarget {
  if (sighting.state === 'waiting') return startAgain(before, at.now);
  const outcome: Outcome = { kind: 'accepted', at: before.startedAt ?? at.now, requestId: null, inferred: true };
  return saw({ ...before, outcome }, sighting, at);
}

/** The service may show a start late, so it is looked for as long as after a lost answer; then it is tried again. */
function startAgain(before: RunTarget, now: Date): RunTarget {
  if (elapsed(before, now) < unsureMs) return step(before, { dueAt: later(now, recoverAgainMs) });
  if (before.attempts >= bookingAttempts) return end(before, 'silent');
  return step(before, { state: 'waiting', dueAt: now });
}

/** Only what has not begun can be taken back. */
export function cancelled(before: RunTarget): RunTarget {
  return before.state === 'waiting' ? end(before, 'cancelled') : before;
}

/** A start that was refused, yet is followed because it may have happened. */
export function isUnsure(target: Pick<RunTarget, 'outcome'>): boolean {
  return target.outcome?.kind === 'refused' && target.outcome.refusal.changed === 'unknown';
}

const isPassing = ({ kind }: Refusal) => kind === 'throttled' || kind === 'unreachable';

function mayHaveBegun(refusal: Refusal): boolean {
  return refusal.kind === 'running-already' || refusal.changed === 'unknown';
}

function follow(target: RunTarget, at: Moment): RunTarget {
  const dueAt = later(at.now, lookAgainInMs(at.pace, elapsed(target, at.now)));
  return step(target, {
    state: 'following',
    dueAt,
    lookUntil: later(target.startedAt ?? at.now, patienceMs(target, at.pace)),
  });
}

function patienceMs(target: RunTarget, pace: LookPace): number {
  const tookItUp = target.sighting?.state === 'working';
  if (isUnsure(target) && !tookItUp) return unsureMs;
  return tookItUp ? pace.endByMs : pace.signByMs;
}

function end(target: RunTarget, verdict: Verdict): RunTarget {
  return step(target, { state: 'ended', verdict, dueAt: null });
}

function step(target: RunTarget, change: Partial<RunTarget>): RunTarget {
  return { ...target, ...change, revision: target.revision + 1 };
}

const later = (at: Date, ms: number) => new Date(at.getTime() + ms);
const elapsed = (target: RunTarget, now: Date) => now.getTime() - (target.startedAt ?? now).getTime();
