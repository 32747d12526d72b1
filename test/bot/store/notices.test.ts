import type { PersonId } from '../../../bot/ports.ts';
import type { Notice } from '../../../bot/runs/notice.ts';
import { forgetOldNews } from '../../../bot/runs/retention.ts';
import { openForget } from '../../../bot/store/forget.ts';
import {
  beginPosting,
  dropNoticeLeases,
  findNotice,
  forgetNotices,
  insertNotice,
  loseNotices,
  noticesOnTheirWay,
  postedNotices,
  putOffNotices,
} from '../../../bot/store/notices.ts';
import { hour, later, minute, noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { bookedOver, chatOf, heard, noticeIn } from './samples.ts';

const day = 24 * hour;

onEachDatabase((store) => {
  const db = () => store().db;
  const written = async (change: Partial<Notice> = {}) =>
    (await insertNotice(db(), await noticeIn(db(), change))) ?? '';
  /** As one process takes it; the others find that it is not as they saw it. */
  const begins = async (id: string) => {
    const notice = await findNotice(db(), id);
    if (!notice) throw new Error('there is no such notice');
    return beginPosting(db(), notice, { seen: noon, now: noon, until: later(minute) });
  };
  const onTheirWay = async (ids: readonly string[], wanted: Parameters<typeof noticesOnTheirWay>[1]) =>
    (await noticesOnTheirWay(db(), wanted)).map(({ id }) => id).filter((id) => ids.includes(id));

  test('a notice reads as it was written, with the place and the language it is for', async () => {
    const notice = await noticeIn(db());
    const id = await insertNotice(db(), notice);
    expect(await findNotice(db(), id ?? '')).toEqual({
      id,
      tenantId: notice.tenantId,
      personId: notice.personId,
      where: chatOf(notice.tenantId),
      isStopped: false,
      reader: heard,
      quiet: null,
      onCall: null,
      askedAt: noon,
      content: bookedOver,
      state: 'waiting',
      dueAt: noon,
    });
  });

  test('the same thing is told once in a tenant, and in every tenant', async () => {
    const [notice, elsewhere] = [await noticeIn(db()), await noticeIn(db())];
    expect(await insertNotice(db(), notice)).not.toBeNull();
    expect(await insertNotice(db(), { ...notice, askedAt: later(minute) })).toBeNull();
    expect(await insertNotice(db(), elsewhere)).not.toBeNull();
  });

  test('of two processes one may post it', async () => {
    const id = await written();
    const begun = await Promise.all([begins(id), begins(id)]);
    expect(begun.flat().map((one) => one.id)).toEqual([id]);
    expect(await findNotice(db(), id)).toMatchObject({ state: 'posting', dueAt: later(minute) });
  });

  test('what is posted, or can be shown nowhere, is settled', async () => {
    const ids = [await written(), await written()] as const;
    await postedNotices(db(), [ids[0]], 'message 1');
    await loseNotices(db(), { ids: [ids[1]], dueAt: noon });
    expect(await findNotice(db(), ids[0])).toMatchObject({ state: 'posted', dueAt: null });
    expect(await findNotice(db(), ids[1])).toMatchObject({ state: 'lost', dueAt: null });
    expect(await onTheirWay(ids, { posting: true })).toEqual([]);
  });

  test('what somebody has in hand is left to them until their lease is over', async () => {
    const ids = [await written(), await written({ dueAt: later(hour) })];
    await begins(ids[0] ?? '');
    expect(await onTheirWay(ids, { dueBy: later(2 * minute), posting: false })).toEqual([]);
    expect(await onTheirWay(ids, { dueBy: noon, posting: true })).toEqual([]);
    expect(await onTheirWay(ids, { dueBy: later(2 * minute), posting: true })).toEqual([ids[0]]);
    expect(await onTheirWay(ids, { posting: true })).toEqual(ids);
  });

  test('whoever owns the database alone takes up what an earlier process had in hand', async () => {
    const id = await written();
    await begins(id);
    await dropNoticeLeases(db(), later(5));
    expect(await findNotice(db(), id)).toMatchObject({ state: 'waiting', dueAt: later(5) });
  });

  test('what waits for one person in one place is taken along, and nothing of anybody else', async () => {
    const notice = await noticeIn(db());
    const id = (await insertNotice(db(), notice)) ?? '';
    const also = await insertNotice(db(), { ...notice, key: 'also' });
    await insertNotice(db(), { ...notice, key: 'later', dueAt: later(hour) });
    await insertNotice(db(), { ...notice, key: 'elsewhere', conversationId: '19:group' });
    await insertNotice(db(), { ...notice, key: 'to another', personId: 'somebody else' as PersonId });
    const blind = { kind: 'watch-blind' as const, reason: 'sign-in' as const, name: 'Ana Ruiz', watches: [] };
    await insertNotice(db(), { ...notice, key: 'to be answered', content: blind });
    await insertNotice(db(), await noticeIn(db()));
    const begun = await begins(id);
    expect(begun.map((one) => one.id).sort()).toEqual([id, also].sort());
    expect(begun[0]).toMatchObject({ content: bookedOver, askedAt: noon });
    expect(await begins(id)).toEqual([]);
  });

  test('what could not be handed over is due again', async () => {
    const id = await written();
    const taken = { ids: [id], dueAt: noon };
    expect(await putOffNotices(db(), taken, later(hour))).toEqual([id]);
    expect(await findNotice(db(), id)).toMatchObject({ state: 'waiting', dueAt: later(hour) });
    expect(await putOffNotices(db(), taken, later(2 * hour))).toEqual([]);
    await loseNotices(db(), taken);
    expect(await findNotice(db(), id)).toMatchObject({ state: 'waiting', dueAt: later(hour) });
  });

  test('what was told is kept for a week, and what is still to be told for as long as it takes', async () => {
    const ids = [await written(), await written(), await written({ askedAt: later(8 * day) })] as const;
    await postedNotices(db(), [ids[0], ids[2]], 'message 1');
    await forgetOldNews({ store: store(), clock: { now: () => later(8 * day) } });
    expect(await Promise.all(ids.map((id) => findNotice(db(), id)))).toEqual([
      null,
      expect.objectContaining({ state: 'waiting' }),
      expect.objectContaining({ state: 'posted' }),
    ]);
  });

  test('forgetting a tenant or a person leaves those of others', async () => {
    const [one, other] = [await noticeIn(db()), await noticeIn(db())];
    const ids = [await insertNotice(db(), one), await insertNotice(db(), other)].map((id) => id ?? '');
    await forgetNotices(db(), one.tenantId);
    expect(await onTheirWay(ids, { posting: true })).toEqual([ids[1]]);
    await openForget(store())({ tenantId: other.tenantId, id: other.personId });
    expect(await onTheirWay(ids, { posting: true })).toEqual([]);
  });
});
