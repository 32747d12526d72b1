import { z } from 'zod';
import type { Conversation, Person, Reader, TenantId } from '../ports.ts';
import type { Db } from './open.ts';
import { saveConversation, savePerson } from './people.ts';

const namedRow = z.object({ name: z.string() });

/** The name of whoever is on call in a conversation. */
export async function findOnCall(db: Db, { tenantId, id }: Conversation): Promise<string | null> {
  const row = await db
    .selectFrom('on_call as o')
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.person_id'))
    .select('p.name')
    .where('o.tenant_id', '=', tenantId)
    .where('o.conversation_id', '=', id)
    .executeTakeFirst();
  return row ? namedRow.parse(row).name : null;
}

type Shift = { person: Person; heard: Reader; where: Conversation; since: Date };

/** One person in a conversation: whoever says so last. */
export function saveOnCall(db: Db, { person, heard, where, since }: Shift): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await savePerson(tx, person, heard);
    await saveConversation(tx, where);
    await tx
      .insertInto('on_call')
      .values({ tenant_id: where.tenantId, conversation_id: where.id, person_id: person.id, since })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'conversation_id']).doUpdateSet({ person_id: person.id, since }),
      )
      .execute();
  });
}

/** False where nobody was. */
export async function removeOnCall(db: Db, { tenantId, id }: Conversation): Promise<boolean> {
  const removed = await db
    .deleteFrom('on_call')
    .where('tenant_id', '=', tenantId)
    .where('conversation_id', '=', id)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** Used for the invented tenant only. */
export async function forgetOnCall(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('on_call').where('tenant_id', '=', tenantId).execute();
}
