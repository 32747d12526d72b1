import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Person, RunId, TenantId } from '../ports.ts';
import type { Run, RunHead, Verdict } from '../runs/run.ts';
import { jsonOrNull, storable } from './json.ts';
import type { Db, Tx } from './open.ts';
import { runHeadFrom, type StepOnItsWay, stepRow, targetColumns, verdictsFrom } from './rows.ts';
import { oneRun } from './select-runs.ts';
import { nextNumber } from './tenants.ts';

export type NewRun = Omit<Run, 'id' | 'number' | 'endedAt' | 'cancelledBy' | 'pausedUntil' | 'resumedAt'> & {
  joinKey: string;
};

/** Takes the tenant's next number and writes the run, unless one with the same key is on its way. */
export async function insertRun(tx: Tx, run: NewRun): Promise<Run | null> {
  const id = randomUUID() as RunId;
  const { targets, joinKey, ...rest } = run;
  const inserted = await tx
    .insertInto('run')
    .values({
      id,
      tenant_id: run.tenantId,
      number: await nextNumber(tx, run.tenantId, 'last_run'),
      action: run.action,
      join_key: joinKey,
      asker: storable(run.asker),
      asked_at: run.askedAt,
      booked_for: run.bookedFor,
      joined_elsewhere: run.joinedElsewhere,
      trace: run.trace,
      approval: jsonOrNull(run.approval),
      cancelled_by: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'join_key']).where('ended_at', 'is', null).doNothing())
    .returning('number')
    .executeTakeFirst();
  if (!inserted) {
    // The row of the tenant is ours until the end of the transaction, so nobody has taken a number since.
    await tx
      .updateTable('tenant')
      .set((eb) => ({ last_run: eb('last_run', '-', 1) }))
      .where('id', '=', run.tenantId)
      .execute();
    return null;
  }
  await insertTargets(tx, id, run);
  const fresh = { endedAt: null, cancelledBy: null, pausedUntil: null, resumedAt: null };
  return { ...rest, ...fresh, id, number: inserted.number, targets };
}

async function insertTargets(tx: Tx, id: RunId, run: NewRun): Promise<void> {
  const rows = run.targets.map((one) => ({
    run_id: id,
    tenant_id: run.tenantId,
    position: one.position,
    ...targetColumns(one),
  }));
  for (let from = 0; from < rows.length; from += rowsTogether)
    await tx
      .insertInto('run_target')
      .values(rows.slice(from, from + rowsTogether))
      .execute();
}

/** A statement takes 65,535 values. */
const rowsTogether = 1_000;

export function findRun(db: Db, id: RunId): Promise<Run | null> {
  return oneRun(db, (query) => query.where('id', '=', id));
}

/** The run that an earlier delivery or press of the same ask led to. */
export function findRunAskedBy(db: Db, tenantId: TenantId, askKey: string): Promise<Run | null> {
  return oneRun(db, (query) =>
    query.where('id', '=', (eb) =>
      eb.selectFrom('run_follower').select('run_id').where('tenant_id', '=', tenantId).where('ask_key', '=', askKey),
    ),
  );
}

export function findRunByNumber(db: Db, tenantId: TenantId, number: number): Promise<Run | null> {
  return oneRun(db, (query) => query.where('tenant_id', '=', tenantId).where('number', '=', number));
}

export function findRunOnItsWay(db: Db, tenantId: TenantId, joinKey: string): Promise<Run | null> {
  return oneRun(db, (query) =>
    query.where('tenant_id', '=', tenantId).where('join_key', '=', joinKey).where('ended_at', 'is', null),
  );
}

/** A run that has just ended, with every verdict that its targets have. */
export type EndedRun = RunHead & { verdicts: Verdict[] };

/** Marks the run ended once every target is; several may end at once, so the database decides. Null: it goes on, or had ended. */
export async function endRunIfOver(
  tx: Tx,
  id: RunId,
  at: { now: Date; cancelledBy?: Person },
): Promise<EndedRun | null> {
  const ended = await tx
    .updateTable('run')
    .set({ ended_at: at.now, ...(at.cancelledBy ? { cancelled_by: at.cancelledBy.name } : {}) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('run_target').select('position').where('run_id', '=', id).where('verdict', 'is', null)),
      ),
    )
    .returningAll()
    .returning((eb) => eb.selectFrom('run_target').select(verdictsOfAll).where('run_id', '=', id).as('verdicts'))
    .executeTakeFirst();
  return ended ? { ...runHeadFrom(ended), verdicts: verdictsFrom(ended.verdicts) } : null;
}

const verdictsOfAll = sql<string[]>`array_agg(distinct verdict)`.as('verdicts');

/** Whether a run goes on; until the transaction ends it does not end. */
export async function holdRun(tx: Tx, id: RunId): Promise<boolean> {
  const run = await tx.selectFrom('run').select('ended_at').where('id', '=', id).forShare().executeTakeFirst();
  return run !== undefined && run.ended_at === null;
}

/** Every step that is still to be done, as the rows tell, or those whose time has come. */
export async function stepsOnTheirWay(db: Db, { dueBy }: { dueBy?: Date } = {}): Promise<StepOnItsWay[]> {
  const steps = db.selectFrom('run_target').select(['run_id', 'position', 'revision', 'state', 'due_at']);
  const rows = await (dueBy ? steps.where('due_at', '<=', dueBy) : steps.where('due_at', 'is not', null))
    .orderBy('due_at')
    .limit(10_000)
    .execute();
  return rows.map((row) => stepRow.parse(row));
}

/** Runs on their way, and those that ended since. */
export async function runsToTell(db: Db, since: Date): Promise<RunId[]> {
  const rows = await db
    .selectFrom('run')
    .select('id')
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', since)]))
    .execute();
  return rows.map((row) => row.id as RunId);
}

/** Graph asks to wait, which everybody who follows the run is to know. */
export async function pauseRun(db: Db, id: RunId, until: Date): Promise<void> {
  await db.updateTable('run').set({ paused_until: until }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

/** What was on its way when an earlier process ended goes on. */
export async function markResumed(db: Db, now: Date): Promise<void> {
  await db.updateTable('run').set({ resumed_at: now }).where('ended_at', 'is', null).execute();
}

/** A process that owns the database alone knows that no start of an earlier one is still under way. */
export async function dropLeases(db: Db, now: Date): Promise<void> {
  await db.updateTable('run_target').set({ due_at: now }).where('state', '=', 'starting').execute();
}

/** Forgets all runs of a tenant; used for the invented one only. */
export async function forgetRuns(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('run').where('tenant_id', '=', tenantId).execute();
  await db.deleteFrom('tenant').where('id', '=', tenantId).execute();
}
