import type { Meter, Tracing } from '../meter.ts';
import type { Log } from '../ports.ts';
import type { Change } from '../store/run-targets.ts';
import type { EndedRun } from '../store/runs.ts';
import { runVerdictOf } from './verdict.ts';

type Parts = { meter: Meter; log: Log; tracing: Tracing };

/** A run is over: counted and logged once, when the transaction that ended it has held. */
export function countEnd({ meter, log, tracing }: Parts, ended: EndedRun | null): void {
  if (!ended) return;
  const { id: run, number, action, trace } = ended;
  const verdict = runVerdictOf(ended.verdicts);
  meter.count('runs', { action, verdict });
  tracing.traced(trace, () => log.info({ run, number, action, verdict }, 'a run is over'));
}

/** The one refusal that does not come from Graph: what was seen before a start is not what was agreed to. */
export function countChanged({ meter }: Parts, saved: readonly Change[]): void {
  const refusals = saved.filter(({ before, after }) => after.state === 'ended' && before.state !== 'ended');
  for (const { after } of refusals)
    if (after.outcome?.kind === 'refused' && after.outcome.refusal.kind === 'changed')
      meter.count('refusals', { kind: 'changed' });
}
