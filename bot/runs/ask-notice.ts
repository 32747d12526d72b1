import { insertNotice } from '../store/notices.ts';
import type { Db, Tx } from '../store/open.ts';
import type { Notice } from './notice.ts';
import type { Queue } from './queue.ts';

/** In the transaction in which it happened: writes what is to be told, unless it is written already, and enqueues its step. */
export async function askNotice(tx: Tx | Db, queue: Queue, notice: Notice): Promise<void> {
  const noticeId = await insertNotice(tx, notice);
  if (noticeId) await queue.send(tx, { lane: 'notice', work: { noticeId }, dueAt: notice.dueAt });
}
