import type { Conversation, Person } from '../ports.ts';
import type { Db } from './open.ts';

/** Where a person follows runs alone with the bot, the last such chat first; null where they never did. */
export async function findPersonalChat(
  db: Db,
  { tenantId, id }: Pick<Person, 'tenantId' | 'id'>,
): Promise<Conversation | null> {
  const row = await db
    .selectFrom('run_follower as f')
    .innerJoin('conversation as c', (on) =>
      on.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.conversation_id'),
    )
    .select(['c.id', 'c.service_url', 'c.bot_id'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.person_id', '=', id)
    .where('c.kind', '=', 'personal')
    .where('c.stopped_at', 'is', null)
    .orderBy('f.asked_at', 'desc')
    .executeTakeFirst();
  return row ? { id: row.id, kind: 'personal', tenantId, serviceUrl: row.service_url, botId: row.bot_id } : null;
}
