import type { ApprovalStanding } from '../../cards/approval.ts';
import type { TargetsStatus } from '../../cards/run-status.ts';
import type { TrailLine } from '../../cards/run-trail.ts';
import type { Run } from '../runs/run.ts';

/** What came of the request, as those see it who were asked; null where nobody had to agree. */
export function approvalStandingOf({ approval, endedAt }: Run): ApprovalStanding | null {
  if (!approval) return null;
  const { decision, until } = approval;
  if (decision) return { ...decision, by: decision.by.name };
  if (endedAt === null) return { kind: 'asked', until };
  return endedAt < until ? { kind: 'withdrawn' } : { kind: 'expired', until };
}

/** How a run stands because of it; null where that is told by what became of its targets. */
export function approvalStatusOf(run: Run): TargetsStatus | null {
  const standing = approvalStandingOf(run);
  switch (standing?.kind) {
    case 'asked':
      return run.targets.some(({ state }) => state === 'waiting') ? { kind: 'approval', until: standing.until } : null;
    case 'declined':
      return nothingBegan(run) ? { kind: 'declined', by: standing.by, reason: standing.reason ?? '—' } : null;
    case 'expired':
      return nothingBegan(run) ? standing : null;
    default:
      return null;
  }
}

const nothingBegan = ({ targets }: Run) => targets.every(({ verdict }) => verdict === 'cancelled');

export function approvalTrailOf(run: Run): TrailLine[] {
  const standing = approvalStandingOf(run);
  if (standing?.kind === 'expired') return [{ kind: standing.kind, at: standing.until }];
  if (standing?.kind !== 'approved' && standing?.kind !== 'declined') return [];
  return [{ kind: standing.kind, at: standing.at, who: standing.by }];
}
