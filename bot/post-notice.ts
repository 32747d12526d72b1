import type { CardJson, Clock, Conversation, Delivery, Log, Outbox, Reader } from './ports.ts';
import type { NoticeContent } from './runs/notice.ts';
import { noticeCard } from './views/notice.ts';
import type { Screen } from './views/screen.ts';

/** A notice that is still to be posted; `dueAt`: null where that is settled. */
type DueNotice = { id: string; where: Conversation; reader: Reader; content: NoticeContent; dueAt: Date | null };

export type PostNoticeParts = {
  outbox: Pick<Outbox, 'post'>;
  log: Log;
  clock: Clock;
  find(id: string): Promise<DueNotice | null>;
  /** False where somebody else is posting it, or has. */
  begin(lease: { id: string; seen: Date; until: Date }): Promise<boolean>;
  /** `cardId`: null where it can never be shown. */
  settle(id: string, cardId: string | null): Promise<void>;
  putOff(id: string, dueAt: Date): Promise<void>;
  screen(reader: Reader): Screen;
};

/** Longer than a message takes to Teams: until then another process may still be handing it over. */
const leaseMs = 60_000;

/** The queue's clock and ours may differ by a little; by more, the notice was meant for later. */
const clocksDifferMs = 1_000;

/**
 * Posts a notice, once. That it is being posted is recorded before, and which message it became after: a crash in between is the
 * only case in which it is posted again, because Teams cannot be asked whether a message arrived, and twice is better than never.
 */
export const openPostNotice =
  (parts: PostNoticeParts) =>
  async (id: string): Promise<void> => {
    const notice = await parts.find(id);
    const nowMs = parts.clock.now().getTime();
    if (!notice?.dueAt || notice.dueAt.getTime() > nowMs + clocksDifferMs) return;
    const until = new Date(nowMs + leaseMs);
    if (await parts.begin({ id, seen: notice.dueAt, until })) await post(parts, notice);
  };

async function post(parts: PostNoticeParts, { id, where, reader, content }: DueNotice): Promise<void> {
  const delivery = await handOver(parts, { id, where, card: noticeCard(content, parts.screen(reader)) });
  const cardId = delivery.kind === 'shown' ? delivery.cardId : null;
  if (cardId === null) parts.log.warn({ notice: id, conversation: where.id }, 'a notice cannot be shown there');
  await parts.settle(id, cardId);
}

/** What Teams refused just now is tried again by the queue. */
async function handOver(
  { outbox, putOff, clock }: PostNoticeParts,
  { id, where, card }: { id: string; where: Conversation; card: CardJson },
): Promise<Delivery> {
  try {
    return await outbox.post(where, card);
  } catch (error) {
    await putOff(id, clock.now());
    throw error;
  }
}
