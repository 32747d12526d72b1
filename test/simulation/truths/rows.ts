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
    .select(['r.number', 'r.tenant_id as run_tenant_id'])
    .execute();

export const notices = (db: Db) => db.selectFrom('notice').select(['id', 'tenant_id', 'card_id', 'state']).execute();

/** When the rows themselves say that something is to be done, whatever the queue knows of it. */
export async function nextDue(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('run_target')
    .select(({ fn }) => fn.min('due_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}
