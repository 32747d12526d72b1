import type { Person, TenantId } from '../ports.ts';
import { askNotice } from '../runs/ask-notice.ts';
import type { Tx } from '../store/open.ts';
import { dropTarget, lockWatchersOf, lockWatches, type WatchPairs } from '../store/watch-pairs.ts';
import { dropUnwatched } from '../store/watched.ts';
import { endWatch } from '../store/watches.ts';
import { toldOf } from './news.ts';
import type { WatchParts } from './parts.ts';
import { starterOf, tell } from './tell.ts';
import { isToldOnce, keysOf, toldAt, type Watch } from './watch.ts';

/** Watches whose time is over, and whose things have just been looked at, end; where that is news, it is told. */
export async function endOverdue(parts: WatchParts, tenantId: TenantId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const now = parts.clock.now();
  await parts.store.db.transaction().execute(async (tx) => {
    // One that was asked for once more in the meantime goes on.
    const overdue = (await lockWatches(tx, tenantId, ids)).filter(({ watch }) => watch.endsAt <= now);
    for (const one of overdue) await endNow(parts, tx, { ...one, now });
    const keys = overdue.flatMap(({ watch }) => keysOf(watch.what));
    await dropUnwatched(tx, tenantId, keys);
  });
}

type Ending = WatchPairs & { now: Date };

async function endNow(parts: WatchParts, tx: Tx, { watch, pairs, now }: Ending): Promise<void> {
  if (watch.state !== 'active') return endUnseen(parts, tx, { watch, now });
  const [key = ''] = keysOf(watch.what);
  const by = await starterOf(tx, watch.tenantId, { key, now });
  await tell(parts, tx, { watch, told: toldOf(watch, pairs, { now, over: true }), by, of: key, now });
}

/** How it stands is not known: only who was promised a last word hears that. */
async function endUnseen(parts: WatchParts, tx: Tx, { watch, now }: Omit<Ending, 'pairs'>): Promise<void> {
  if (isToldOnce(watch.what)) await sayLast(parts, tx, { watch, kind: 'watch-unseen', now });
  await endWatch(tx, watch);
}

type Gone = { person: Person; key: string; now: Date };

/** It is not there for them any more; where nothing else is left to watch, there is nothing to wait for. */
export async function dropGone(parts: WatchParts, tx: Tx, { person, key, now }: Gone): Promise<void> {
  const watchers = await lockWatchersOf(tx, person.tenantId, key);
  for (const { watch, pairs } of watchers.filter((one) => one.watch.personId === person.id)) {
    const keys = keysOf(watch.what);
    const left = pairs.map((pair, index) => (keys[index] === key ? null : pair));
    await dropTarget(tx, { ...watch, key });
    if (left.some((pair) => pair !== null)) {
      const told = toldOf(watch, left, { now, over: false });
      await tell(parts, tx, { watch, told, by: null, of: `${key}:gone`, now });
    } else {
      await sayLast(parts, tx, { watch, kind: 'watch-gone', now });
      await endWatch(tx, watch);
    }
  }
}

type LastWord = { watch: Watch; kind: 'watch-gone' | 'watch-unseen'; now: Date };

async function sayLast({ queue }: WatchParts, tx: Tx, { watch, kind, now }: LastWord): Promise<void> {
  const { tenantId, personId, conversationId, number, what } = watch;
  const [to, key] = [{ tenantId, personId, conversationId }, `watch:${watch.id}:end`];
  const content = { kind, watch: number, what };
  await askNotice(tx, queue, { ...to, key, content, askedAt: now, dueAt: toldAt(watch, now) });
}
