import type { Conversation, TenantId } from '../ports.ts';
import type { Db } from './open.ts';

/** What a card shows, and of which moment. */
export type Standing = { cardId: string | null; shown: string | null; asOf: Date | null };

/** How one card stands; null where it follows nothing any more. */
export async function standingOf(
  db: Db,
  { tenantId }: Pick<Conversation, 'tenantId'>,
  id: string,
): Promise<Standing | null> {
  const row = await db
    .selectFrom('run_follower')
    .select(['card_id', 'shown', 'as_of'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row ? { cardId: row.card_id, shown: row.shown, asOf: row.as_of } : null;
}

/** Remembers which message shows the run, and what it shows. */
export async function saveShown(db: Db, id: string, { cardId, fingerprint, asOf }: Shown): Promise<void> {
  const change = { card_id: cardId, shown: fingerprint, as_of: asOf };
  await db.updateTable('run_follower').set(change).where('id', '=', id).execute();
}

export type Shown = { cardId: string; fingerprint: string; asOf: Date };

/** No turn answers this ask any more. False where nobody follows by it. */
export async function leaveToStep(db: Db, tenantId: TenantId, askKey: string): Promise<boolean> {
  const left = await db
    .updateTable('run_follower')
    .set({ answer_by: null })
    .where('tenant_id', '=', tenantId)
    .where('ask_key', '=', askKey)
    .executeTakeFirst();
  return left.numUpdatedRows > 0n;
}
