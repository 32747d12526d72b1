import { exchangeWish } from '../actions/exchange-sync.ts';
import { setChange } from '../actions/payload-set.ts';
import type { ApprovalRules, Person } from '../ports.ts';
import { later } from './revision.ts';
import type { Approval, ApprovalReason, Run, RunHead, RunTarget } from './run.ts';

/** Which plans need a second person, and what that person can still do. Pure, like `advance`. */

/** Whoever is asked at the end of a working day has the next one to look at it. */
export const approvalPatienceMs = 24 * 60 * 60_000;

type Plan = { action: RunHead['action']; targets: readonly Pick<RunTarget['target'], 'wish'>[] };

/** Why a plan needs a second person; empty where it needs none. */
export function approvalReasonsFor(rules: ApprovalRules, { action, targets }: Plan): ApprovalReason[] {
  switch (action) {
    case 'sync-payloads':
      return payloadReasons(rules, targets);
    case 'exchange-sync':
      return rules.fullSyncs && targets.some(isFullSync) ? [{ kind: 'full-sync' }] : [];
    case 'autopilot-sync':
      return [];
  }
}

function payloadReasons({ devices, removals }: ApprovalRules, targets: Plan['targets']): ApprovalReason[] {
  return [
    ...(devices !== null && targets.length > devices ? [{ kind: 'devices', over: devices } as const] : []),
    ...(removals && targets.some(removesSomething) ? [{ kind: 'removal' } as const] : []),
  ];
}

const isFullSync = ({ wish }: Plan['targets'][number]) => exchangeWish.parse(wish).sync === 'full';
const removesSomething = ({ wish }: Plan['targets'][number]) => setChange.parse(wish).adds.length > 0;

/** Null where nobody has to agree. */
export function approvalFor(rules: ApprovalRules, plan: Plan, now: Date): Approval | null {
  const reasons = approvalReasonsFor(rules, plan);
  return reasons.length === 0 ? null : { reasons, until: later(now, approvalPatienceMs), decision: null };
}

/** Nobody has agreed yet. */
export const isUndecided = ({ approval }: Pick<RunHead, 'approval'>): boolean => approval?.decision === null;

/** Why somebody can decide nothing about a run. */
export type CannotDecide = 'own' | 'decided' | 'expired' | 'over' | 'changed';

/** `askedAt`: of the request that they were shown, which somebody else may have taken over since. */
export function whyNotDecided(
  run: Pick<Run, 'approval' | 'asker' | 'askedAt' | 'endedAt'>,
  { person, askedAt }: { person: Person; askedAt: Date },
  now: Date,
): CannotDecide | null {
  const { approval, endedAt } = run;
  if (!approval || (endedAt && endedAt < approval.until && !approval.decision)) return 'over';
  if (approval.decision) return 'decided';
  if (now >= approval.until) return 'expired';
  if (run.asker.id === person.id) return 'own';
  return run.askedAt.getTime() === askedAt.getTime() ? null : 'changed';
}
