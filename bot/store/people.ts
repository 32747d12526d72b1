import { z } from 'zod';
import { type Choice, type Conversation, languages, type Person, type Reader } from '../ports.ts';
import type { Db } from './open.ts';

const choiceRow = z.object({ language: z.enum(languages).nullable().catch(null), zone: z.string().nullable() });

export async function choiceOf(db: Db, person: Person): Promise<Choice> {
  const row = await db
    .selectFrom('person')
    .select(['language', 'zone'])
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .executeTakeFirst();
  return row ? choiceRow.parse(row) : { language: null, zone: null };
}

/** Writes who asked, and how Teams says they read. */
export async function savePerson(db: Db, person: Person, heard: Reader): Promise<void> {
  const fresh = { name: person.name, teams_id: person.teamsId, heard_language: heard.language, heard_zone: heard.zone };
  await db
    .insertInto('person')
    .values({ tenant_id: person.tenantId, id: person.id, language: null, zone: null, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(fresh))
    .execute();
}

type Chosen = { heard: Reader; choice: Partial<Choice> };

export async function saveChoice(db: Db, person: Person, { heard, choice }: Chosen): Promise<void> {
  await savePerson(db, person, heard);
  await db
    .updateTable('person')
    .set(choice)
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .execute();
}

/** Where to reach a conversation; `serviceUrl` is refreshed from each ask. */
export async function saveConversation(db: Db, where: Conversation): Promise<void> {
  const fresh = { kind: where.kind, service_url: where.serviceUrl, bot_id: where.botId };
  await db
    .insertInto('conversation')
    .values({ tenant_id: where.tenantId, id: where.id, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(fresh))
    .execute();
}
