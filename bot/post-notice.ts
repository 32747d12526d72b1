import { quietHoursIn, quietUntil } from './knowledge/local-time.ts';
import type { CardJson, Clock, Conversation, Delivery, Log, PersonId, Reader, RunId } from './ports.ts';
import { NoRoom, type OpenChat, type WriteInTurn } from './ports-writing.ts';
import type { NoticeContent, Taken } from './runs/notice.ts';
import type { Run } from './runs/run.ts';
import { digestCard } from './views/digest.ts';
import { isAlarm, noticeCard, runToldOf } from './views/notice.ts';
import type { Screen } from './views/screen.ts';

/** What is to be told, and when it happened. */
type Told = { id: string; content: NoticeContent; askedAt: Date };

/** A notice that is still to be posted; `dueAt`: null where that is settled. `quiet`: when its reader wants no messages. */
type DueNotice = {
  id: string;
  personId: PersonId;
  where: Conversation;
  /** The bot can no longer write there. */
  isStopped: boolean;
  reader: Reader;
  quiet: string | null;
  content: NoticeContent;
  askedAt: Date;
  /** Wakes at any hour for what went wrong where others read. */
  onCall: { name: string; teamsId: string } | null;
  dueAt: Date | null;
};

/** `N`: a notice as the store keeps it. */
export type PostNoticeParts<N extends DueNotice = DueNotice> = {
  inTurn: WriteInTurn;
  log: Log;
  clock: Clock;
  find(id: string): Promise<N | null>;
  findRun(id: RunId): Promise<Run | null>;
  /** It, and what else waits for the same person in the same place; empty where somebody else is posting it, or has. */
  begin(notice: N, lease: { seen: Date; now: Date; until: Date }): Promise<readonly Told[]>;
  /** The message that they have become, whoever has them in hand by now. */
  posted(ids: readonly string[], cardId: string): Promise<void>;
  /** They can never be shown. */
  lost(taken: Taken): Promise<void>;
  /** Tried again then. */
  putOff(taken: Taken, dueAt: Date): Promise<void>;
  /** Nobody can write there any more. False where they can be told nowhere else. */
  moveNotice(notice: N, taken: Taken): Promise<boolean>;
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
  <N extends DueNotice>(parts: PostNoticeParts<N>) =>
  async (id: string): Promise<void> => {
    const notice = await parts.find(id);
    const now = parts.clock.now();
    if (!notice?.dueAt || notice.dueAt.getTime() > now.getTime() + clocksDifferMs) return;
    const seen = { ids: [id], dueAt: notice.dueAt };
    if (notice.isStopped) return elsewhere(parts, notice, seen);
    try {
      await parts.inTurn(notice.where, 'notice', (chat) => postIn(parts, chat, { notice, seen: seen.dueAt }));
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error;
      await parts.putOff(seen, againAt(notice, now, error));
    }
  };

type Posting<N> = { notice: N; seen: Date };

/** What stood in line has waited: only now it is taken in hand, and drawn. */
async function postIn<N extends DueNotice>(parts: PostNoticeParts<N>, chat: OpenChat, { notice, seen }: Posting<N>) {
  const now = parts.clock.now();
  const until = new Date(now.getTime() + leaseMs);
  const told = await parts.begin(notice, { seen, now, until });
  if (told.length === 0) return;
  const taken = { ids: told.map(({ id }) => id), dueAt: until };
  const screen = parts.screen(notice.reader);
  const wake = wakes(notice, told, screen) ? notice.onCall : null;
  const wantedAt = wake ? null : endOfQuiet(notice, now);
  if (wantedAt) return parts.putOff(taken, wantedAt);
  const card = cardFor(parts, told, { notice, screen, wake });
  const delivery = await card
    .then((drawn) => chat.post(drawn))
    .catch(async (error: unknown) => {
      parts.log.warn({ err: error, notices: taken.ids }, 'a notice is tried again later');
      await parts.putOff(taken, againAt(notice, now, error));
      return null;
    });
  if (delivery) await settle(parts, { notice, taken }, delivery);
}

const wakes = ({ where }: DueNotice, told: readonly Told[], screen: Screen): boolean =>
  where.kind !== 'personal' && told.some(({ content }) => isAlarm(content, screen));

function endOfQuiet({ quiet, reader, content }: DueNotice, now: Date): Date | null {
  const hours = quiet === null ? null : quietHoursIn(quiet);
  const until = hours && quietUntil(hours, reader.zone, now);
  return until && isTooLate(content, until) ? null : until;
}

/** A warning that comes after what it warns of is none. */
const isTooLate = (content: NoticeContent, at: Date) => content.kind === 'schedule-sign-in' && at >= content.at;

const [soonestMs, latestMs] = [2_000, 60_000];

/** The longer it has been in vain, the longer until it is tried again. */
function againAt({ askedAt }: DueNotice, now: Date, error: unknown): Date {
  const waitedMs = Math.min(latestMs, Math.max(soonestMs, now.getTime() - askedAt.getTime()));
  return new Date(now.getTime() + (error instanceof NoRoom ? Math.max(error.inMs, soonestMs) : waitedMs));
}

type Drawing<N> = { notice: N; screen: Screen; wake: DueNotice['onCall'] };

/** A run that is over changes no more, so it is read only now: one alone says and offers what its board does. */
async function cardFor<N extends DueNotice>(
  parts: PostNoticeParts<N>,
  told: readonly Told[],
  { notice: { where, personId }, screen, wake: onCall }: Drawing<N>,
): Promise<CardJson> {
  const [only, ...others] = told;
  if (!only || others.length > 0) return digestCard(told, screen, onCall);
  const id = runToldOf(only.content);
  const run = id && (await parts.findRun(id));
  const reader = where.kind === 'personal' ? personId : null;
  return noticeCard(only.content, screen, { onCall, ended: run && { run, reader } });
}

type Settling<N> = { notice: N; taken: Taken };

async function settle<N extends DueNotice>(
  parts: PostNoticeParts<N>,
  { notice, taken }: Settling<N>,
  delivery: Delivery,
): Promise<void> {
  if (delivery.kind === 'shown') return parts.posted(taken.ids, delivery.cardId);
  if (delivery.kind === 'no-conversation') return elsewhere(parts, notice, taken);
  const err = delivery.kind === 'refused' ? delivery.error : undefined;
  parts.log.warn({ err, notices: taken.ids, conversation: notice.where.id }, 'a notice cannot be shown');
  await parts.lost(taken);
}

async function elsewhere<N extends DueNotice>(parts: PostNoticeParts<N>, notice: N, taken: Taken): Promise<void> {
  if (await parts.moveNotice(notice, taken)) return;
  parts.log.warn({ notices: taken.ids, conversation: notice.where.id }, 'a notice can be shown nowhere');
}
