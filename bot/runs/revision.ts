import type { RunTarget, Verdict } from './run.ts';

/** The target from now on; a step that was meant for it as it was does nothing any more. */
export function revised(target: RunTarget, change: Partial<RunTarget>): RunTarget {
  return { ...target, ...change, revision: target.revision + 1 };
}

export function ended(target: RunTarget, verdict: Verdict): RunTarget {
  return revised(target, { state: 'ended', verdict, dueAt: null });
}

export const later = (at: Date, ms: number) => new Date(at.getTime() + ms);
