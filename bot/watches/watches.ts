import type { Clock, Conversation, Person, Reader, TenantId } from '../ports.ts';
import type { Queue } from '../runs/queue.ts';
import { lookAgain } from '../runs/watchers.ts';
import type { Store, Tx } from '../store/open.ts';
import { saveConversation, savePerson } from '../store/people.ts';
import { beginWatched } from '../store/watched.ts';
import { endWatch, findWatch, findWatchAskedBy, insertWatch, muteWatch, watchesBy } from '../store/watches.ts';
import { seenFrom } from './news.ts';
import { nextLookAt } from './next-look.ts';
import { type OnCall, openOnCall } from './on-call.ts';
import type { NewsWanted, Seen, Watch, What } from './watch.ts';

/** Somebody wants to watch what they have just been able to look at. */
export type WatchWish = {
  person: Person;
  where: Conversation;
  heard: Reader;
  /** The same for every delivery of one ask, and for every press of one button. */
  askKey: string;
  what: What;
  on: NewsWanted;
  endsAt: Date;
  /** How each of what is watched is now, by its key; nothing for a run, whose steps tell. */
  seen: ReadonlyMap<string, Seen>;
};

/** Watches as the commands see them. */
export type Watches = {
  /** Null: they watch as many things as one person may. */
  begin(wish: WatchWish): Promise<Watch | null>;
  /** What this ask has led to before. */
  askedBy(tenantId: TenantId, askKey: string): Promise<Watch | null>;
  find(tenantId: TenantId, number: number): Promise<Watch | null>;
  of(person: Person): Promise<Watch[]>;
  end(watch: Watch): Promise<boolean>;
  mute(watch: Watch, until: Date): Promise<void>;
  /** What they could not look at is tried again. */
  tryAgain(person: Person): Promise<void>;
  onCall: OnCall;
};

/** Nobody follows more by eye; each costs looks. */
export const mostWatches = 100;

type Parts = { store: Store; queue: Queue; clock: Clock };

export function openWatches(parts: Parts): Watches {
  const { db } = parts.store;
  return {
    begin: (wish) => db.transaction().execute((tx) => begin(parts, tx, wish)),
    askedBy: (tenantId, askKey) => findWatchAskedBy(db, tenantId, askKey),
    find: (tenantId, number) => findWatch(db, tenantId, number),
    of: (person) => watchesBy(db, person),
    end: (watch) => endWatch(db, watch),
    mute: (watch, until) => muteWatch(db, watch, until),
    tryAgain: (person) => db.transaction().execute((tx) => lookAgain(parts, tx, person)),
    onCall: openOnCall(parts),
  };
}

async function begin(parts: Parts, tx: Tx, { person, where, heard, ...wish }: WatchWish): Promise<Watch | null> {
  const { tenantId, id: personId } = person;
  const now = parts.clock.now();
  if ((await watchesBy(tx, person)).length >= mostWatches) return null;
  await savePerson(tx, person, heard);
  await saveConversation(tx, where);
  const seen = new Map([...wish.seen].map(([key, sight]) => [key, seenFrom(sight, wish.what, now)]));
  const watch = await insertWatch(tx, { ...wish, seen, tenantId, personId, conversationId: where.id });
  if (!watch) return findWatchAskedBy(tx, tenantId, wish.askKey);
  const dueAt = nextLookAt(now, now);
  for (const [key, sight] of wish.seen) await beginWatched(tx, { tenantId, key }, { seen: sight, now, dueAt });
  const first = wish.seen.size > 0 && dueAt < watch.endsAt ? dueAt : watch.endsAt;
  await parts.queue.send(tx, { lane: 'watch', work: { tenantId }, dueAt: first });
  return watch;
}
