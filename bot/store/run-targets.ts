import { sql } from 'kysely';
import type { RunId, TenantId } from '../ports.ts';
import type { Counts, RunHead, RunTarget, TargetState } from '../runs/run.ts';
import { storable } from './json.ts';
import { knownAction } from './known-action.ts';
import type { Db, Tx } from './open.ts';
import { runHeadFrom, targetColumns, targetFrom, targetRecord } from './rows.ts';

/** The targets of a run, one or many at once. */

export type Change = { before: RunTarget; after: RunTarget };

/** Saves a target only if nobody else changed it since it was read. */
export async function saveTarget(db: Db, runId: RunId, { before, after }: Change): Promise<boolean> {
  const saved = await db
    .updateTable('run_target')
    .set(targetColumns(after))
    .where('run_id', '=', runId)
    .where('position', '=', before.position)
    .where('revision', '=', before.revision)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** The same for any number, in one statement; the answer is the positions of those that were saved. */
export async function saveTargets(db: Db, runId: RunId, changes: readonly Change[]): Promise<Set<number>> {
  const [only] = changes;
  if (!only) return new Set();
  if (changes.length === 1) return new Set((await saveTarget(db, runId, only)) ? [only.before.position] : []);
  const records = changes.map(({ before, after }) => ({
    ...targetRecord(after),
    position: before.position,
    was: before.revision,
  }));
  const { rows } = await sql<{ position: number }>`
    update run_target as t set
      target = v.target, state = v.state, verdict = v.verdict, revision = v.revision, due_at = v.due_at,
      attempts = v.attempts, started_at = v.started_at, look_until = v.look_until, "window" = v."window",
      outcome = v.outcome, sighting = v.sighting, blind = v.blind, lock_key = v.lock_key
    from ${targetsIn(records)}
    where t.run_id = ${runId} and t.position = v.position and t.revision = v.was
    returning t.position`.execute(db);
  return new Set(rows.map(({ position }) => position));
}

type TargetRecord = ReturnType<typeof targetRecord> & { position: number; was?: number };

/** Many in one parameter, as `v`; `was`: the revision that was read. */
export const targetsIn = (records: readonly TargetRecord[]) => sql`
  jsonb_to_recordset(${storable(records)}::jsonb) as v (
    position int, was int, target jsonb, state text, verdict text, revision int, due_at timestamptz, attempts int,
    started_at timestamptz, look_until timestamptz, "window" jsonb, outcome jsonb, sighting jsonb, blind jsonb, lock_key text)`;

/** One step of one target, as it was meant. */
export type DueStep = { runId: RunId; position: number; revision: number };

/**
 * A start that this step had begun, and those that began with it, need not wait for their leases. The answer is the step as it now
 * stands; null where it had begun none.
 */
export async function endLeases(db: Db, { runId, position, revision }: DueStep, now: Date): Promise<DueStep | null> {
  const begun = { runId, position, revision: revision + 1 };
  const ended = await db
    .updateTable('run_target as t')
    .from('run_target as own')
    .set({ due_at: now })
    .whereRef('t.run_id', '=', 'own.run_id')
    .whereRef('t.started_at', '=', 'own.started_at')
    .where('t.state', '=', 'starting')
    .where('own.run_id', '=', runId)
    .where('own.position', '=', position)
    .where('own.revision', '=', begun.revision)
    .where('own.state', '=', 'starting')
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n ? begun : null;
}

/** What a step does besides its own target: others of the run in these states whose time has come, so many in all. */
export type Along = { states: readonly TargetState[]; dueBy: Date; most: number };

/** `rest`: the first of what is due and did not fit. */
export type Due = { run: RunHead; targets: RunTarget[]; rest: RunTarget | null };

/** What a step is to work on: its target, if it still is as it was meant, and what else is due in its run. */
export async function findDue(db: Db, step: DueStep, { states, dueBy, most }: Along): Promise<Due | null> {
  const { runId, position, revision } = step;
  const due = db
    .selectFrom('run_target')
    .selectAll()
    .where('run_id', '=', runId)
    .where('state', '<>', 'ended')
    .where((eb) =>
      eb.or([
        eb.and([eb('position', '=', position), eb('revision', '=', revision)]),
        eb.and([eb('position', '<>', position), eb('state', 'in', states), eb('due_at', '<=', dueBy)]),
      ]),
    )
    .orderBy((eb) => eb('position', '=', position), 'desc')
    .orderBy('position')
    .limit(most + 1);
  // Of one moment: whatever is decided about the run later changes its targets too, so they cannot be saved as they were.
  const run = await db
    .selectFrom('run')
    .selectAll()
    .select((eb) => eb.selectFrom(due.as('t')).select(sql<unknown[]>`json_agg(t)`.as('all')).as('due'))
    .where('id', '=', runId)
    .where(knownAction(sql.ref('run.action')))
    .executeTakeFirst();
  const targets = (run?.due ?? []).map(targetFrom);
  const [rest = null] = targets.splice(most);
  return !run || targets.length === 0 ? null : { run: runHeadFrom(run), targets, rest };
}

/** Which of these locks are held, and by which run, by its number. */
export async function lockHolders(db: Db, tenantId: TenantId, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('run_target as t')
    .innerJoin('run as r', 'r.id', 't.run_id')
    .select(['t.lock_key', 'r.number'])
    .where('t.tenant_id', '=', tenantId)
    .where('t.lock_key', 'in', keys)
    .execute();
  return new Map(rows.flatMap(({ lock_key, number }) => (lock_key ? [[lock_key, number] as const] : [])));
}

/** How many of what a run was on ended how. */
export async function verdictCounts(tx: Tx, { tenantId, id }: Pick<RunHead, 'tenantId' | 'id'>): Promise<Counts> {
  const rows = await tx
    .selectFrom('run_target')
    .select(['verdict', (eb) => eb.fn.countAll().as('count')])
    .where('tenant_id', '=', tenantId)
    .where('run_id', '=', id)
    .where('verdict', 'is not', null)
    .groupBy('verdict')
    .execute();
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, Number(count)]));
}
