import { type Answered, type Bound, refusalOf, supportFor, unreadable } from './ask.ts';
import type { Sent } from './batch-wire.ts';
import type { Family } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { waitFor } from './retry.ts';

/** What became of each part of a batch: pure, but for the clock. */

/** Passing trouble of one ask is gone through so often. */
const tries = 4;

type Of = { bound: Bound; kind: 'read' | 'write'; family: Family | null };

export type Result = { sent: Sent; answer: Answered | null; refusal: Refusal | null };

export function resultOf(of: Of, sent: Sent, answer: Answered | Refusal | null): Result {
  const failed = answer !== null && 'support' in answer ? answer : null;
  const one = failed ? null : (answer as Answered | null);
  return { sent, answer: one, refusal: failed ? ownOf(of, failed) : refusalFrom(of, sent, one) };
}

/** Reading changes nothing, however the batch around it ended. */
const ownOf = ({ kind }: Of, refusal: Refusal): Refusal =>
  kind === 'read' ? { ...refusal, changed: 'nothing' } : refusal;

function refusalFrom({ bound, kind }: Of, { ask, clientRequestId }: Sent, answer: Answered | null): Refusal | null {
  if (answer === null) {
    // Of a write nobody knows what became of it: it is looked at, never sent again blindly.
    const changed = kind === 'write' ? 'unknown' : 'nothing';
    return { kind: 'unexpected', how: 'unreadable', changed, support: supportFor(bound, clientRequestId) };
  }
  if (answer.status >= 300) return refusalOf(bound, ask, answer);
  return kind === 'write' && answer.body.trim() !== '' ? unreadable(bound, answer, 'unknown') : null;
}

/** Milliseconds after which it may be asked again; null where that could do something twice, or would not help. */
export function againMs({ bound, kind, family }: Of, { tried }: Sent, refusal: Refusal): number | null {
  if (bound.signal?.aborted || (kind === 'write' && refusal.changed !== 'nothing')) return null;
  // The pace decides how long: the places of what was refused are still taken.
  if (refusal.kind === 'throttled' && family) return 0;
  if (tried + 1 >= tries) return null;
  if (refusal.kind === 'unexpected' && refusal.how === 'unreadable') return 0;
  return waitFor(refusal, tried + 1, bound.clock.now());
}

/** What the pace must know: how many were too many, and for how long. */
export function refusedIn(refusals: readonly Refusal[]): { refused: number; retryAt: Date | null } {
  const throttled = refusals.filter((one) => one.kind === 'throttled');
  const times = throttled.flatMap(({ retryAt }) => (retryAt ? [retryAt.getTime()] : []));
  return { refused: throttled.length, retryAt: times.length > 0 ? new Date(Math.max(...times)) : null };
}
