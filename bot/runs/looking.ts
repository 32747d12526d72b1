import type { LookPace } from '../actions/define.ts';

/** A start whose answer was lost: by then it has shown itself or did not happen. */
export const unsureMs = 2 * 60 * 1000;

/** How long after one look the next is due, `elapsedMs` after the start: ever more slowly. */
export function lookAgainInMs(pace: LookPace, elapsedMs: number): number {
  const step = pace.steps.find((one) => elapsedMs < one.untilMs) ?? pace.steps.at(-1);
  if (!step) throw new Error('A look pace needs at least one step');
  return step.everyMs;
}
