import { saveConversation } from '../../../bot/store/people.ts';
import { findPersonalChat } from '../../../bot/store/personal-chats.ts';
import { later, minute } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { asked, chatOf, newTenant, personOf, written } from './samples.ts';

onEachDatabase((store) => {
  const db = () => store().db;

  test('somebody who asked in a chat of their own is found there, where they did last', async () => {
    const tenantId = newTenant();
    const { id: runId } = await written(store(), tenantId);
    const ask = { runId, tenantId, name: 'Ana' };
    await asked(db(), { ...ask, askKey: '1', chat: 'a:old' });
    await asked(db(), { ...ask, askKey: '2', chat: 'a:new', askedAt: later(minute) });
    expect(await findPersonalChat(db(), personOf(tenantId, 'Ana'))).toEqual(chatOf(tenantId, 'a:new'));
  });

  test('where others read too is no such chat', async () => {
    const tenantId = newTenant();
    const { id: runId } = await written(store(), tenantId);
    for (const kind of ['groupChat', 'channel'] as const) {
      await asked(db(), { runId, tenantId, name: 'Ana', askKey: kind, chat: `19:${kind}` });
      await saveConversation(db(), { ...chatOf(tenantId, `19:${kind}`), kind });
    }
    expect(await findPersonalChat(db(), personOf(tenantId, 'Ana'))).toBeNull();
  });

  test('nobody is found in the chat of somebody else, nor in another tenant', async () => {
    const [tenantId, other] = [newTenant(), newTenant()];
    const { id: runId } = await written(store(), tenantId);
    await asked(db(), { runId, tenantId, name: 'Ana', askKey: '1' });
    expect(await findPersonalChat(db(), personOf(tenantId, 'Jon'))).toBeNull();
    expect(await findPersonalChat(db(), personOf(other, 'Ana'))).toBeNull();
  });
});
