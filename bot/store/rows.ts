import { z } from 'zod';
import { actionNames, clockBases, sightingStates, targetKinds } from '../actions/define.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Person, PersonId, RunId, TenantId } from '../ports.ts';
import { lockKeyFor } from '../runs/lock.ts';
import { type Run, type RunHead, type RunTarget, type TargetState, targetStates, verdicts } from '../runs/run.ts';
import { jsonOrNull, storable } from './json.ts';
import { storedApproval } from './stored-approval.ts';

/** Stored rows in our words. A row that does not parse is a surprise, and says which. */

const date = z.coerce.date();

const support = z.object({
  at: date,
  status: z.number().nullable(),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
  clientRequestId: z.string().nullable(),
  activityId: z.string().nullable(),
});

const missing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scope'), scopes: z.array(z.string()) }),
  z.object({ kind: z.literal('role') }),
  z.object({ kind: z.literal('intune-access') }),
  z.object({ kind: z.literal('policy') }),
  z.object({ kind: z.literal('approval'), code: z.string().nullable() }),
]);

const common = { changed: z.enum(['nothing', 'unknown']), support };
const retryAt = date.nullable();

const refusal = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('running-already') }),
  z.object({ ...common, kind: z.literal('changed'), run: z.number().nullable() }),
  z.object({ ...common, kind: z.literal('too-early'), retryAt }),
  z.object({ ...common, kind: z.literal('throttled'), retryAt }),
  z.object({ ...common, kind: z.literal('not-allowed'), missing }),
  z.object({ ...common, kind: z.literal('not-there'), what: z.enum(['action', 'object', 'intune']) }),
  z.object({
    ...common,
    kind: z.literal('signed-out'),
    need: z.enum(['sign-in', 'consent', 'proof']).default('sign-in'),
  }),
  z.object({ ...common, kind: z.literal('unreachable'), how: z.enum(['timeout', 'connection', 'server']) }),
  z.object({
    ...common,
    kind: z.literal('unexpected'),
    how: z.enum(['bad-request', 'unreadable', 'settings', 'other']),
  }),
]) satisfies z.ZodType<Refusal>;

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), at: date, requestId: z.string().nullable(), inferred: z.boolean() }),
  z.object({ kind: z.literal('refused'), at: date, refusal }),
]);

const seenItem = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string().nullable(),
  intent: z.string(),
  status: z.string(),
  detail: z.string().nullable(),
  errorCode: z.string().nullable(),
  changedAt: date.nullable(),
}) satisfies z.ZodType<SeenItem>;

const sighting = z.object({
  state: z.enum(sightingStates),
  at: date,
  mark: z.string().nullable(),
  moved: z.object({ from: date.nullable(), to: date }).nullable(),
  items: z.array(seenItem).optional(),
  changed: z.array(z.string()).optional(),
});

const target = z.object({
  kind: z.enum(targetKinds),
  id: z.string(),
  label: z.string().nullable(),
  wish: z.unknown().default(null),
  baseline: z.unknown(),
});

const targetRow = z
  .object({
    position: z.number(),
    target,
    state: z.enum(targetStates),
    verdict: z.enum(verdicts).nullable(),
    revision: z.number(),
    due_at: date.nullable(),
    attempts: z.number(),
    started_at: date.nullable(),
    look_until: date.nullable(),
    window: z.object({ opensAt: date, basis: z.enum(clockBases) }).nullable(),
    outcome: outcome.nullable(),
    sighting: sighting.nullable(),
    blind: refusal.nullable(),
  })
  .transform(
    ({ due_at, started_at, look_until, ...row }): RunTarget => ({
      ...row,
      target: row.target,
      dueAt: due_at,
      startedAt: started_at,
      lookUntil: look_until,
    }),
  );

export type StepOnItsWay = { runId: RunId; position: number; revision: number; state: TargetState; dueAt: Date };

export const stepRow = z
  .object({ run_id: z.string(), position: z.number(), revision: z.number(), state: z.enum(targetStates), due_at: date })
  .transform(({ run_id, due_at, ...row }): StepOnItsWay => ({ ...row, runId: run_id as RunId, dueAt: due_at }));

const person = z
  .object({ tenantId: z.string(), id: z.string(), name: z.string(), teamsId: z.string() })
  .transform((row): Person => ({ ...row, tenantId: row.tenantId as TenantId, id: row.id as PersonId }));

const runRow = z.object({
  id: z.string(),
  tenant_id: z.string(),
  number: z.number(),
  action: z.enum(actionNames),
  asker: person,
  asked_at: date,
  booked_for: date.nullable(),
  joined_elsewhere: z.boolean(),
  approval: storedApproval.nullable(),
  cancelled_by: z.string().nullable(),
  ended_at: date.nullable(),
  paused_until: date.nullable(),
  resumed_at: date.nullable(),
  trace: z.string().nullable(),
});

export const runFrom = (stored: unknown, storedTargets: readonly unknown[]): Run => ({
  ...runHeadFrom(stored),
  targets: storedTargets.map(targetFrom),
});

export const targetFrom = (stored: unknown): RunTarget => targetRow.parse(stored);

export const verdictsFrom = (stored: unknown) => z.array(z.enum(verdicts)).parse(stored);

export function runHeadFrom(stored: unknown): RunHead {
  const row = runRow.parse(stored);
  return {
    id: row.id as RunId,
    tenantId: row.tenant_id as TenantId,
    number: row.number,
    action: row.action,
    asker: row.asker,
    askedAt: row.asked_at,
    bookedFor: row.booked_for,
    joinedElsewhere: row.joined_elsewhere,
    approval: row.approval,
    cancelledBy: row.cancelled_by,
    endedAt: row.ended_at,
    pausedUntil: row.paused_until,
    resumedAt: row.resumed_at,
    trace: row.trace,
  };
}

/** A target as a row, its JSON still as values. */
export const targetRecord = (row: RunTarget) => ({
  target: row.target,
  state: row.state,
  verdict: row.verdict,
  revision: row.revision,
  due_at: row.dueAt,
  attempts: row.attempts,
  started_at: row.startedAt,
  look_until: row.lookUntil,
  window: row.window,
  outcome: row.outcome,
  sighting: row.sighting,
  blind: row.blind,
  lock_key: lockKeyFor(row),
});

/** The same as one row's columns take it. */
export function targetColumns(row: RunTarget) {
  const { target, window, outcome, sighting, blind, ...plain } = targetRecord(row);
  return {
    ...plain,
    target: storable(target),
    window: jsonOrNull(window),
    outcome: jsonOrNull(outcome),
    sighting: jsonOrNull(sighting),
    blind: jsonOrNull(blind),
  };
}
