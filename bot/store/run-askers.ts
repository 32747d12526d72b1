import { type QueryCreator, sql } from 'kysely';
import type { Person, RunId } from '../ports.ts';
import type { Run, RunOutline } from '../runs/run.ts';
import { jsonOrNull } from './json.ts';
import { knownAction } from './known-action.ts';
import type { Db, Tx } from './open.ts';
import { outlinesOf } from './recent-runs.ts';
import { findRun } from './runs.ts';
import type { Tables } from './schema.ts';

type Whose = Pick<Person, 'tenantId' | 'id'>;

/** What is on its way in somebody's name, held until the transaction ends: no step can save in between. */
export const lockRunsAskedBy = (tx: Tx, whose: Whose): Promise<Run[]> => runsAskedBy(tx, whose, true);

/** The same, only to look at. */
export const findRunsAskedBy = (db: Db, whose: Whose): Promise<Run[]> => runsAskedBy(db, whose, false);

/** How each of them stands; those on their way only. */
export async function outlinesAskedBy(db: Db, { tenantId, id }: Whose): Promise<RunOutline[]> {
  const runs = await db
    .selectFrom('run')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(sql<string>`asker ->> 'id'`, '=', id)
    .where(knownAction(sql.ref('action')))
    .where('ended_at', 'is', null)
    .orderBy('number', 'desc')
    .execute();
  return outlinesOf(db, runs);
}

/** The newest of somebody's runs, ended or not; `action`: of this kind only. */
export async function findLastRunAskedBy(db: Db, { tenantId, id }: Whose, action: string | null): Promise<Run | null> {
  const runs = db
    .selectFrom('run')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(knownAction(sql.ref('action')))
    .where(sql<string>`asker ->> 'id'`, '=', id);
  const row = await (action ? runs.where('action', '=', action) : runs)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? findRun(db, row.id as RunId) : null;
}

type Asking = { runId: RunId; asker: Whose; askedAt: Date };

/** Asked again, they have asked since the first time. */
export async function addAsker(tx: Tx, asking: Asking): Promise<void> {
  await askerAdded(tx, asking).execute();
}

/** The same as a part of a greater statement. */
export const askerAdded = (db: QueryCreator<Tables>, { runId, asker, askedAt }: Asking) =>
  db
    .insertInto('run_asker')
    .values({ tenant_id: asker.tenantId, run_id: runId, person_id: asker.id, asked_at: askedAt })
    .onConflict((conflict) => conflict.columns(['run_id', 'person_id']).doNothing());

/** The run that somebody asked for last: first, or by joining it. */
export async function findLastRunOf(db: Db, { tenantId, id }: Whose): Promise<Run | null> {
  const row = await db
    .selectFrom('run_asker as a')
    .innerJoin('run as r', 'r.id', 'a.run_id')
    .select('a.run_id')
    .where('a.tenant_id', '=', tenantId)
    .where('a.person_id', '=', id)
    .where(knownAction(sql.ref('r.action')))
    .orderBy('a.asked_at', 'desc')
    .orderBy('r.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? findRun(db, row.run_id as RunId) : null;
}

async function runsAskedBy(db: Db, { tenantId, id }: Whose, lock: boolean): Promise<Run[]> {
  const query = db
    .selectFrom('run_target as t')
    .innerJoin('run as r', 'r.id', 't.run_id')
    .select(['t.run_id', 'r.number'])
    .where('r.tenant_id', '=', tenantId)
    .where(sql<string>`r.asker ->> 'id'`, '=', id)
    .where('r.ended_at', 'is', null)
    .orderBy('r.number')
    .orderBy('t.position');
  const rows = await (lock ? query.forUpdate('t') : query).execute();
  const ids = [...new Set(rows.map((row) => row.run_id as RunId))];
  const runs = await Promise.all(ids.map((one) => findRun(db, one)));
  // While this waited for the rows, somebody else may have taken a run over.
  return runs.filter((run) => run !== null).filter((run) => run.asker.id === id && run.endedAt === null);
}

/** In whose name a run goes on from now on, and what they asked for. */
export async function saveAsk(tx: Tx, run: Run): Promise<void> {
  const { id, asker, askedAt, bookedFor, joinedElsewhere, trace } = run;
  const ask = { asker: JSON.stringify(asker), asked_at: askedAt, booked_for: bookedFor, trace };
  await tx
    .updateTable('run')
    .set({ ...ask, joined_elsewhere: joinedElsewhere, approval: jsonOrNull(run.approval) })
    .where('id', '=', id)
    .execute();
}
