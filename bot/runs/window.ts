import type { Opening } from '../actions/define.ts';
import type { Window } from './run.ts';

/** Ten minutes: what the service is known to ask for where it says nothing (graph-contract 2). */
const unknownWindowMs = 10 * 60 * 1000;

/** Added to an estimate, so that a clock a little behind the service's does not ask too early. */
const marginMs = 2_000;

/** When to try again after "too early": the service's word first, then its clock, then ten minutes from now. */
export function windowFor(retryAt: Date | null, opening: Opening | null, now: Date): Window {
  if (retryAt) return { opensAt: retryAt, basis: 'service' };
  if (opening?.kind === 'closed') return { opensAt: opening.opensAt, basis: opening.basis };
  return { opensAt: new Date(now.getTime() + unknownWindowMs), basis: 'guess' };
}

export function startAtFor(window: Window): Date {
  return window.basis === 'service' ? window.opensAt : new Date(window.opensAt.getTime() + marginMs);
}
