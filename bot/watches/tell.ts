import type { Sight } from '../actions/sight.ts';
import type { Person, TenantId } from '../ports.ts';
import { askNotice } from '../runs/ask-notice.ts';
import type { Starter } from '../runs/notice.ts';
import { later } from '../runs/revision.ts';
import type { Tx } from '../store/open.ts';
import { awaken, lockWatchersOf, saveTold, type WatchPairs } from '../store/watch-pairs.ts';
import { saveChanged, saveUnchanged, startedLately, type Watched } from '../store/watched.ts';
import { endWatch } from '../store/watches.ts';
import { isSameSight, seenFrom, type Told, toldOf } from './news.ts';
import { nextLookAt } from './next-look.ts';
import type { WatchParts } from './parts.ts';
import { isToldOnce, toldAt, type Watch } from './watch.ts';

/** `person`: in whose name it was seen. */
type Change = { watched: Watched; person: Person; sight: Sight };

/** One transaction: how it looks now, what is told of it to everybody who watches it, and which watches end with that. */
export function tellChange(parts: WatchParts, { watched, person, sight }: Change): Promise<void> {
  const { tenantId } = person;
  const now = parts.clock.now();
  const { key, revision } = watched;
  const same = isSameSight(sight, watched.seen);
  return parts.store.db.transaction().execute(async (tx) => {
    const dueAt = nextLookAt(same ? watched.changedAt : now, now);
    if (same) await saveUnchanged(tx, tenantId, [{ key, revision, dueAt }]);
    else if (!(await saveChanged(tx, tenantId, { key, revision, seen: sight, now, dueAt }))) return;
    const by = await starterOf(tx, tenantId, { key, now });
    const of = `${key}:${same ? revision : revision + 1}`;
    for (const one of await lockWatchersOf(tx, tenantId, key))
      if (mayHear(one.watch, person)) await tellWatcher(parts, tx, { ...one, key, by, of, sight, now });
  });
}

/** Whoever could not look any more is told nothing that only others have seen. */
const mayHear = ({ state, personId }: Watch, { id }: Person) => state === 'active' || personId === id;

type Telling = WatchPairs & { key: string; by: Starter | null; of: string; sight: Sight; now: Date };

async function tellWatcher(parts: WatchParts, tx: Tx, { watch, pairs, key, sight, ...how }: Telling): Promise<void> {
  const { now } = how;
  if (watch.state === 'waking') await awaken(tx, watch);
  if (!isToldOnce(watch.what)) await saveTold(tx, { ...watch, key }, seenFrom(sight, watch.what, now));
  await tell(parts, tx, { watch, told: toldOf(watch, pairs, { now, over: false }), ...how });
}

/** Whose start here led to it is worth telling for this long. */
const startMs = 2 * 60 * 60_000;

export const starterOf = (tx: Tx, tenantId: TenantId, { key, now }: { key: string; now: Date }) =>
  startedLately(tx, { tenantId, key }, later(now, -startMs));

type News = { watch: Watch; told: Told; by: Starter | null; of: string; now: Date };

/** `of`: what makes this news another than the last; a watch that ends says its last word once. */
export async function tell({ queue }: WatchParts, tx: Tx, { watch, told, by, of, now }: News): Promise<void> {
  if (told.ended) await endWatch(tx, watch);
  const { news } = told;
  if (!news) return;
  const { tenantId, personId, conversationId, number, what, endsAt } = watch;
  const content = { kind: 'watch' as const, watch: number, what, news, by, endsAt: told.ended ? null : endsAt };
  const why = news.kind === 'connector' ? `:${news.why}` : '';
  const key = `watch:${watch.id}:${told.ended ? 'end' : `${of}${why}`}`;
  const [to, dueAt] = [{ tenantId, personId, conversationId }, toldAt(watch, now)];
  await askNotice(tx, queue, { ...to, key, content, askedAt: now, dueAt });
}
