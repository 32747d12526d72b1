import { openDrafts } from '../../../bot/store/drafts.ts';
import { later, noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { newTenant, personOf } from './samples.ts';

const day = 24 * 60 * 60_000;

onEachDatabase((store) => {
  test('a draft is found by its id in its tenant, with its owner and when it was last used', async () => {
    const drafts = openDrafts(store().db);
    const ana = personOf(newTenant());
    const id = await drafts.open(ana, { said: '"; drop table draft; --' }, noon);
    await drafts.save({ tenantId: ana.tenantId, id }, { said: 'more' }, later(5_000));
    expect(await drafts.find(ana.tenantId, id)).toEqual({
      ...{ owner: ana.id, content: { said: 'more' }, touchedAt: later(5_000) },
    });
    expect(await drafts.find(newTenant(), id)).toBeNull();
  });

  test.each(['', 'x', '../../etc/passwd', "' or 1=1", '00000000-0000-4000-8000-000000000000'])(
    'the id %j finds nothing and drops nothing',
    async (id) => {
      const drafts = openDrafts(store().db);
      const ana = personOf(newTenant());
      const own = await drafts.open(ana, {}, noon);
      await drafts.drop(ana.tenantId, id);
      expect(await drafts.find(ana.tenantId, id)).toBeNull();
      expect(await drafts.find(ana.tenantId, own)).not.toBeNull();
    },
  );

  test('a draft that was dropped is gone, and saving it does not bring it back', async () => {
    const drafts = openDrafts(store().db);
    const ana = personOf(newTenant());
    const id = await drafts.open(ana, {}, noon);
    await drafts.drop(newTenant(), id);
    expect(await drafts.find(ana.tenantId, id)).not.toBeNull();
    await drafts.drop(ana.tenantId, id);
    await drafts.save({ tenantId: ana.tenantId, id }, {}, noon);
    expect(await drafts.find(ana.tenantId, id)).toBeNull();
  });

  test('what nobody has used for a week is deleted with the next new one', async () => {
    const drafts = openDrafts(store().db);
    const ana = personOf(newTenant());
    const [old, used] = [await drafts.open(ana, {}, noon), await drafts.open(ana, {}, noon)];
    await drafts.save({ tenantId: ana.tenantId, id: used }, {}, later(6 * day));
    await drafts.open(ana, {}, later(7 * day + 1));
    expect(await drafts.find(ana.tenantId, old)).toBeNull();
    expect(await drafts.find(ana.tenantId, used)).not.toBeNull();
  });
});
