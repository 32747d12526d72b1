import { sql } from 'kysely';
import type { Db } from '../../../bot/store/open.ts';

export async function verdictsOf(db: Db) {
  const open = sql<number>`(select count(*)::int from run_target t where t.run_id = run.id and t.verdict is null)`;
  return db
    .selectFrom('run')
    .select(['number', 'tenant_id', 'ended_at', open.as('open')])
    .execute();
}

/** Cards that follow a run, with those of people who left it. */
export const followers = (db: Db) =>
  db
    .selectFrom('run_follower as f')
    .innerJoin('run as r', 'r.id', 'f.run_id')
    .select(['f.run_id', 'f.tenant_id', 'f.conversation_id', 'f.ask_key', 'f.card_id', 'f.shown', 'f.left_at'])
    .orderBy('f.asked_at')
    .orderBy('f.id')
    .select(['r.number', 'r.tenant_id as run_tenant_id'])
    .execute();

export const notices = (db: Db) =>
  db
    .selectFrom('notice as n')
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'n.tenant_id').onRef('p.id', '=', 'n.person_id'))
    .select([
      'n.id',
      'n.tenant_id',
      'n.card_id',
      'n.state',
      'n.key',
      'n.content',
      'n.due_at',
      'n.conversation_id',
      'n.person_id',
    ])
    .select(['p.name', 'p.quiet', 'p.zone', 'p.heard_zone'])
    .orderBy('n.asked_at')
    .execute();

/** What was planned, and who agreed to it. */
export const plans = (db: Db) =>
  db
    .selectFrom('run')
    .select(['id', 'number', 'tenant_id', 'action', 'asker', 'approval'])
    .select(
      sql<{ wish: unknown }[]>`(select json_agg(t.target) from run_target t where t.run_id = run.id)`.as('targets'),
    )
    .execute();

export const rules = (db: Db) =>
  db.selectFrom('tenant').select(['id', 'approve_over_devices', 'approve_removals', 'approve_full_syncs']).execute();

export const schedulesIn = (db: Db) => db.selectFrom('schedule').selectAll().execute();

/** Watches of runs, and whether what they watch is over. */
export const runWatches = (db: Db) =>
  db
    .selectFrom('watch as w')
    .innerJoin('run as r', (on) => on.on(sql<boolean>`r.id::text = w.what ->> 'runId'`))
    .select(['w.id', 'w.tenant_id', 'w.number', 'w.state', 'r.tenant_id as run_tenant_id', 'r.ended_at'])
    .execute();

/** When the rows themselves say that something is to be done, whatever the queue knows of it; what comes again and again, until then. */
export async function nextDue(db: Db, { times, looks }: { times: Date; looks: Date }): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select least(
    (select min(due_at) from run_target),
    (select min(due_at) from schedule where due_at < ${times}),
    (select min(due_at) from watched where due_at < ${looks})) as at`.execute(db);
  const at = rows[0]?.at ?? null;
  return at && new Date(at);
}
