import { sql } from 'kysely';
import type { ActionName } from '../actions/define.ts';
import type { TenantId } from '../ports.ts';
import type { Run, RunOutline } from '../runs/run.ts';
import { knownAction } from './known-action.ts';
import type { Db } from './open.ts';
import { runFrom, runHeadFrom, targetFrom } from './rows.ts';

/** Those on their way first, then the newest. */
export async function recentRuns(db: Db, tenantId: TenantId, limit: number): Promise<RunOutline[]> {
  const runs = await db
    .selectFrom('run')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(knownAction(sql.ref('action')))
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return outlinesOf(db, runs);
}

/** All that do this and have not ended, whole, the newest first. */
export async function runsUnderWay(db: Db, tenantId: TenantId, action: ActionName): Promise<Run[]> {
  const runs = await db
    .selectFrom('run')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('action', '=', action)
    .where('ended_at', 'is', null)
    .orderBy('number', 'desc')
    .execute();
  const targets = await targetsOf(
    db,
    tenantId,
    runs.map(({ id }) => id),
  );
  return runs.map((row) => runFrom(row, targets.get(row.id) ?? []));
}

async function targetsOf(db: Db, tenantId: TenantId, ids: readonly string[]) {
  const targets = db.selectFrom('run_target').selectAll().where('tenant_id', '=', tenantId);
  const rows = ids.length > 0 ? await targets.where('run_id', 'in', ids).orderBy('position').execute() : [];
  return Map.groupBy(rows, (row) => row.run_id);
}

/** The same runs, each with what tells how it stands. */
export async function outlinesOf(db: Db, runs: readonly { id: string }[]): Promise<RunOutline[]> {
  const ids = runs.map(({ id }) => id);
  const samples = Map.groupBy(ids.length > 0 ? await samplesOf(db, ids) : [], (row) => row.run_id);
  return runs.map((row) => ({ ...runHeadFrom(row), samples: (samples.get(row.id) ?? []).map(targetFrom) }));
}

/** Marks and refusals are few words each: a thousand targets are no more to read than a few. */
const waysToStand = [
  sql`run_id`,
  sql`state`,
  sql`verdict`,
  sql`sighting ->> 'state'`,
  sql`sighting ->> 'mark'`,
  sql`blind ->> 'kind'`,
];

/** One target for each way in which targets stand: of those, the one that was to be looked at longest. */
function samplesOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('run_target')
    .distinctOn(waysToStand)
    .selectAll()
    .where('run_id', 'in', ids)
    .orderBy(sql.join(waysToStand))
    .orderBy('look_until', 'desc')
    .execute();
}
