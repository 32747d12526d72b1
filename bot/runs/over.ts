import type { Meter, RunVerdict, Tracing } from '../meter.ts';
import type { Log } from '../ports.ts';
import type { Change } from '../store/run-targets.ts';
import type { EndedRun } from '../store/runs.ts';
import type { Verdict } from './run.ts';

type Watch = { meter: Meter; log: Log; tracing: Tracing };

/** A run is over: counted and logged once, when the transaction that ended it has held. */
export function watchEnd({ meter, log, tracing }: Watch, ended: EndedRun | null): void {
  if (!ended) return;
  const { id: run, number, action, trace } = ended;
  const verdict = runVerdictOf(ended.verdicts);
  meter.count('runs', { action, verdict });
  tracing.traced(trace, () => log.info({ run, number, action, verdict }, 'a run is over'));
}

/** As its board says it, in one word. */
export function runVerdictOf(verdicts: readonly Verdict[]): RunVerdict {
  const [only = 'failed', ...others] = new Set(verdicts);
  if (others.length === 0) return only;
  if (verdicts.includes('cancelled')) return 'cancelled';
  return verdicts.includes('done') ? 'partly' : 'failed';
}

/** The one refusal that does not come from Graph: what was seen before a start is not what was agreed to. */
export function watchChanged({ meter }: Watch, saved: readonly Change[]): void {
  const refusals = saved.filter(({ before, after }) => after.state === 'ended' && before.state !== 'ended');
  for (const { after } of refusals)
    if (after.outcome?.kind === 'refused' && after.outcome.refusal.kind === 'changed')
      meter.count('refusals', { kind: 'changed' });
}
