import type { Sight } from '../actions/sight.ts';
import type { TenantId } from '../ports.ts';
import { askNotice } from '../runs/ask-notice.ts';
import type { Tx } from '../store/open.ts';
import { saveChanged, saveUnchanged, startedLately, type Watched } from '../store/watched.ts';
import { endWatch, lockWatchersOf, saveTold, type WatchPairs } from '../store/watches.ts';
import { isSameSight, seenFrom, type Told, toldOf } from './news.ts';
import { nextLookAt } from './next-look.ts';
import type { WatchParts } from './parts.ts';
import type { Watch } from './watch.ts';

type Change = { watched: Watched; sight: Sight };

/** One transaction: how it looks now, what is told of it to everybody who watches it, and which watches end with that. */
export function tellChange(parts: WatchParts, tenantId: TenantId, { watched, sight }: Change): Promise<void> {
  const now = parts.clock.now();
  const { key, revision } = watched;
  const same = isSameSight(sight, watched.seen);
  return parts.store.db.transaction().execute(async (tx) => {
    const dueAt = nextLookAt(same ? watched.changedAt : now, now);
    if (same) await saveUnchanged(tx, tenantId, [{ key, revision, dueAt }]);
    else if (!(await saveChanged(tx, tenantId, { key, revision, seen: sight, now, dueAt }))) return;
    for (const one of await lockWatchersOf(tx, tenantId, key))
      await tellWatcher(parts, tx, { ...one, key, of: `${key}:${same ? revision : revision + 1}`, sight, now });
  });
}

type Telling = WatchPairs & { key: string; of: string; sight: Sight; now: Date };

async function tellWatcher(parts: WatchParts, tx: Tx, { watch, pairs, key, of, sight, now }: Telling): Promise<void> {
  const told = toldOf(watch, pairs, { now, over: false });
  if (watch.what.kind !== 'devices') await saveTold(tx, { ...watch, key }, seenFrom(sight, watch.what, now));
  await tell(parts, tx, { watch, told, of, now });
  if (told.ended) await endWatch(tx, watch);
}

type News = { watch: Watch; told: Told; of: string; now: Date };

/** Whose start here led to it is worth telling for this long. */
const startMs = 2 * 60 * 60_000;

/** `of`: what makes this news another than the last; a watch that ends says its last word once. */
export async function tell({ queue }: WatchParts, tx: Tx, { watch, told, of, now }: News): Promise<void> {
  const { news } = told;
  if (!news) return;
  const { tenantId, personId, conversationId, number, what, endsAt } = watch;
  const place = { tenantId, key: of.slice(0, of.lastIndexOf(':')) };
  const by = news.kind === 'run' ? null : await startedLately(tx, place, new Date(now.getTime() - startMs));
  const content = { kind: 'watch' as const, watch: number, what, news, by, endsAt: told.ended ? null : endsAt };
  const why = news.kind === 'connector' ? `:${news.why}` : '';
  const key = `watch:${watch.id}:${told.ended ? 'end' : `${of}${why}`}`;
  await askNotice(tx, queue, {
    tenantId,
    personId,
    conversationId,
    key,
    content,
    askedAt: now,
    dueAt: dueAtFor(watch, now),
  });
}

/** Muted, it waits; what has come by then is told together. */
export const dueAtFor = ({ mutedUntil }: Pick<Watch, 'mutedUntil'>, now: Date): Date =>
  mutedUntil && mutedUntil > now ? mutedUntil : now;
