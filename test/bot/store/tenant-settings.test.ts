import { openTenantSettings } from '../../../bot/store/tenant-settings.ts';
import { onEachDatabase } from './databases.ts';
import { chatOf, newTenant, written } from './samples.ts';

onEachDatabase((store) => {
  const settings = { approvals: { devices: 25, removals: true, fullSyncs: false }, historyDays: 90 };

  test('where nobody has settled anything, no run needs a second person and history is kept for a year', async () => {
    const tenantSettings = openTenantSettings(store().db);
    const fresh = newTenant();
    const unsettled = {
      approvals: { devices: null, removals: false, fullSyncs: false },
      noticesTo: null,
      historyDays: 365,
    };
    expect(await tenantSettings.of(fresh)).toEqual(unsettled);
    await written(store(), fresh);
    expect(await tenantSettings.of(fresh)).toEqual(unsettled);
  });

  test('what is settled holds for its tenant alone', async () => {
    const tenantSettings = openTenantSettings(store().db);
    const [tenantId, other] = [newTenant(), newTenant()];
    const channel = chatOf(tenantId);
    await tenantSettings.save(tenantId, { ...settings, noticesTo: channel });
    expect(await tenantSettings.of(tenantId)).toEqual({ ...settings, noticesTo: channel.id });
    expect((await tenantSettings.of(other)).approvals).toEqual({ devices: null, removals: false, fullSyncs: false });
  });

  test('the channel stays as it was until it is taken away, and runs keep their numbers', async () => {
    const tenantSettings = openTenantSettings(store().db);
    const tenantId = newTenant();
    await written(store(), tenantId);
    await tenantSettings.save(tenantId, { ...settings, noticesTo: chatOf(tenantId) });
    await tenantSettings.save(tenantId, { ...settings, historyDays: 30, noticesTo: 'keep' });
    expect(await tenantSettings.of(tenantId)).toMatchObject({ historyDays: 30, noticesTo: chatOf(tenantId).id });
    await tenantSettings.save(tenantId, { ...settings, noticesTo: null });
    expect((await tenantSettings.of(tenantId)).noticesTo).toBeNull();
    expect((await written(store(), tenantId, { joinKey: 'another' })).number).toBe(2);
  });
});
