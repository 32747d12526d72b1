import { sql } from 'kysely';
import { z } from 'zod';
import type { PersonId, TenantId } from '../ports.ts';
import type { HistoryFilter, RunRecord } from '../runs/record.ts';
import { knownAction } from './known-action.ts';
import type { Db } from './open.ts';
import { outlinesOf } from './recent-runs.ts';

/** What ran in a tenant, newest first. */

/** `before`: only runs with a smaller number. */
export type Page = { before: number | null; limit: number };

export async function findHistory(db: Db, filter: HistoryFilter, { before, limit }: Page): Promise<RunRecord[]> {
  const all = narrowed(db, filter).selectAll('r');
  const rows = await (before === null ? all : all.where('r.number', '<', before))
    .orderBy('r.number', 'desc')
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const which = { tenantId: filter.tenantId, ids };
  const [outlines, targets, askers] = await Promise.all([
    outlinesOf(db, rows),
    targetsOf(db, which),
    askersOf(db, which),
  ]);
  return outlines.map((run) => ({
    ...run,
    ...(targets.get(run.id) ?? noTargets),
    alsoAsked: (askers.get(run.id) ?? []).flatMap(({ id, name }) => (id === run.asker.id ? [] : [name])),
  }));
}

export async function countHistory(db: Db, filter: HistoryFilter): Promise<number> {
  const { count } = await narrowed(db, filter)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function narrowed(db: Db, { tenantId, askedBy, action, on, since }: HistoryFilter) {
  let runs = db
    .selectFrom('run as r')
    .where('r.tenant_id', '=', tenantId)
    .where(knownAction(sql.ref('r.action')));
  if (askedBy) runs = runs.where('r.id', 'in', runsOfPerson(db, tenantId, askedBy));
  if (action) runs = runs.where('r.action', '=', action);
  if (on) runs = runs.where('r.id', 'in', runsOn(db, tenantId, on));
  if (since) runs = runs.where('r.asked_at', '>=', since);
  return runs;
}

/** An older version, beside which this one may run, does not write who asked. */
const runsOfPerson = (db: Db, tenantId: TenantId, personId: PersonId) =>
  db
    .selectFrom('run_asker')
    .select('run_id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .union(
      db
        .selectFrom('run')
        .select('id as run_id')
        .where('tenant_id', '=', tenantId)
        .where(sql<string>`asker ->> 'id'`, '=', personId),
    );

/** Called so, in any case of its letters. */
const runsOn = (db: Db, tenantId: TenantId, name: string) =>
  db
    .selectFrom('run_target')
    .select('run_id')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`target ->> 'kind' <> 'tenant'`)
    .where(sql<string>`lower(target ->> 'label')`, '=', sql<string>`lower(${name})`);

type Which = { tenantId: TenantId; ids: readonly string[] };

/** So many are named; of a run on a thousand devices the rest is counted. */
const mostNamed = 50;
/** Of a thousand request ids the first few are enough to begin a search with. */
const mostIds = 10;

const noTargets = { names: [], targetCount: 0, requestIds: [], requestCount: 0 };

const targetsRow = z
  .object({
    run_id: z.string(),
    names: z.array(z.string()).nullable(),
    count: z.coerce.number(),
    ids: z.array(z.string()).nullable(),
    answered: z.coerce.number(),
  })
  .transform(({ run_id, names, count, ids, answered }) => ({
    run: run_id,
    found: { names: names ?? [], targetCount: count, requestIds: ids ?? [], requestCount: answered },
  }));

const requestId = sql`coalesce(outcome ->> 'requestId', outcome #>> '{refusal,support,requestId}', blind #>> '{support,requestId}')`;

async function targetsOf(db: Db, { tenantId, ids }: Which) {
  const rows = await db
    .selectFrom('run_target')
    .select('run_id')
    .select(
      sql`(array_agg(coalesce(target ->> 'label', target ->> 'id') order by position)
        filter (where target ->> 'kind' <> 'tenant'))[1:${sql.lit(mostNamed)}]`.as('names'),
    )
    .select(sql`count(*) filter (where target ->> 'kind' <> 'tenant')`.as('count'))
    .select(
      sql`(array_agg(${requestId} order by position) filter (where ${requestId} is not null))[1:${sql.lit(mostIds)}]`.as(
        'ids',
      ),
    )
    .select(sql`count(${requestId})`.as('answered'))
    .where('tenant_id', '=', tenantId)
    .where('run_id', 'in', ids)
    .groupBy('run_id')
    .execute();
  return new Map(rows.map((row) => targetsRow.parse(row)).map(({ run, found }) => [run, found]));
}

/** Everybody who asked for them, the first to ask first. */
async function askersOf(db: Db, { tenantId, ids }: Which) {
  const rows = await db
    .selectFrom('run_asker as a')
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.person_id'))
    .select(['a.run_id', 'p.id', 'p.name'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.run_id', 'in', ids)
    .orderBy('a.asked_at')
    .execute();
  return Map.groupBy(rows, ({ run_id }) => run_id);
}

/** Ended runs of a tenant that are older than this, so many at most; the answer is how many there were. */
export async function forgetEndedRuns(
  db: Db,
  tenantId: TenantId,
  old: { before: Date; most: number },
): Promise<number> {
  const { numDeletedRows } = await db
    // Chosen once: a subquery with a limit may be asked again for each row.
    .with(
      (cte) => cte('old').materialized(),
      (runs) =>
        runs
          .selectFrom('run')
          .select('id')
          .where('tenant_id', '=', tenantId)
          .where('ended_at', '<', old.before)
          .limit(old.most)
          .forUpdate()
          .skipLocked(),
    )
    .deleteFrom('run')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', (eb) => eb.selectFrom('old').select('id'))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
