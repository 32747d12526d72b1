import type { TrailLine } from '../../cards/run-trail.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Run, RunTarget } from '../runs/run.ts';

/** What happened to a run so far. */
export function trailFor(run: Run, target: RunTarget): TrailLine[] {
  const { outcome, sighting, startedAt, state, blind } = target;
  const found = startedAt && outcome === null && state !== 'starting';
  const who = run.asker.name;
  return [
    { kind: 'asked', at: run.askedAt, who },
    ...(found ? [{ kind: 'seen-running', at: startedAt } as const] : []),
    ...(outcome?.kind === 'accepted'
      ? [{ kind: outcome.inferred ? 'accepted-unheard' : 'accepted', at: outcome.at } as const]
      : []),
    ...(outcome?.kind === 'refused' ? [refusedLine(outcome.refusal, { at: outcome.at, who })] : []),
    ...(sighting ? [{ kind: 'looked', at: sighting.at, state: sighting.state } as const] : []),
    ...(blind && haltedBy(target) ? [refusedLine(blind, { at: blind.support.at, who })] : []),
  ];
}

/** Trouble that passed, or has the outcome's line already, needs none of its own. */
function haltedBy({ blind, verdict }: RunTarget): boolean {
  return blind?.kind === 'signed-out' && (verdict === null || verdict === 'silent');
}

/** Without a token nothing reaches Intune, so it answers nothing either. */
function refusedLine({ kind, support }: Refusal, { at, who }: { at: Date; who: string }): TrailLine {
  if (kind === 'signed-out' && support.status === null) return { kind: 'signed-out', at, who };
  return kind === 'changed' ? { kind: 'unsent', at } : { kind: 'refused', at, status: support.status };
}
