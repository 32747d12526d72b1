import { openVocabularies } from '../../../bot/store/tenants.ts';
import { onEachDatabase } from './databases.ts';
import { newTenant, written } from './samples.ts';

onEachDatabase((store) => {
  test('a tenant starts with the older name, and keeps what was chosen for it alone', async () => {
    const vocabularies = openVocabularies(store().db);
    const [tenantId, other] = [newTenant(), newTenant()];
    expect(await vocabularies.of(tenantId)).toBe('syncPayloads');
    await vocabularies.choose(tenantId, 'changeAssignments');
    expect([await vocabularies.of(tenantId), await vocabularies.of(other)]).toEqual([
      'changeAssignments',
      'syncPayloads',
    ]);
  });

  test('choosing leaves the count of its runs as it is', async () => {
    const vocabularies = openVocabularies(store().db);
    const tenantId = newTenant();
    await written(store(), tenantId);
    await vocabularies.choose(tenantId, 'changeAssignments');
    const next = await written(store(), tenantId, { joinKey: 'another' });
    expect(next.number).toBe(2);
    expect(await vocabularies.of(tenantId)).toBe('changeAssignments');
  });
});
