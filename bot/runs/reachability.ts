import type { Clock, Conversation, Person, TenantId } from '../ports.ts';
import { believedMs } from '../store/believed.ts';
import {
  conversationsOfChannel,
  refreshConversation,
  runsFollowedIn,
  runsShownTo,
  stopConversation,
} from '../store/conversations.ts';
import type { Db, Store, Tx } from '../store/open.ts';
import { findPersonalChat } from '../store/personal-chats.ts';
import { askNotice } from './ask-notice.ts';
import type { Queue } from './queue.ts';
import type { RunHead } from './run.ts';

type Parts = { store: Store; queue: Queue; clock: Clock };
type Which = Pick<Conversation, 'tenantId' | 'id'>;

/** What becomes of a conversation, as Teams tells of it or answers. */
export type Reachability = {
  /**
   * The bot can no longer write there: whoever has been reading a run of theirs there is told elsewhere, once. `missed`: a run
   * that was just to be shown there, perhaps for the last time.
   */
  stop(where: Which, missed?: RunHead | null): Promise<void>;
  /** The same for a channel and all of its threads. */
  stopChannel(tenantId: TenantId, channelId: string): Promise<void>;
  /** An answer could not be shown there: whoever had asked is told elsewhere. */
  unanswered(asked: Pick<Person, 'tenantId' | 'id'>, where: Which): Promise<void>;
  /** Somebody there was heard of. */
  heard(where: Conversation): Promise<void>;
};

const rememberAtMost = 10_000;

export function openReachability(parts: Parts, steadyMs: () => number): Reachability {
  const known = new Map<string, { address: string; untilMs: number }>();
  const keyOf = ({ tenantId, id }: Which) => `${tenantId} ${id}`;
  const rememberMs = believedMs(parts.store.engine);
  const stop: Reachability['stop'] = async (where, missed = null) => {
    const stopped = parts.store.db.transaction().execute((tx) => stopIn(parts, tx, { where, missed }));
    // Afterwards: whoever is heard while it is being stopped may still have found it open.
    await stopped.finally(() => known.delete(keyOf(where)));
  };
  return {
    stop,
    async stopChannel(tenantId, channelId) {
      for (const id of await conversationsOfChannel(parts.store.db, tenantId, channelId)) await stop({ tenantId, id });
    },
    async unanswered(asked, where) {
      await stop(where);
      await tellUnanswered(parts, asked, where);
    },
    async heard(where) {
      const address = `${where.serviceUrl} ${where.botId}`;
      const last = known.get(keyOf(where));
      if (last?.address === address && last.untilMs > steadyMs()) return;
      if (await refreshConversation(parts.store.db, where)) await tellAgain(parts, where);
      if (known.size >= rememberAtMost) known.clear();
      known.set(keyOf(where), { address, untilMs: steadyMs() + rememberMs });
    },
  };
}

/** What ended longer ago is asked for. */
const tellAgainMs = 60 * 60_000;

/** What could not be shown there meanwhile. */
async function tellAgain({ store, queue, clock }: Parts, where: Which): Promise<void> {
  const since = new Date(clock.now().getTime() - tellAgainMs);
  const missed = await runsFollowedIn(store.db, where, since);
  await queue.sendAll(
    store.db,
    missed.map((runId) => ({ lane: 'tell', work: { runId } })),
  );
}

type Stopping = { where: Which; missed: RunHead | null };

async function stopIn(parts: Parts, tx: Tx, { where, missed }: Stopping): Promise<void> {
  if (!(await stopConversation(tx, where, parts.clock.now()))) return;
  const shown = [...(await runsShownTo(tx, where)), ...(missed ? [missed] : [])];
  for (const run of new Map(shown.map((one) => [one.id, one])).values()) await tellAskerElsewhere(parts, tx, run);
}

/** However often they ask there, they are told once an hour. */
const onceInMs = 60 * 60_000;

async function tellUnanswered({ store, queue, clock }: Parts, asked: Pick<Person, 'tenantId' | 'id'>, where: Which) {
  const chat = await findPersonalChat(store.db, asked);
  if (!chat) return;
  const at = clock.now();
  const [to, hour] = [{ tenantId: asked.tenantId, personId: asked.id }, Math.floor(at.getTime() / onceInMs)];
  const notice = { ...to, conversationId: chat.id, key: `unanswered:${where.id}:${asked.id}:${hour}` };
  await store.db
    .transaction()
    .execute((tx) =>
      askNotice(tx, queue, { ...notice, content: { kind: 'cannot-answer', at }, askedAt: at, dueAt: at }),
    );
}

/** That chat is not the one that was just stopped: those are not found. */
async function tellAskerElsewhere({ queue, clock }: Parts, tx: Tx | Db, run: RunHead): Promise<void> {
  const { tenantId, asker, number, action } = run;
  const chat = await findPersonalChat(tx, asker);
  if (!chat) return;
  const [now, to] = [clock.now(), { tenantId, personId: asker.id, conversationId: chat.id }];
  const key = `stopped:${run.id}:${now.toISOString()}`;
  await askNotice(tx, queue, {
    ...to,
    key,
    content: { kind: 'cannot-write', number, action },
    askedAt: now,
    dueAt: now,
  });
}
