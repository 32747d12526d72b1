import { setTimeout as wait } from 'node:timers/promises';
import type { CardJson, Delivery } from '../../bot/ports.ts';
import { NoRoom, type OpenChat } from '../../bot/ports-writing.ts';
import { openPostNotice } from '../../bot/post-notice.ts';
import type { Notice, NoticeContent } from '../../bot/runs/notice.ts';
import type { Parcel, Queue } from '../../bot/runs/queue.ts';
import { openReachability } from '../../bot/runs/reachability.ts';
import { moveNotice, putOff } from '../../bot/runs/untold.ts';
import { refreshConversation, stopConversation } from '../../bot/store/conversations.ts';
import { beginPosting, findNotice, insertNotice, loseNotices, postedNotices } from '../../bot/store/notices.ts';
import { saveOnCall } from '../../bot/store/on-call.ts';
import { saveConversation } from '../../bot/store/people.ts';
import { findRun } from '../../bot/store/runs.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { hour, later, minute, noon, second } from './runs/samples.ts';
import { onEachDatabase } from './store/databases.ts';
import { chatOf, asked as follows, heard, noticeIn, personOf, written } from './store/samples.ts';

onEachDatabase((store) => {
  let now: Date;
  let posted: { to: string; card: CardJson }[];
  let wakes: { id: string; dueAt: Date }[];
  let answers: (to: string) => Promise<Delivery>;
  let room: NoRoom | null;
  const lexicon = openLexicon();
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const clock = { now: () => now };
  const queue = {
    async sendAll(_: unknown, parcels: readonly Parcel[]) {
      for (const { lane, work, dueAt } of parcels)
        if (lane === 'notice' && dueAt) wakes.push({ id: work.noticeId, dueAt });
    },
  } as unknown as Queue;

  /** One process that posts; `crashesBeforeRecord`: it is gone once Teams has the message. */
  const processOf = ({ crashesBeforeRecord = false } = {}) => {
    const base = {
      store: store(),
      queue,
      clock,
      reachability: openReachability({ store: store(), queue, clock }, () => 0),
    };
    const chatIn = (to: string) =>
      ({
        async post(card) {
          const delivery = await answers(to);
          if (delivery.kind === 'shown') posted.push({ to, card });
          return delivery;
        },
      }) as OpenChat;
    return openPostNotice({
      log: quiet,
      clock,
      async inTurn(where, _, work) {
        if (room) throw room;
        return work(chatIn(where.id));
      },
      find: (id) => findNotice(store().db, id),
      findRun: (id) => findRun(store().db, id),
      begin: (notice, lease) => beginPosting(store().db, notice, lease),
      async posted(ids, cardId) {
        if (crashesBeforeRecord) throw new Error('killed');
        await postedNotices(store().db, ids, cardId);
      },
      lost: (taken) => loseNotices(store().db, taken),
      putOff: (taken, dueAt) => putOff(base, taken, dueAt),
      moveNotice: (notice, taken) => moveNotice(base, notice, taken),
      screen: ({ language, zone }) => ({ words: lexicon(language, zone), now, practice: false }),
    });
  };

  beforeEach(() => {
    [now, posted, wakes, room] = [noon, [], [], null];
    answers = async () => ({ kind: 'shown', cardId: `m-${posted.length + 1}` });
  });

  const asked = async (change: Partial<Notice> = {}) =>
    (await insertNotice(store().db, await noticeIn(store().db, change))) ?? '';

  test('a notice is posted once, however often its step is done and by however many', async () => {
    const id = await asked();
    await Promise.all([processOf()(id), processOf()(id), processOf()(id)]);
    await processOf()(id);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.card.fallbackText).toMatch(/run 17[\s\S]*Done[\s\S]*Ana Ruiz had booked it/);
    expect(await findNotice(store().db, id)).toMatchObject({ state: 'posted' });
  });

  test('one that is meant for later waits', async () => {
    const id = await asked({ dueAt: later(hour) });
    await processOf()(id);
    expect(posted).toHaveLength(0);
    now = later(hour);
    await processOf()(id);
    expect(posted).toHaveLength(1);
  });

  test('a process killed before it posts leaves it to the next one, when its lease is over', async () => {
    const id = await asked();
    const notice = await findNotice(store().db, id);
    await beginPosting(store().db, notice!, { seen: noon, now: noon, until: later(minute) });
    await processOf()(id);
    expect(posted).toHaveLength(0);
    now = later(minute);
    await processOf()(id);
    expect(posted).toHaveLength(1);
  });

  test('a process killed between posting and recording costs one message more, never one less', async () => {
    const id = await asked();
    await expect(processOf({ crashesBeforeRecord: true })(id)).rejects.toThrow('killed');
    now = later(minute);
    await processOf()(id);
    await processOf()(id);
    expect(posted).toHaveLength(2);
  });

  test('in quiet hours what went wrong wakes whoever is on call there, by name; in another tenant nobody is', async () => {
    const content: NoticeContent = {
      ...{ kind: 'run-over', number: 17, action: 'autopilot-sync', verdict: 'failed', asker: 'Ana Ruiz' },
      ...{ bookedFor: noon, counts: { failed: 1 } },
    };
    const [here, elsewhere] = [await noticeIn(store().db, { content }), await noticeIn(store().db, { content })];
    for (const { tenantId } of [here, elsewhere]) {
      await store().db.updateTable('person').set({ quiet: '12:30-14:00' }).where('tenant_id', '=', tenantId).execute();
    }
    for (const { tenantId } of [here, elsewhere]) {
      await store().db.updateTable('conversation').set({ kind: 'channel' }).where('tenant_id', '=', tenantId).execute();
    }
    const where = { ...chatOf(here.tenantId), kind: 'channel' as const };
    await saveOnCall(store().db, { person: personOf(here.tenantId), heard, where, since: noon });
    for (const one of [here, elsewhere]) await processOf()((await insertNotice(store().db, one)) ?? '');
    expect(posted).toHaveLength(1);
    const { name, teamsId: id } = personOf(here.tenantId);
    expect(posted[0]?.card['msteams']).toEqual({
      entities: [{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } }],
    });
    const well = await noticeIn(store().db, { tenantId: here.tenantId, key: 'another one went well' });
    await processOf()((await insertNotice(store().db, well)) ?? '');
    expect(posted).toHaveLength(1);
  });

  test('in quiet hours nothing is posted; when they end, all of it comes in one message, and once', async () => {
    const notice = await noticeIn(store().db);
    const quiet = { quiet: '12:30-14:00' };
    await store().db.updateTable('person').set(quiet).where('tenant_id', '=', notice.tenantId).execute();
    const ids: string[] = [];
    for (const key of ['one', 'two', 'three']) {
      const id = (await insertNotice(store().db, { ...notice, key })) ?? '';
      await processOf()(id);
      ids.push(id);
    }
    expect(posted).toHaveLength(0);
    expect(wakes).toEqual(ids.map((id) => ({ id, dueAt: later(hour) })));
    now = later(hour);
    await Promise.all(ids.map((id) => processOf()(id)));
    for (const id of ids) await processOf()(id);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.card.fallbackText).toMatch(/3 things happened/);
    for (const id of ids) expect(await findNotice(store().db, id)).toMatchObject({ state: 'posted' });
  });

  test('a warning does not wait for the end of quiet hours where that comes after what it warns of', async () => {
    const signIn = {
      kind: 'schedule-sign-in',
      number: 3,
      action: 'autopilot-sync',
      owner: 'Ana',
      missed: 'skip',
    } as const;
    const notice = await noticeIn(store().db);
    const quiet = { quiet: '12:30-14:00' };
    await store().db.updateTable('person').set(quiet).where('tenant_id', '=', notice.tenantId).execute();
    for (const [key, at] of [['in time', later(2 * hour)] as const, ['too late', later(hour / 2)] as const])
      await processOf()((await insertNotice(store().db, { ...notice, key, content: { ...signIn, at } })) ?? '');
    expect(posted.map(({ card }) => card.fallbackText)).toEqual([expect.stringMatching(/At 13:30 \(12:30 UTC\)/)]);
    expect(wakes).toMatchObject([{ dueAt: later(hour) }]);
  });

  test('what Teams does not take now is tried again: soon at first, then ever later, by one step and no more', async () => {
    const id = await asked();
    answers = () => Promise.reject(new Error('the connector is away'));
    await processOf()(id);
    expect(wakes).toEqual([{ id, dueAt: later(2 * second) }]);
    await processOf()(id);
    expect(wakes).toHaveLength(1);
    now = later(20 * second);
    await processOf()(id);
    expect(wakes[1]).toEqual({ id, dueAt: later(40 * second) });
    answers = async () => ({ kind: 'shown', cardId: 'm' });
    now = later(40 * second);
    await processOf()(id);
    expect(posted).toHaveLength(1);
  });

  test('what Teams would refuse again, as it is too large, is not tried again', async () => {
    const id = await asked();
    answers = async () => ({ kind: 'refused', error: new Error('413') });
    await processOf()(id);
    expect(await findNotice(store().db, id)).toMatchObject({ state: 'lost', dueAt: null });
    expect(wakes).toEqual([]);
  });

  test('where Teams has asked for patience it waits as long, in nobody’s hands', async () => {
    const id = await asked();
    room = new NoRoom(2 * minute);
    await processOf()(id);
    expect(wakes).toEqual([{ id, dueAt: later(2 * minute) }]);
    expect(await findNotice(store().db, id)).toMatchObject({ state: 'waiting', dueAt: later(2 * minute) });
  });

  test('whoever fails after their lease does not bring back what somebody else has posted', async () => {
    const id = await asked();
    const { promise: late, reject: fails } = Promise.withResolvers<Delivery>();
    answers = () => late;
    const slow = processOf()(id);
    while ((await findNotice(store().db, id))?.state !== 'posting') await wait(5);
    now = later(minute);
    answers = async () => ({ kind: 'shown', cardId: 'm' });
    await processOf()(id);
    fails(new Error('reset'));
    await slow;
    expect(await findNotice(store().db, id)).toMatchObject({ state: 'posted', dueAt: null });
    expect(wakes).toEqual([]);
  });

  describe('where the bot can no longer write', () => {
    /** Ana is told of something in a group; alone with the bot she followed a run once. */
    async function inGroup() {
      const notice = await noticeIn(store().db);
      const { tenantId } = notice;
      const { id: runId } = await written(store(), tenantId);
      await follows(store().db, { runId, tenantId, name: 'Ana Ruiz', askKey: 'once', chat: 'a:alone' });
      const group = { ...chatOf(tenantId, '19:group'), kind: 'groupChat' } as const;
      await saveConversation(store().db, group);
      const id = (await insertNotice(store().db, { ...notice, conversationId: group.id })) ?? '';
      return { id, group };
    }

    test('it is told alone, and the conversation is left alone from then on', async () => {
      const { id, group } = await inGroup();
      answers = async (to) => (to === group.id ? { kind: 'no-conversation' } : { kind: 'shown', cardId: 'm' });
      await processOf()(id);
      expect(wakes).toEqual([{ id, dueAt: noon }]);
      await processOf()(id);
      expect(posted.map(({ to }) => to)).toEqual(['a:alone']);
      expect(await refreshConversation(store().db, group)).toBe(true);
    });

    test('as is known, it is not even tried', async () => {
      const { id, group } = await inGroup();
      await stopConversation(store().db, group, noon);
      answers = async (to) =>
        to === group.id ? Promise.reject(new Error('it was tried')) : { kind: 'shown', cardId: 'm' };
      await processOf()(id);
      await processOf()(id);
      expect(posted.map(({ to }) => to)).toEqual(['a:alone']);
    });

    test('and their reader is nowhere else, it is given up', async () => {
      const id = await asked();
      answers = async () => ({ kind: 'no-conversation' });
      await processOf()(id);
      expect(await findNotice(store().db, id)).toMatchObject({ state: 'lost' });
      expect(wakes).toEqual([]);
    });
  });
});
