import type { Clock, Conversation, Person, Reader, TenantId } from '../ports.ts';
import type { Queue } from '../runs/queue.ts';
import { lookAgain } from '../runs/watchers.ts';
import type { Store, Tx } from '../store/open.ts';
import { saveConversation, savePerson } from '../store/people.ts';
import { holdRun } from '../store/runs.ts';
import { beginWatched } from '../store/watched.ts';
import {
  beginOneAtATime,
  countWatches,
  endWatch,
  endWatchesOf,
  findWatch,
  findWatchAskedBy,
  insertWatch,
  isToldOld,
  muteWatch,
  prolongWatch,
  watchesBy,
} from '../store/watches.ts';
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

/**
 * `already`: they watched the very same there, and that watch goes on. `too-many`: they watch as many things as one person may. `over`:
 * the run has ended meanwhile.
 */
export type Begun = (Watch & { already: boolean }) | 'too-many' | 'over';

/** Watches as the commands see them. */
export type Watches = {
  begin(wish: WatchWish): Promise<Begun>;
  /** What this ask has led to before. `old`: what it watches is as old already as was to be told. */
  askedBy(tenantId: TenantId, askKey: string): Promise<{ watch: Watch; old: boolean } | null>;
  find(tenantId: TenantId, number: number): Promise<Watch | null>;
  of(person: Person): Promise<Watch[]>;
  end(watch: Watch): Promise<boolean>;
  /** The answer is how many. */
  endAll(person: Person): Promise<number>;
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
    async askedBy(tenantId, askKey) {
      const watch = await findWatchAskedBy(db, tenantId, askKey);
      return watch && { watch, old: await isToldOld(db, watch) };
    },
    find: (tenantId, number) => findWatch(db, tenantId, number),
    of: (person) => watchesBy(db, person),
    end: (watch) => endWatch(db, watch),
    endAll: (person) => endWatchesOf(db, person),
    mute: (watch, until) => muteWatch(db, watch, until),
    tryAgain: (person) => db.transaction().execute((tx) => lookAgain(parts, tx, person)),
    onCall: openOnCall(parts),
  };
}

async function begin(parts: Parts, tx: Tx, wish: WatchWish): Promise<Begun> {
  const { person, what, askKey } = wish;
  const asked = await findWatchAskedBy(tx, person.tenantId, askKey);
  if (asked) return { ...asked, already: false };
  await beginOneAtATime(tx, person);
  const same = await goOn(parts, tx, wish);
  if (same) return { ...same, already: true };
  if ((await countWatches(tx, person)) >= mostWatches) return 'too-many';
  if (what.kind === 'run' && !(await holdRun(tx, what.runId))) return 'over';
  const watch = await insert(parts, tx, wish);
  // Where another delivery of the same ask was quicker, it is found now.
  return watch ? { ...watch, already: false } : begin(parts, tx, wish);
}

/** Said once more, it is told once all the same. */
async function goOn({ clock, queue }: Parts, tx: Tx, { person, where, heard, what, on, endsAt }: WatchWish) {
  const { tenantId, id: personId } = person;
  const watch = await prolongWatch(tx, { tenantId, personId, conversationId: where.id, what, on, endsAt }, clock.now());
  if (!watch) return null;
  await savePerson(tx, person, heard);
  await saveConversation(tx, where);
  // The round that was to end it finds nothing to do, and leads to no other.
  await queue.send(tx, { lane: 'watch', work: { tenantId }, dueAt: watch.endsAt });
  return watch;
}

async function insert({ clock, queue }: Parts, tx: Tx, { person, where, heard, ...wish }: WatchWish) {
  const { tenantId, id: personId } = person;
  const now = clock.now();
  await savePerson(tx, person, heard);
  await saveConversation(tx, where);
  const dueAt = nextLookAt(now, now);
  // Before the tenant's next number is taken, because from then on the others of the tenant wait.
  await beginWatched(tx, tenantId, { seen: wish.seen, now, dueAt });
  const seen = new Map([...wish.seen].map(([key, sight]) => [key, seenFrom(sight, wish.what, now)]));
  const watch = await insertWatch(tx, { ...wish, seen, tenantId, personId, conversationId: where.id });
  if (!watch) return null;
  const first = wish.seen.size > 0 && dueAt < watch.endsAt ? dueAt : watch.endsAt;
  await queue.send(tx, { lane: 'watch', work: { tenantId }, dueAt: first });
  return watch;
}
