import type { CardJson, Delivery } from '../../bot/ports.ts';
import { openPostNotice } from '../../bot/post-notice.ts';
import type { Notice } from '../../bot/runs/notice.ts';
import { beginPosting, findNotice, insertNotice, putOffNotices, settleNotices } from '../../bot/store/notices.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { hour, later, minute, noon } from './runs/samples.ts';
import { onEachDatabase } from './store/databases.ts';
import { noticeIn } from './store/samples.ts';

onEachDatabase((store) => {
  let now: Date;
  let posted: CardJson[];
  let wakes: { id: string; dueAt: Date }[];
  let answers: () => Promise<Delivery>;
  const lexicon = openLexicon();
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };

  /** One process that posts; `crashesBeforeRecord`: it is gone once Teams has the message. */
  const processOf = ({ crashesBeforeRecord = false } = {}) =>
    openPostNotice({
      outbox: {
        async post(_, card) {
          const delivery = await answers();
          posted.push(card);
          return delivery;
        },
      },
      log: quiet,
      clock: { now: () => now },
      find: (id) => findNotice(store().db, id),
      begin: (notice, lease) => beginPosting(store().db, notice, lease),
      async settle(ids, cardId) {
        if (crashesBeforeRecord) throw new Error('killed');
        await settleNotices(store().db, ids, cardId);
      },
      putOff: (ids, dueAt) => putOffNotices(store().db, ids, dueAt),
      wakeAt: async (id, dueAt) => {
        wakes.push({ id, dueAt });
      },
      screen: ({ language, zone }) => ({ words: lexicon(language, zone), now, practice: false }),
    });

  beforeEach(() => {
    [now, posted, wakes] = [noon, [], []];
    answers = async () => ({ kind: 'shown', cardId: `m-${posted.length + 1}` });
  });

  const asked = async (change: Partial<Notice> = {}) =>
    (await insertNotice(store().db, await noticeIn(store().db, change))) ?? '';

  test('a notice is posted once, however often its step is done and by however many', async () => {
    const id = await asked();
    await Promise.all([processOf()(id), processOf()(id), processOf()(id)]);
    await processOf()(id);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.fallbackText).toMatch(/run 17[\s\S]*Done[\s\S]*Ana Ruiz had booked it/);
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
    expect(posted[0]?.fallbackText).toMatch(/3 things happened/);
    for (const id of ids) expect(await findNotice(store().db, id)).toMatchObject({ state: 'posted' });
  });

  test('what Teams does not take now is tried again, and what it never takes is not', async () => {
    const [busy, gone] = [await asked(), await asked()];
    answers = () => Promise.reject(new Error('the connector is away'));
    await expect(processOf()(busy)).rejects.toThrow('away');
    answers = async () => ({ kind: 'no-conversation' });
    await processOf()(gone);
    answers = async () => ({ kind: 'shown', cardId: 'm' });
    await processOf()(busy);
    await processOf()(gone);
    expect(await findNotice(store().db, busy)).toMatchObject({ state: 'posted' });
    expect(await findNotice(store().db, gone)).toMatchObject({ state: 'lost' });
  });
});
