import { sql } from 'kysely';
import type { TenantId } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import type { Db } from './open.ts';
import { runFrom } from './rows.ts';
import { selectRuns } from './select-runs.ts';

/** What an ask has led to before, and what it would join. */
export type KnownRuns = { asked: Run | null; onItsWay: Run | null };

/** Both in one statement: whoever asks for what many ask for waits for nothing else before they join. */
export async function findKnownRuns(
  db: Db,
  tenantId: TenantId,
  { askKey, joinKey }: { askKey: string; joinKey: string },
): Promise<KnownRuns> {
  const asked = selectRuns(db)
    .select(sql<boolean>`true`.as('asked'))
    .where('id', '=', (eb) =>
      eb.selectFrom('run_follower').select('run_id').where('tenant_id', '=', tenantId).where('ask_key', '=', askKey),
    );
  const onItsWay = selectRuns(db)
    .select(sql<boolean>`false`.as('asked'))
    .where('tenant_id', '=', tenantId)
    .where('join_key', '=', joinKey)
    .where('ended_at', 'is', null);
  const rows = await asked.unionAll(onItsWay).execute();
  const one = (row: (typeof rows)[number] | undefined) => (row ? runFrom(row, row.targets ?? []) : null);
  return { asked: one(rows.find((row) => row.asked)), onItsWay: one(rows.find((row) => !row.asked)) };
}
