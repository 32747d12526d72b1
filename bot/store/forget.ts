import { sql } from 'kysely';
import type { Person } from '../ports.ts';
import type { Store } from './open.ts';

type Whose = Pick<Person, 'tenantId' | 'id'>;

/** Stands where a name was; nobody's sign-in is found under it. */
const nameless = { id: 'deleted', name: '—' };
const nobody = { ...nameless, teamsId: '' };

const ofPeople = [
  'run_follower',
  'run_asker',
  'notice',
  'watch',
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
  ({ tenantId, id }: Whose): Promise<void> =>
    db.transaction().execute(async (tx) => {
      const theirs = sql<boolean>`tenant_id = ${tenantId} and asker ->> 'id' = ${id}`;
      await tx
        .updateTable('run')
        .set({ asker: JSON.stringify({ tenantId, ...nobody }), cancelled_by: null })
        .where(theirs)
        .execute();
      await tx
        .updateTable('run')
        .set({ approval: sql`jsonb_set(approval, '{decision,by}', ${JSON.stringify(nameless)}::jsonb)` })
        .where('tenant_id', '=', tenantId)
        .where(sql<string>`approval -> 'decision' -> 'by' ->> 'id'`, '=', id)
        .execute();
      const chats = tx
        .selectFrom('run_follower')
        .select('conversation_id')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', id);
      const own = (await chats.execute()).map((row) => row.conversation_id);
      for (const table of ofPeople) {
        await tx.deleteFrom(table).where('tenant_id', '=', tenantId).where('person_id', '=', id).execute();
      }
      await tx.deleteFrom('person').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
      await tx
        .deleteFrom('conversation as c')
        .where('c.tenant_id', '=', tenantId)
        .where('c.kind', '=', 'personal')
        .where('c.id', 'in', own.length > 0 ? own : [''])
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('run_follower as f')
                .select('f.id')
                .whereRef('f.tenant_id', '=', 'c.tenant_id')
                .whereRef('f.conversation_id', '=', 'c.id'),
            ),
          ),
        )
        .execute();
    });
