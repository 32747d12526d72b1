import { sql } from 'kysely';
import type { Conversation, Person } from '../ports.ts';
import type { Db } from './open.ts';

type Whose = Pick<Person, 'tenantId' | 'id'>;

/** Where a person is alone with the bot, the last such chat first; null where they never were. */
export async function findPersonalChat(db: Db, whose: Whose): Promise<Conversation | null> {
  const { tenantId } = whose;
  const row = await chatsOf(db, whose)
    .select(['c.id', 'c.service_url', 'c.bot_id'])
    .where('c.stopped_at', 'is', null)
    .orderBy('p.at', (at) => at.desc().nullsLast())
    .executeTakeFirst();
  return row ? { id: row.id, kind: 'personal', tenantId, serviceUrl: row.service_url, botId: row.bot_id } : null;
}

/** All of them, also those in which the bot can no longer write. */
export async function personalChatsOf(db: Db, whose: Whose): Promise<string[]> {
  const rows = await chatsOf(db, whose).select('c.id').distinct().execute();
  return rows.map(({ id }) => id);
}

const chatsOf = (db: Db, whose: Whose) =>
  db
    .selectFrom(placesOf(whose).as<'p'>('p'))
    .innerJoin('conversation as c', (on) => on.onRef('c.id', '=', 'p.conversation_id'))
    .where('c.tenant_id', '=', whose.tenantId)
    .where('c.kind', '=', 'personal');

/** Where somebody follows runs, has something scheduled, watches something, or was told of it; `at`: when they began to. */
const placesOf = ({ tenantId, id }: Whose) => sql<{ conversation_id: string; at: Date | null }>`(
  select conversation_id, asked_at as at from run_follower where tenant_id = ${tenantId} and person_id = ${id}
  union all
  select conversation_id, made_at from schedule where tenant_id = ${tenantId} and person_id = ${id}
  union all
  select conversation_id, asked_at from notice where tenant_id = ${tenantId} and person_id = ${id}
  union all
  select conversation_id, null from watch where tenant_id = ${tenantId} and person_id = ${id})`;
