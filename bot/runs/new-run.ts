import type { Action, Opening, Target } from '../actions/define.ts';
import type { Tracing } from '../meter.ts';
import type { ApprovalRules, Person } from '../ports.ts';
import type { Tx } from '../store/open.ts';
import type { NewRun } from '../store/runs.ts';
import { tenantSettingsOf } from '../store/tenant-settings.ts';
import { join } from './advance.ts';
import { approvalFor } from './approval.ts';
import type { Approval, RunTarget, Window } from './run.ts';
import { startAtFor } from './window.ts';

/** What is to be done, and how the service stood just before. */
export type Wanted = { action: Action; targets: readonly Target[]; opening: Opening; booking: Window | null };

type Wish = Wanted & { asker: Person; askKey: string };
type Asking = { wish: Wish; now: Date; joinKey: string };

/** The run that a wish leads to, as the rules of its tenant want it. */
export async function newRunFor(parts: { tracing: Tracing }, tx: Tx, { wish, now, joinKey }: Asking): Promise<NewRun> {
  const { approvals } = await tenantSettingsOf(tx, wish.asker.tenantId);
  return { ...plannedRun(wish, approvals, now), askKey: wish.askKey, joinKey, trace: parts.tracing.current() };
}

function plannedRun(wish: Wish, rules: ApprovalRules, now: Date): Omit<NewRun, 'trace' | 'joinKey' | 'askKey'> {
  const elsewhere = wish.opening.kind === 'running';
  const { action, targets } = wish;
  const approval = approvalFor(rules, { action: action.name, targets }, now);
  return {
    tenantId: wish.asker.tenantId,
    action: action.name,
    asker: wish.asker,
    askedAt: now,
    bookedFor: wish.booking?.opensAt ?? null,
    joinedElsewhere: elsewhere,
    approval,
    targets: targets.map((target, position) => newTarget(wish, { target, position, now, approval })),
  };
}

type One = { target: Target; position: number; now: Date; approval: Approval | null };

function newTarget(wish: Wish, one: One): RunTarget {
  const { target, position, now, approval } = one;
  const waiting: RunTarget = {
    position,
    target,
    state: 'waiting',
    verdict: null,
    revision: 1,
    dueAt: wish.booking ? startAtFor(wish.booking) : (approval?.until ?? now),
    attempts: 0,
    startedAt: null,
    lookUntil: null,
    window: wish.booking,
    outcome: null,
    sighting: null,
    blind: null,
  };
  if (wish.opening.kind !== 'running') return waiting;
  return join(waiting, wish.opening, { now, pace: wish.action.pace });
}
