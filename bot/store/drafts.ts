import { randomUUID } from 'node:crypto';
import type { Drafts, PersonId } from '../ports.ts';
import { storable } from './json.ts';
import type { Db } from './open.ts';

/** Longer than a form can be used; after that nobody needs even its words "closed". */
const keptForMs = 7 * 24 * 60 * 60_000;

/** Plans in the making: what a person has chosen so far in a form. */
export function openDrafts(db: Db): Drafts {
  return {
    async open(person, content, now) {
      const id = randomUUID();
      const old = new Date(now.getTime() - keptForMs);
      await db.deleteFrom('draft').where('touched_at', '<', old).execute();
      await db
        .insertInto('draft')
        .values({
          id,
          tenant_id: person.tenantId,
          person_id: person.id,
          content: storable(content),
          touched_at: now,
        })
        .execute();
      return id;
    },
    async find(tenantId, id) {
      if (!isId.test(id)) return null;
      const row = await db
        .selectFrom('draft')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? { owner: row.person_id as PersonId, content: row.content, touchedAt: row.touched_at } : null;
    },
    async save({ tenantId, id }, content, now) {
      await db
        .updateTable('draft')
        .set({ content: storable(content), touched_at: now })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
    },
    async drop(tenantId, id) {
      if (isId.test(id)) await db.deleteFrom('draft').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
    },
  };
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
