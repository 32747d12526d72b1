import { sql } from 'kysely';
import type { Person, PersonId, TenantId } from '../ports.ts';
import type { Watch } from '../watches/watch.ts';
import type { Tx } from './open.ts';
import { watchFrom } from './watches.ts';

/** Nothing can be looked at in their name for these things; the answer is the watches that have just become blind. */
export async function blindWatches(
  tx: Tx,
  { tenantId, personId }: { tenantId: TenantId; personId: PersonId },
  kinds: readonly Watch['what']['kind'][],
): Promise<Watch[]> {
  const rows = await tx
    .updateTable('watch')
    .set({ state: 'blind' })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['active', 'waking'])
    .where(sql<string>`what ->> 'kind'`, 'in', kinds)
    .returningAll()
    .execute();
  return rows.map(watchFrom);
}

/** They have mended it, or want to try; the answer is whether there is something to look at again. */
export async function openEyes(tx: Tx, { tenantId, id }: Pick<Person, 'tenantId' | 'id'>, now: Date): Promise<boolean> {
  const seeing = await tx
    .updateTable('watch')
    .set({ state: 'waking' })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', id)
    .where('state', '=', 'blind')
    .returning('id')
    .execute();
  if (seeing.length === 0) return false;
  const ids = seeing.map((row) => row.id);
  await tx
    .updateTable('watched')
    .set({ due_at: now })
    .where('tenant_id', '=', tenantId)
    .where('key', 'in', tx.selectFrom('watch_target').select('key').where('watch_id', 'in', ids))
    .execute();
  return true;
}
