import type { RunVerdict } from '../meter.ts';
import type { Verdict } from './run.ts';

/** As its board says it, in one word. */
export function runVerdictOf(verdicts: readonly Verdict[]): RunVerdict {
  const [only = 'failed', ...others] = new Set(verdicts);
  if (others.length === 0) return only;
  if (verdicts.includes('cancelled')) return 'cancelled';
  return verdicts.includes('done') ? 'partly' : 'failed';
}
