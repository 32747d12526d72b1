import type { Clock } from '../ports.ts';
import { loseNotices, moveNotices, putOffNotices, type StoredNotice } from '../store/notices.ts';
import type { Store, Tx } from '../store/open.ts';
import { findPersonalChat } from '../store/personal-chats.ts';
import type { Taken } from './notice.ts';
import type { Queue } from './queue.ts';
import type { Reachability } from './reachability.ts';

type Parts = { store: Store; queue: Queue; clock: Clock; reachability: Pick<Reachability, 'stop'> };

/** They are due again then, unless somebody else has them in hand by now. */
export function putOff({ store, queue }: Pick<Parts, 'store' | 'queue'>, taken: Taken, dueAt: Date): Promise<void> {
  return store.db
    .transaction()
    .execute(async (tx) => wakeAt(queue, tx, { ids: await putOffNotices(tx, taken, dueAt), dueAt }));
}

const wakeAt = (queue: Queue, tx: Tx, { ids, dueAt }: Taken): Promise<void> =>
  queue.sendAll(
    tx,
    ids.map((noticeId) => ({ lane: 'notice', work: { noticeId }, dueAt }) as const),
  );

type Gone = Pick<StoredNotice, 'tenantId' | 'personId' | 'where'>;

/** Nobody can write there any more, so they are told where their reader is alone with the bot; false where that is nowhere. */
export async function moveNotice(parts: Parts, notice: Gone, taken: Taken): Promise<boolean> {
  const { store, queue, clock, reachability } = parts;
  await reachability.stop(notice.where);
  return store.db.transaction().execute(async (tx) => {
    const chat = await findPersonalChat(tx, { tenantId: notice.tenantId, id: notice.personId });
    if (!chat) await loseNotices(tx, taken);
    else {
      const to = { conversationId: chat.id, dueAt: clock.now() };
      await wakeAt(queue, tx, { ids: await moveNotices(tx, taken, to), dueAt: to.dueAt });
    }
    return chat !== null;
  });
}
