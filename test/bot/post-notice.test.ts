import type { CardJson, Delivery } from '../../bot/ports.ts';
import { openPostNotice } from '../../bot/post-notice.ts';
import type { Notice } from '../../bot/runs/notice.ts';
import { beginPosting, findNotice, insertNotice, putOffNotice, settleNotice } from '../../bot/store/notices.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { hour, later, minute, noon } from './runs/samples.ts';
import { onEachDatabase } from './store/databases.ts';
import { noticeIn } from './store/samples.ts';

onEachDatabase((store) => {
  let now: Date;
  let posted: CardJson[];
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
      begin: (lease) => beginPosting(store().db, lease),
      async settle(id, cardId) {
        if (crashesBeforeRecord) throw new Error('killed');
        await settleNotice(store().db, id, cardId);
      },
      putOff: (id, dueAt) => putOffNotice(store().db, id, dueAt),
      screen: ({ language, zone }) => ({ words: lexicon(language, zone), now, practice: false }),
    });

  beforeEach(() => {
    [now, posted] = [noon, []];
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
    await beginPosting(store().db, { id, seen: noon, until: later(minute) });
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
