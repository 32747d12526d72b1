import type { Refusal } from '../graph/refusal.ts';
import type { Outcome } from './outcome.ts';
import { waitForSignIn, waitsForSignIn } from './parking.ts';
import { ended, later, revised } from './revision.ts';
import type { RunTarget, Window } from './run.ts';
import { startAtFor } from './window.ts';

/** What keeps a target from being started although its time has come. Pure, like `advance`. */

/** A booking whose window has opened tries again to read for this long, this often. */
const planPatienceMs = 5 * 60_000;
const planAgainMs = 30_000;

/** So long a start waits for Graph to have room for it, and so long where Graph does not say how long. */
const roomPatienceMs = 30 * 60_000;
const roomAgainMs = 30_000;

/** How long after its first window a booking gives way to other people's syncs. */
const bookingPatienceMs = 3 * 60 * 60_000;

type Throttled = Extract<Outcome, { kind: 'refused' }> & { refusal: Extract<Refusal, { kind: 'throttled' }> };

/** Graph asks for patience: it was not even looked at, so it is tried again when there is room, but not for ever. */
export function waitForRoom(before: RunTarget, outcome: Throttled): RunTarget {
  const { at, refusal } = outcome;
  const lookUntil = before.lookUntil ?? later(at, roomPatienceMs);
  const dueAt = refusal.retryAt && refusal.retryAt > at ? refusal.retryAt : later(at, roomAgainMs);
  if (dueAt > lookUntil) return ended({ ...before, outcome, blind: null }, 'refused');
  return revised(notBegun(before), { outcome: null, blind: refusal, lookUntil, dueAt });
}

/** It is no longer as the person saw it when they said yes, so nothing is sent. */
export function changedMeanwhile(before: RunTarget, refusal: Refusal): RunTarget {
  return ended({ ...before, outcome: { kind: 'refused', at: refusal.support.at, refusal }, blind: null }, 'refused');
}

/** What must be read before a start could not be: passing trouble is waited for, a little while after the window opened. */
export function couldNotPlan(before: RunTarget, refusal: Refusal, now: Date): RunTarget {
  if (refusal.kind === 'signed-out') return waitForSignIn(before, refusal, now);
  const giveUpAt = before.window
    ? later(before.window.opensAt, planPatienceMs)
    : (before.lookUntil ?? later(now, planPatienceMs));
  const retryAt = refusal.kind === 'throttled' ? refusal.retryAt : null;
  const dueAt = later(now, planAgainMs);
  const known = { ...before, blind: null };
  if (isPassing(refusal) && dueAt < giveUpAt)
    return revised(known, {
      lookUntil: before.window ? before.lookUntil : giveUpAt,
      dueAt: retryAt && retryAt > dueAt ? retryAt : dueAt,
    });
  return ended({ ...known, outcome: { kind: 'refused', at: now, refusal } }, 'refused');
}

/** Somebody else's sync keeps the window closed: waits for the next one, but not for ever. Nothing was asked of Graph. */
export function tryLater(before: RunTarget, opening: Window, booked: boolean): RunTarget {
  const window = { opensAt: opening.opensAt, basis: opening.basis };
  const lookUntil = before.lookUntil ?? later(before.window?.opensAt ?? opening.opensAt, bookingPatienceMs);
  const lastTry = !booked || waitsForSignIn(before) || opening.opensAt > lookUntil;
  if (lastTry) return ended({ ...before, window, outcome: null, blind: null }, 'refused');
  return revised(before, { window, lookUntil, dueAt: startAtFor(window) });
}

/** The service did not even look at it, so it does not count as a try. */
export function notBegun(before: RunTarget): RunTarget {
  return { ...before, state: 'waiting', attempts: before.attempts - 1, startedAt: null };
}

/** A credential that cannot be read may just be being renewed, and what cannot be understood is a page of something on the way. */
export function isPassing(refusal: Refusal): boolean {
  if (refusal.kind === 'unexpected') return refusal.how === 'settings' || refusal.how === 'unreadable';
  return refusal.kind === 'throttled' || refusal.kind === 'unreachable';
}
