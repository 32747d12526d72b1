import { quietHoursIn, quietUntil } from './knowledge/local-time.ts';
import type { CardJson, Clock, Conversation, Delivery, Log, Outbox, Reader } from './ports.ts';
import type { NoticeContent } from './runs/notice.ts';
import { digestCard } from './views/digest.ts';
import { noticeCard } from './views/notice.ts';
import type { Screen } from './views/screen.ts';

/** What is to be told, and when it happened. */
type Told = { id: string; content: NoticeContent; askedAt: Date };

/** A notice that is still to be posted; `dueAt`: null where that is settled. `quiet`: when its reader wants no messages. */
type DueNotice = {
  where: Conversation;
  reader: Reader;
  quiet: string | null;
  dueAt: Date | null;
};

/** `N`: a notice as the store keeps it. */
export type PostNoticeParts<N extends DueNotice = DueNotice> = {
  outbox: Pick<Outbox, 'post'>;
  log: Log;
  clock: Clock;
  find(id: string): Promise<N | null>;
  /** It, and what else waits for the same person in the same place; empty where somebody else is posting it, or has. */
  begin(notice: N, lease: { seen: Date; now: Date; until: Date }): Promise<readonly Told[]>;
  /** `cardId`: null where they can never be shown. */
  settle(ids: readonly string[], cardId: string | null): Promise<void>;
  putOff(ids: readonly string[], dueAt: Date): Promise<void>;
  /** Tried again then. */
  wakeAt(id: string, dueAt: Date): Promise<void>;
  screen(reader: Reader): Screen;
};

type Posting = Omit<PostNoticeParts, 'find' | 'begin'>;

/** Longer than a message takes to Teams: until then another process may still be handing it over. */
const leaseMs = 60_000;

/** The queue's clock and ours may differ by a little; by more, the notice was meant for later. */
const clocksDifferMs = 1_000;

/**
 * Posts a notice, once. That it is being posted is recorded before, and which message it became after: a crash in between is the
 * only case in which it is posted again, because Teams cannot be asked whether a message arrived, and twice is better than never.
 */
export const openPostNotice =
  <N extends DueNotice>(parts: PostNoticeParts<N>) =>
  async (id: string): Promise<void> => {
    const notice = await parts.find(id);
    const now = parts.clock.now();
    if (!notice?.dueAt || notice.dueAt.getTime() > now.getTime() + clocksDifferMs) return;
    const until = new Date(now.getTime() + leaseMs);
    const told = await parts.begin(notice, { seen: notice.dueAt, now, until });
    if (told.length === 0) return;
    const wantedAt = endOfQuiet(notice, now);
    await (wantedAt ? waitUntil(parts, told, wantedAt) : post(parts, notice, told));
  };

function endOfQuiet({ quiet, reader }: DueNotice, now: Date): Date | null {
  const hours = quiet === null ? null : quietHoursIn(quiet);
  return hours && quietUntil(hours, reader.zone, now);
}

async function waitUntil(parts: Posting, told: readonly Told[], wantedAt: Date): Promise<void> {
  const ids = told.map(({ id }) => id);
  await parts.putOff(ids, wantedAt);
  for (const id of ids) await parts.wakeAt(id, wantedAt);
}

async function post(parts: Posting, { where, reader }: DueNotice, told: readonly Told[]): Promise<void> {
  const ids = told.map(({ id }) => id);
  const delivery = await handOver(parts, { ids, where, card: cardFor(told, parts.screen(reader)) });
  const cardId = delivery.kind === 'shown' ? delivery.cardId : null;
  if (cardId === null) parts.log.warn({ notices: ids, conversation: where.id }, 'a notice cannot be shown there');
  await parts.settle(ids, cardId);
}

function cardFor(told: readonly Told[], screen: Screen): CardJson {
  const [only, ...others] = told;
  return only && others.length === 0 ? noticeCard(only.content, screen) : digestCard(told, screen);
}

/** What Teams refused just now is tried again by the queue. */
async function handOver(
  { outbox, putOff, clock }: Posting,
  { ids, where, card }: { ids: readonly string[]; where: Conversation; card: CardJson },
): Promise<Delivery> {
  try {
    return await outbox.post(where, card);
  } catch (error) {
    await putOff(ids, clock.now());
    throw error;
  }
}
