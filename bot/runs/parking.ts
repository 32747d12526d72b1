import type { Refusal } from '../graph/refusal.ts';
import { ended, later, revised } from './revision.ts';
import type { RunTarget, Window } from './run.ts';
import { supportAt } from './support.ts';

/**
 * Everything happens in the asker's name, so where there is no token for it a target waits for them. It keeps its state, and
 * `blind` says why it stands still. Pure, like `advance`.
 *
 *   waiting, starting, following ──no token──▶ parked ──signed in again──▶ goes on where it stood
 *                                                 └── deadline, one more try ──▶ ended
 */

/** A working day: whoever is asked in the morning has been at their desk by then, and nothing starts in the night after. */
export const signInPatienceMs = 8 * 60 * 60_000;

/** The bot may have been away at the deadline. A start that much later would surprise the person; it was said to be off. */
const lastTryWithinMs = 60_000;

/** A look that was waited for is tried this long, should Microsoft be in passing trouble just then. */
const lookPatienceMs = 5 * 60_000;

export function waitsForSignIn({ blind, verdict }: RunTarget): boolean {
  return blind?.kind === 'signed-out' && verdict === null;
}

/** Nothing is done with it at the moment: it is due at its deadline. A start that is its last try is due when its lease ends. */
export function isParked(target: RunTarget): boolean {
  return waitsForSignIn(target) && target.dueAt?.getTime() === target.lookUntil?.getTime();
}

/** There is no token in the asker's name: waits for them, and after the deadline no more. */
export function waitForSignIn(before: RunTarget, refusal: Refusal, now: Date): RunTarget {
  const known = { ...before, blind: refusal };
  if (isOver(before, now)) {
    return before.state === 'waiting'
      ? ended({ ...known, outcome: { kind: 'refused', at: now, refusal } }, 'refused')
      : ended(known, 'silent');
  }
  const lookUntil = waitsUntil(before, now);
  return revised(known, { lookUntil, dueAt: lookUntil });
}

/** The last try comes so late that nothing may start any more; null where it may. */
export function tooLate(before: RunTarget, now: Date): RunTarget | null {
  const deadline = deadlineOf(before);
  if (!before.blind || !deadline || before.state !== 'waiting') return null;
  return now > later(deadline, lastTryWithinMs) ? waitForSignIn(before, before.blind, now) : null;
}

/**
 * The asker is signed in: goes on now. A step under way may have found no token just before, so what is due is tried anew and
 * its answer counts for nothing; a start under way is left to whoever hears its answer.
 */
export function signedInAgain(before: RunTarget, now: Date): RunTarget {
  if (!isParked(before)) return isBeingTried(before, now) ? revised(before, { dueAt: now }) : before;
  if (tooLate(before, now)) return before;
  const awake = { blind: null, dueAt: now };
  if (before.state === 'following') return revised(before, { ...awake, lookUntil: later(now, lookPatienceMs) });
  return revised(before, { ...awake, lookUntil: null, window: openingNow(before.window, now) });
}

/** What a booking gives way to others for counts from now, not from a window that passed while nobody could ask. */
export function openingNow(window: Window | null, now: Date): Window | null {
  return window && window.opensAt < now ? { ...window, opensAt: now } : window;
}

/** For somebody who signed out themselves: nothing had to be asked to know. */
export const signedOutAt = (at: Date): Refusal => ({
  kind: 'signed-out',
  need: 'sign-in',
  changed: 'nothing',
  support: supportAt(at),
});

/** Where a start is under way, the first look after it will find no token. */
export const waitsUntil = (target: RunTarget, now: Date): Date => deadlineOf(target) ?? later(now, signInPatienceMs);

const deadlineOf = (target: RunTarget) => (waitsForSignIn(target) ? target.lookUntil : null);

function isOver(target: RunTarget, now: Date): boolean {
  const deadline = deadlineOf(target);
  return deadline !== null && now >= deadline;
}

function isBeingTried({ state, dueAt }: RunTarget, now: Date): boolean {
  return state !== 'starting' && dueAt !== null && dueAt <= now;
}
