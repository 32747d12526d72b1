import type { Notice } from '../../../bot/runs/notice.ts';
import { openForget } from '../../../bot/store/forget.ts';
import {
  beginPosting,
  dropNoticeLeases,
  findNotice,
  forgetNotices,
  insertNotice,
  noticesOnTheirWay,
  putOffNotice,
  settleNotice,
} from '../../../bot/store/notices.ts';
import { hour, later, minute, noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { bookedOver, chatOf, heard, noticeIn } from './samples.ts';

onEachDatabase((store) => {
  const db = () => store().db;
  const written = async (change: Partial<Notice> = {}) =>
    (await insertNotice(db(), await noticeIn(db(), change))) ?? '';
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
      reader: heard,
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
    const lease = { id, seen: noon, until: later(minute) };
    const begun = await Promise.all([beginPosting(db(), lease), beginPosting(db(), lease)]);
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await findNotice(db(), id)).toMatchObject({ state: 'posting', dueAt: later(minute) });
  });

  test('what is posted, or can be shown nowhere, is settled', async () => {
    const ids = [await written(), await written()] as const;
    await settleNotice(db(), ids[0], 'message 1');
    await settleNotice(db(), ids[1], null);
    expect(await findNotice(db(), ids[0])).toMatchObject({ state: 'posted', dueAt: null });
    expect(await findNotice(db(), ids[1])).toMatchObject({ state: 'lost', dueAt: null });
    expect(await onTheirWay(ids, { posting: true })).toEqual([]);
  });

  test('what somebody has in hand is left to them until their lease is over', async () => {
    const ids = [await written(), await written({ dueAt: later(hour) })];
    await beginPosting(db(), { id: ids[0] ?? '', seen: noon, until: later(minute) });
    expect(await onTheirWay(ids, { dueBy: later(2 * minute), posting: false })).toEqual([]);
    expect(await onTheirWay(ids, { dueBy: noon, posting: true })).toEqual([]);
    expect(await onTheirWay(ids, { dueBy: later(2 * minute), posting: true })).toEqual([ids[0]]);
    expect(await onTheirWay(ids, { posting: true })).toEqual(ids);
  });

  test('whoever owns the database alone takes up what an earlier process had in hand', async () => {
    const id = await written();
    await beginPosting(db(), { id, seen: noon, until: later(minute) });
    await dropNoticeLeases(db(), later(5));
    expect(await findNotice(db(), id)).toMatchObject({ state: 'waiting', dueAt: later(5) });
  });

  test('what could not be handed over is due again', async () => {
    const id = await written();
    await putOffNotice(db(), id, later(hour));
    expect(await findNotice(db(), id)).toMatchObject({ state: 'waiting', dueAt: later(hour) });
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
