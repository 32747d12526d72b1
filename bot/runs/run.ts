import type { ActionName, ClockBasis, Sighting, Target } from '../actions/define.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Person, PersonId, RunId, TenantId } from '../ports.ts';
import type { Outcome } from './outcome.ts';

export const targetStates = ['waiting', 'starting', 'following', 'ended'] as const;
export type TargetState = (typeof targetStates)[number];

/** How it ended, for one target and for a run. `silent`: accepted, and no sign of life since. */
export const verdicts = ['done', 'failed', 'silent', 'refused', 'cancelled'] as const;
export type Verdict = (typeof verdicts)[number];
/** How many ended how. */
export type Counts = Partial<Record<Verdict, number>>;

/** When a start is thought to be taken. */
export type Window = { opensAt: Date; basis: ClockBasis };

/** One target of a run on its way. */
export type RunTarget = {
  position: number;
  target: Target;
  state: TargetState;
  verdict: Verdict | null;
  /** Counts changes; a step that was meant for an earlier one does nothing. */
  revision: number;
  /** When the next step is due; null once ended. */
  dueAt: Date | null;
  /** Starts tried; each has its own window. */
  attempts: number;
  /** The last start, or for a sync begun elsewhere the time it was first seen. */
  startedAt: Date | null;
  /** When waiting or looking ends at the latest, as things stand. */
  lookUntil: Date | null;
  window: Window | null;
  outcome: Outcome | null;
  sighting: Sighting | null;
  /** Why nothing could be asked in the asker's name the last time; `signed-out`: it waits for them until `lookUntil`. */
  blind: Refusal | null;
};

/** Why a plan needs a second person, as the tenant's rules say. */
export type ApprovalReason = { kind: 'devices'; over: number } | { kind: 'removal' } | { kind: 'full-sync' };

export const decisionKinds = ['approved', 'declined'] as const;

/** What the second person said. */
export type Decision = {
  kind: (typeof decisionKinds)[number];
  by: { id: PersonId; name: string };
  at: Date;
  /** In their own words. */
  reason: string | null;
};

/** A second person is asked before anything starts. Without a decision nothing does, and after `until` nothing ever will. */
export type Approval = { reasons: readonly ApprovalReason[]; until: Date; decision: Decision | null };

/** A confirmed plan on its way; survives a restart. */
export type Run = RunHead & { targets: readonly RunTarget[] };

/** A run as a list shows it: `samples` has one target for each way in which its targets stand. */
export type RunOutline = RunHead & { samples: readonly RunTarget[] };

/** What is true of all its targets. */
export type RunHead = {
  id: RunId;
  tenantId: TenantId;
  /** Counted per tenant: what people say and see. */
  number: number;
  action: ActionName;
  asker: Person;
  askedAt: Date;
  /** Set when somebody asked for a later time. */
  bookedFor: Date | null;
  /** True where the sync was begun by somebody else and this run only follows it. */
  joinedElsewhere: boolean;
  /** Null where nobody else had to agree. */
  approval: Approval | null;
  cancelledBy: string | null;
  endedAt: Date | null;
  /** Graph asks to wait until then. */
  pausedUntil: Date | null;
  /** A process went on with it after an earlier one had gone. */
  resumedAt: Date | null;
  /** Under which id the log tells of it: that of the turn that asked for it. */
  trace: string | null;
};
