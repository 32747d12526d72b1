import { type Answered, type Bound, supportFor, troubleOf, unreadable } from './ask.ts';
import type { Sent } from './batch-wire.ts';
import type { Trouble } from './errors.ts';
import type { Family } from './limits.ts';
import { waitFor } from './retry.ts';

/** What became of each part of a batch: pure, but for the clock. */

/** Passing trouble of one ask is gone through so often. */
const tries = 4;

type Of = { bound: Bound; kind: 'read' | 'write'; family: Family | null };

/** `trouble` is null where all is well; `renew`: it may be asked once more, with a fresh token. */
export type Result = { sent: Sent; answer: Answered | null; trouble: Trouble | null; renew?: boolean };

/** `answer`: what the batch says of it, null where it says nothing, or what became of the batch as a whole. */
export function resultOf(of: Of, sent: Sent, answer: Answered | Trouble | null): Result {
  if (answer && 'refusal' in answer) return { sent, answer: null, trouble: ownOf(of, answer) };
  return { sent, answer, trouble: troubleFrom(of, sent, answer) };
}

/** Reading changes nothing, however the batch around it ended. */
const ownOf = ({ kind }: Of, { refusal, retryAt }: Trouble): Trouble =>
  kind === 'read' ? { refusal: { ...refusal, changed: 'nothing' }, retryAt } : { refusal, retryAt };

function troubleFrom({ bound, kind }: Of, { ask, clientRequestId }: Sent, answer: Answered | null): Trouble | null {
  if (answer === null) {
    // Of a write nobody knows what became of it: it is looked at, never sent again blindly.
    const changed = kind === 'write' ? 'unknown' : 'nothing';
    const support = supportFor(bound, clientRequestId);
    return { refusal: { kind: 'unexpected', how: 'unreadable', changed, support }, retryAt: null };
  }
  if (answer.status >= 300) return troubleOf(bound, ask, answer);
  const proves = kind === 'read' || answer.body.trim() === '';
  return proves ? null : { refusal: unreadable(bound, answer, 'unknown'), retryAt: null };
}

/** Milliseconds after which it may be asked again; null where that could do something twice, or would not help. */
export function againMs({ bound, kind, family }: Of, { sent: { tried }, trouble, renew }: Result): number | null {
  if (!trouble) return null;
  const { refusal } = trouble;
  if (bound.signal?.aborted || (kind === 'write' && refusal.changed !== 'nothing')) return null;
  if (renew) return 0;
  // The pace decides how long: the places of what was refused are still taken.
  if (refusal.kind === 'throttled' && family) return 0;
  if (tried + 1 >= tries) return null;
  if (refusal.kind === 'unexpected' && refusal.how === 'unreadable') return 0;
  return waitFor(trouble, { tried: tried + 1, now: bound.clock.now() });
}

/** What the pace must know: how many were too many, and for how long. */
export function refusedIn(results: readonly Result[]): { refused: number; retryAt: Date | null } {
  const throttled = results.filter(({ trouble }) => trouble?.refusal.kind === 'throttled');
  const times = throttled.flatMap(({ trouble }) => (trouble?.retryAt ? [trouble.retryAt.getTime()] : []));
  return { refused: throttled.length, retryAt: times.length > 0 ? new Date(Math.max(...times)) : null };
}
