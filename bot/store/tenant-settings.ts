import { z } from 'zod';
import type { SavedTenantSettings, TenantId, TenantSettings, TenantSettingsStore } from '../ports.ts';
import type { Db } from './open.ts';
import { saveConversation } from './people.ts';

/** What holds in a tenant where nobody has settled anything: every column has it as its default, too. */
const unsettled: TenantSettings = {
  approvals: { devices: null, removals: false, fullSyncs: false },
  noticesTo: null,
  historyDays: 365,
};

const settingsRow = z
  .object({
    approve_over_devices: z.number().nullable(),
    approve_removals: z.boolean(),
    approve_full_syncs: z.boolean(),
    notices_to: z.string().nullable(),
    history_days: z.number(),
  })
  .transform(
    (row): TenantSettings => ({
      approvals: {
        devices: row.approve_over_devices,
        removals: row.approve_removals,
        fullSyncs: row.approve_full_syncs,
      },
      noticesTo: row.notices_to,
      historyDays: row.history_days,
    }),
  );

export async function tenantSettingsOf(db: Db, tenantId: TenantId): Promise<TenantSettings> {
  const row = await db.selectFrom('tenant').selectAll().where('id', '=', tenantId).executeTakeFirst();
  return row ? settingsRow.parse(row) : unsettled;
}

export const openTenantSettings = (db: Db): TenantSettingsStore => ({
  of: (tenantId) => tenantSettingsOf(db, tenantId),
  save: (tenantId, settings) => saveTenantSettings(db, tenantId, settings),
});

function saveTenantSettings(db: Db, tenantId: TenantId, settings: SavedTenantSettings): Promise<void> {
  const { approvals, noticesTo, historyDays } = settings;
  const change = {
    approve_over_devices: approvals.devices,
    approve_removals: approvals.removals,
    approve_full_syncs: approvals.fullSyncs,
    history_days: historyDays,
    ...(noticesTo === 'keep' ? {} : { notices_to: noticesTo?.id ?? null }),
  };
  return db.transaction().execute(async (tx) => {
    if (noticesTo !== null && noticesTo !== 'keep') await saveConversation(tx, noticesTo);
    await tx
      .insertInto('tenant')
      .values({ id: tenantId, last_run: 0, ...change })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(change))
      .execute();
  });
}
