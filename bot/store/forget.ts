import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Person } from '../ports.ts';
import type { Store, Tx } from './open.ts';
import { personalChatsOf } from './personal-chats.ts';

type Whose = Pick<Person, 'tenantId' | 'id'>;

/** Stands where a name was; nobody's sign-in is found under it. */
const nameless = { id: 'deleted', name: '—' };
/** Ids of those who are in nobody's place where others read a card. */
export const strangers = `${nameless.id} %`;
const nobody = { ...nameless, teamsId: '' };

const ofPeople = [
  'run_follower',
  'run_asker',
  'run_serials',
  'notice',
  'watch',
  'on_call',
  'schedule',
  'sign_in',
  'sign_in_attempt',
  'draft',
  'told_once',
  'late_answer',
] as const;

/** Deletes what is known about a person; their past runs stay, without their name. */
export const openForget =
  ({ db }: Store) =>
  (whose: Whose): Promise<void> =>
    db.transaction().execute(async (tx) => {
      await takeNameOffRuns(tx, whose);
      await takeNameOffNotices(tx, whose);
      const chats = await personalChatsOf(tx, whose);
      await leaveSharedCards(tx, whose);
      await deleteTheirs(tx, whose);
      await deleteEmptyChats(tx, whose, chats);
    });

async function takeNameOffRuns(tx: Tx, { tenantId, id }: Whose): Promise<void> {
  await tx
    .updateTable('run')
    .set({ asker: JSON.stringify({ tenantId, ...nobody }), cancelled_by: null })
    .where(sql<boolean>`tenant_id = ${tenantId} and asker ->> 'id' = ${id}`)
    .execute();
  await tx
    .updateTable('run')
    .set({ approval: sql`jsonb_set(approval, '{decision,by}', ${JSON.stringify(nameless)}::jsonb)` })
    .where('tenant_id', '=', tenantId)
    .where(sql<string>`approval -> 'decision' -> 'by' ->> 'id'`, '=', id)
    .execute();
}

/** What others are told may name them: as a value, never as a key. */
async function takeNameOffNotices(tx: Tx, { tenantId, id }: Whose): Promise<void> {
  await sql`
    update notice set content = replace(content::text, named.is, ${`: "${nameless.name}"`})::jsonb
    from (select ': ' || to_jsonb(name)::text as is from person where tenant_id = ${tenantId} and id = ${id}) as named
    where tenant_id = ${tenantId} and position(named.is in content::text) > 0`.execute(tx);
}

/**
 * What others read in a group chat or channel goes on showing how its run stands, and as it was read before: somebody without a name
 * follows it.
 */
async function leaveSharedCards(tx: Tx, { tenantId, id }: Whose): Promise<void> {
  const stranger = `${nameless.id} ${randomUUID()}`;
  await sql`
    with shared as (
      update run_follower as f set person_id = ${stranger}, ask_key = f.id::text
      from conversation as c
      where c.tenant_id = f.tenant_id and c.id = f.conversation_id and c.kind <> 'personal'
        and f.tenant_id = ${tenantId} and f.person_id = ${id} and f.card_id is not null and f.left_at is null
      returning f.id)
    insert into person (tenant_id, id, name, teams_id, language, zone, heard_language, heard_zone)
    select tenant_id, ${stranger}, ${nameless.name}, '', language, zone, heard_language, heard_zone
    from person where tenant_id = ${tenantId} and id = ${id} and exists (select from shared)`.execute(tx);
}

async function deleteTheirs(tx: Tx, { tenantId, id }: Whose): Promise<void> {
  for (const table of ofPeople)
    await tx.deleteFrom(table).where('tenant_id', '=', tenantId).where('person_id', '=', id).execute();
  await tx.deleteFrom('person').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** Where they were alone with the bot. */
async function deleteEmptyChats(tx: Tx, { tenantId }: Whose, chats: readonly string[]): Promise<void> {
  const followed = tx.selectFrom('run_follower').select('conversation_id').where('tenant_id', '=', tenantId);
  await tx
    .deleteFrom('conversation')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...chats, ''])
    .where('id', 'not in', followed)
    .execute();
}
