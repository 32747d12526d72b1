import { sql } from 'kysely';
import type { Conversation, RunId, TenantId } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { knownAction } from './known-action.ts';
import type { Db, Tx } from './open.ts';
import { runHeadFrom } from './rows.ts';
import { findRun } from './runs.ts';

type Which = Pick<Conversation, 'tenantId' | 'id'>;

/** Nothing is written there any more. False where that was known. */
export async function stopConversation(db: Db | Tx, { tenantId, id }: Which, now: Date): Promise<boolean> {
  const stopped = await db
    .updateTable('conversation')
    .set({ stopped_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .executeTakeFirst();
  return stopped.numUpdatedRows > 0n;
}

/** A channel and its threads; the answer is those that were open. */
export async function conversationsOfChannel(db: Db, tenantId: TenantId, channelId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('conversation')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(sql`split_part(id, ';', 1)`, '=', channelId)
    .where('stopped_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Somebody there was heard of, and this is how to reach it now. True where it had been stopped. */
export async function refreshConversation(db: Db, { tenantId, id, serviceUrl, botId }: Conversation): Promise<boolean> {
  const known = await db
    .selectFrom('conversation')
    .select(['service_url', 'bot_id', 'stopped_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!known || (known.service_url === serviceUrl && known.bot_id === botId && known.stopped_at === null)) return false;
  const change = { service_url: serviceUrl, bot_id: botId, stopped_at: null };
  await db.updateTable('conversation').set(change).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
  return known.stopped_at !== null;
}

/** The runs whose cards stand there, and that are on their way or ended since. */
export async function runsFollowedIn(db: Db, { tenantId, id }: Which, since: Date): Promise<RunId[]> {
  const rows = await db
    .selectFrom('run_follower as f')
    .innerJoin('run', 'run.id', 'f.run_id')
    .select('f.run_id')
    .distinct()
    .where('f.tenant_id', '=', tenantId)
    .where('f.conversation_id', '=', id)
    .where('f.left_at', 'is', null)
    .where((eb) => eb.or([eb('run.ended_at', 'is', null), eb('run.ended_at', '>', since)]))
    .execute();
  return rows.map((row) => row.run_id as RunId);
}

/** The newest run that a card shows there. */
export async function findLastRunIn(db: Db, { tenantId, id }: Which): Promise<Run | null> {
  const row = await db
    .selectFrom('run_follower as f')
    .innerJoin('run', 'run.id', 'f.run_id')
    .select('f.run_id')
    .where('f.tenant_id', '=', tenantId)
    .where('f.conversation_id', '=', id)
    .where('f.card_id', 'is not', null)
    .where('f.left_at', 'is', null)
    .where(knownAction(sql.ref('run.action')))
    .orderBy('run.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? findRun(db, row.run_id as RunId) : null;
}

/** The runs on their way whose asker has been reading them there. */
export async function runsShownTo(db: Db | Tx, { tenantId, id }: Which) {
  const rows = await db
    .selectFrom('run')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(knownAction(sql.ref('action')))
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('run_follower as f')
          .select('f.id')
          .whereRef('f.run_id', '=', 'run.id')
          .where('f.conversation_id', '=', id)
          .where('f.left_at', 'is', null)
          .where(sql<boolean>`f.person_id = run.asker ->> 'id'`),
      ),
    )
    .execute();
  return rows.map((row) => ({ ...runHeadFrom(row), id: row.id as RunId }));
}
