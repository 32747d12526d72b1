import { z } from 'zod';
import { type Vocabularies, vocabularyNames } from '../actions/define.ts';
import type { TenantId } from '../ports.ts';
import type { Db, Tx } from './open.ts';

const stored = z.enum(vocabularyNames).catch('syncPayloads');

/** Every tenant in which something ran, and how long it keeps that. */
export async function tenantsKept(db: Db): Promise<{ tenantId: TenantId; historyDays: number }[]> {
  const rows = await db.selectFrom('tenant').select(['id', 'history_days']).execute();
  return rows.map(({ id, history_days }) => ({ tenantId: id as TenantId, historyDays: history_days }));
}

type Counter = 'last_watch' | 'last_schedule';

/** What a tenant counts begins at 1; whoever comes at the same moment waits for this transaction. */
export async function nextNumber(tx: Tx, tenantId: TenantId, counter: Counter): Promise<number> {
  const row = await tx
    .insertInto('tenant')
    .values({ id: tenantId, last_run: 0, ...{ [counter]: 1 } })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ [counter]: eb(`tenant.${counter}`, '+', 1) })),
    )
    .returning(counter)
    .executeTakeFirstOrThrow();
  return row[counter];
}

export function openVocabularies(db: Db): Vocabularies {
  return {
    async of(tenantId) {
      const row = await db.selectFrom('tenant').select('vocabulary').where('id', '=', tenantId).executeTakeFirst();
      return stored.parse(row?.vocabulary);
    },
    async choose(tenantId, vocabulary) {
      await db
        .insertInto('tenant')
        .values({ id: tenantId, last_run: 0, vocabulary })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ vocabulary }))
        .execute();
    },
  };
}
