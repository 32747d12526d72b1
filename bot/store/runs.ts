import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Person, RunId, TenantId } from '../ports.ts';
import type { Run, RunHead, Verdict } from '../runs/run.ts';
import { jsonOrNull, storable } from './json.ts';
import { knownAction } from './known-action.ts';
import type { Db, Tx } from './open.ts';
import { runHeadFrom, type StepOnItsWay, stepRow, targetRecord, verdictsFrom } from './rows.ts';
import { targetsIn } from './run-targets.ts';
import { oneRun } from './select-runs.ts';

export type NewRun = Omit<Run, 'id' | 'number' | 'endedAt' | 'cancelledBy' | 'pausedUntil' | 'resumedAt'> & {
  joinKey: string;
  /** Of whoever asks for it. */
  askKey: string;
};

/** Takes the tenant's next number and writes the run; null where one with the same key is on its way, or the ask has led to one. */
export async function insertRun(tx: Tx, run: NewRun): Promise<Run | null> {
  const id = randomUUID() as RunId;
  const { targets, joinKey, askKey, ...rest } = run;
  const number = await writeRun(tx, { id, run });
  if (number === null) {
    // The row of the tenant is ours until the end of the transaction, so nobody has taken a number since.
    await tx
      .updateTable('tenant')
      .set((eb) => ({ last_run: eb('last_run', '-', 1) }))
      .where('id', '=', run.tenantId)
      .execute();
    return null;
  }
  const fresh = { endedAt: null, cancelledBy: null, pausedUntil: null, resumedAt: null };
  return { ...rest, ...fresh, id, number, targets };
}

type Writing = { id: RunId; run: NewRun };

/** In one statement: somebody waits for it. The answer is its number. */
async function writeRun(tx: Tx, { id, run }: Writing): Promise<number | null> {
  const { tenantId, askKey, joinKey, asker, approval } = run;
  const { rows } = await sql<{ number: number }>`
    with taken as (
      insert into tenant (id, last_run) values (${tenantId}, 1)
      on conflict (id) do update set last_run = tenant.last_run + 1 returning last_run),
    written as (
      insert into run (id, tenant_id, number, action, join_key, asker, asked_at, booked_for, joined_elsewhere, trace, approval)
      select ${id}, ${tenantId}, last_run, ${run.action}, ${joinKey}, ${storable(asker)}, ${run.askedAt},
        ${run.bookedFor}, ${run.joinedElsewhere}, ${run.trace}, ${jsonOrNull(approval)}
      from taken
      where not exists (select from run_follower where tenant_id = ${tenantId} and ask_key = ${askKey})
      on conflict (tenant_id, join_key) where ended_at is null do nothing returning id, tenant_id, number),
    targeted as (
      insert into run_target (run_id, tenant_id, position, target, state, verdict, revision, due_at, attempts, started_at,
        look_until, "window", outcome, sighting, blind, lock_key)
      select written.id, written.tenant_id, v.position, v.target, v.state, v.verdict, v.revision, v.due_at, v.attempts,
        v.started_at, v.look_until, v."window", v.outcome, v.sighting, v.blind, v.lock_key
      from written, ${targetsIn(run.targets.map((one) => ({ ...targetRecord(one), position: one.position })))})
    select number from written`.execute(tx);
  return rows[0]?.number ?? null;
}

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
  const steps = db
    .selectFrom('run_target as t')
    .innerJoin('run as r', 'r.id', 't.run_id')
    .select(['t.run_id', 't.position', 't.revision', 't.state', 't.due_at'])
    .where(knownAction(sql.ref('r.action')));
  const rows = await (dueBy ? steps.where('t.due_at', '<=', dueBy) : steps.where('t.due_at', 'is not', null))
    .orderBy('t.due_at')
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
