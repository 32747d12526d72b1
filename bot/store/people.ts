import { type QueryCreator, sql } from 'kysely';
import { z } from 'zod';
import {
  type Choice,
  type Conversation,
  languages,
  type OnceTold,
  type People,
  type Person,
  type Reader,
  type TenantId,
} from '../ports.ts';
import { aMinute } from './believed.ts';
import type { Db } from './open.ts';
import type { Tables } from './schema.ts';

const choiceRow = z.object({
  language: z.enum(languages).nullable().catch(null),
  zone: z.string().nullable(),
  quiet: z.string().nullable(),
});

async function choiceOf(db: Db, person: Person): Promise<Choice> {
  const row = await db
    .selectFrom('person')
    .select(['language', 'zone', 'quiet'])
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .executeTakeFirst();
  return row ? choiceRow.parse(row) : { language: null, zone: null, quiet: null };
}

/** Writes who asked, and how Teams says they read. */
export async function savePerson(db: Db, person: Person, heard: Reader): Promise<void> {
  await personSaved(db, person, heard).execute();
}

/** The same as a part of a greater statement; what stands there already is not written again. */
export function personSaved(db: QueryCreator<Tables>, person: Person, heard: Reader) {
  const fresh = { name: person.name, teams_id: person.teamsId, heard_language: heard.language, heard_zone: heard.zone };
  const differs = sql<boolean>`(person.name, person.teams_id, person.heard_language, person.heard_zone)
    is distinct from (excluded.name, excluded.teams_id, excluded.heard_language, excluded.heard_zone)`;
  return db
    .insertInto('person')
    .values({ tenant_id: person.tenantId, id: person.id, language: null, zone: null, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(fresh).where(differs));
}

/** Asked for in every turn, and changed once in a while. */
const rememberAtMost = 10_000;

/** What people chose, remembered for as long as that may be believed. */
export function openPeople(db: Db, believedMs = aMinute): People {
  const remembered = new Map<string, { choice: Choice; untilMs: number }>();
  const keyOf = (person: Person) => `${person.tenantId} ${person.id}`;
  let changes = 0;
  const forget = (person: Person) => {
    changes += 1;
    remembered.delete(keyOf(person));
  };
  return {
    forget,
    async choiceOf(person) {
      const known = remembered.get(keyOf(person));
      if (known && known.untilMs > performance.now()) return known.choice;
      const asOf = changes;
      const choice = await choiceOf(db, person);
      if (remembered.size >= rememberAtMost) remembered.clear();
      // What was chosen meanwhile is not in it.
      if (asOf === changes) remembered.set(keyOf(person), { choice, untilMs: performance.now() + believedMs });
      return choice;
    },
    async choose(person, heard, choice) {
      await saveChoice(db, person, { heard, choice });
      forget(person);
    },
    wasTold: (person, what) => wasTold(db, person, what),
    told: (person, what) => saveTold(db, person, what),
  };
}

async function wasTold(db: Db, { tenantId, id }: Person, what: OnceTold): Promise<boolean> {
  const row = await db
    .selectFrom('told_once')
    .select('what')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', id)
    .where('what', '=', what)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everybody in a tenant hears everything anew; used for the invented one only. */
export async function forgetTold(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('told_once').where('tenant_id', '=', tenantId).execute();
}

async function saveTold(db: Db, { tenantId, id }: Person, what: OnceTold): Promise<void> {
  await db
    .insertInto('told_once')
    .values({ tenant_id: tenantId, person_id: id, what })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type Chosen = { heard: Reader; choice: Partial<Choice> };

async function saveChoice(db: Db, person: Person, { heard, choice }: Chosen): Promise<void> {
  await savePerson(db, person, heard);
  if (Object.keys(choice).length === 0) return;
  await db
    .updateTable('person')
    .set(choice)
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .execute();
}

/** Where to reach a conversation; `serviceUrl` is refreshed from each ask. */
export async function saveConversation(db: Db, where: Conversation): Promise<void> {
  await conversationSaved(db, where).execute();
}

/** The same as a part of a greater statement; what stands there already is not written again. */
export function conversationSaved(db: QueryCreator<Tables>, where: Conversation) {
  const fresh = { kind: where.kind, service_url: where.serviceUrl, bot_id: where.botId, stopped_at: null };
  const differs = sql<boolean>`(conversation.kind, conversation.service_url, conversation.bot_id, conversation.stopped_at)
    is distinct from (excluded.kind, excluded.service_url, excluded.bot_id, null::timestamptz)`;
  return db
    .insertInto('conversation')
    .values({ tenant_id: where.tenantId, id: where.id, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(fresh).where(differs));
}
