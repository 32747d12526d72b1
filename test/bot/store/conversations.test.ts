import {
  conversationsOfChannel,
  refreshConversation,
  runsFollowedIn,
  runsShownTo,
  stopConversation,
} from '../../../bot/store/conversations.ts';
import { followersOf } from '../../../bot/store/followers.ts';
import { saveConversation } from '../../../bot/store/people.ts';
import { noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { asked, chatOf, newTenant, written } from './samples.ts';

onEachDatabase((store) => {
  const db = () => store().db;

  async function followed() {
    const tenantId = newTenant();
    const run = await written(store(), tenantId);
    await asked(db(), { runId: run.id, tenantId, name: run.asker.name, askKey: 'a' });
    return { tenantId, run, chat: chatOf(tenantId) };
  }

  test('where nobody can write nobody is followed, and another tenant’s chat of the same name is another', async () => {
    const [mine, theirs] = [await followed(), await followed()];
    expect(await stopConversation(db(), mine.chat, noon)).toBe(true);
    expect(await stopConversation(db(), mine.chat, noon)).toBe(false);
    expect(await followersOf(db(), mine.run.id)).toEqual([]);
    expect(await followersOf(db(), theirs.run.id)).toHaveLength(1);
    expect((await runsShownTo(db(), mine.chat)).map(({ id }) => id)).toEqual([mine.run.id]);
  });

  test('a new activity opens it, with the address that it brings', async () => {
    const { run, chat } = await followed();
    await stopConversation(db(), chat, noon);
    const moved = { ...chat, serviceUrl: 'https://smba.trafficmanager.net/apac/' };
    expect(await refreshConversation(db(), moved)).toBe(true);
    expect(await refreshConversation(db(), moved)).toBe(false);
    expect((await followersOf(db(), run.id))[0]?.where.serviceUrl).toBe(moved.serviceUrl);
    expect(await runsFollowedIn(db(), chat, noon)).toEqual([run.id]);
  });

  test('a channel has its threads, and no other channel’s', async () => {
    const tenantId = newTenant();
    const ids = ['19:a@thread.tacv2', '19:a@thread.tacv2;messageid=1', '19:ab@thread.tacv2', '19:b@thread.tacv2'];
    for (const id of ids) await saveConversation(db(), { ...chatOf(tenantId, id), kind: 'channel' });
    expect((await conversationsOfChannel(db(), tenantId, '19:a@thread.tacv2')).toSorted()).toEqual(ids.slice(0, 2));
    expect(await conversationsOfChannel(db(), newTenant(), '19:a@thread.tacv2')).toEqual([]);
  });
});
