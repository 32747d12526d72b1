import type { TenantId } from '../ports.ts';
import { keysOf, type Seen, type Watch } from '../watches/watch.ts';
import { storable } from './json.ts';
import type { Db, Tx } from './open.ts';
import { seen } from './watch-content.ts';
import { type Own, watchesOn, watchFrom } from './watches.ts';

/** A watch that has to be settled, with all it watches as it was told and as it is; null for what is gone, or told by its steps. */
export type WatchPairs = { watch: Watch; pairs: ({ before: Seen; now: Seen } | null)[] };

/** The watches of one thing whose watchers can see it, held until the transaction ends: nobody can stop one in between. */
export function lockWatchersOf(tx: Tx, tenantId: TenantId, key: string): Promise<WatchPairs[]> {
  const ofKey = tx
    .selectFrom('watch_target')
    .select('watch_id')
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key);
  return locked(tx, watchesOn(tx, tenantId).where('state', '<>', 'blind').where('id', 'in', ofKey));
}

/** Those of these watches that go on. */
export const lockWatches = (tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<WatchPairs[]> =>
  locked(tx, watchesOn(tx, tenantId).where('id', 'in', ids));

/** Watches of a tenant whose time is over, the oldest first. */
export async function overdueWatches(
  db: Db,
  tenantId: TenantId,
  { now, most }: { now: Date; most: number },
): Promise<string[]> {
  const overdue = watchesOn(db, tenantId).where('ends_at', '<=', now).orderBy('ends_at').orderBy('id');
  return (await overdue.limit(most).execute()).map(({ id }) => id);
}

async function locked(tx: Tx, query: ReturnType<typeof watchesOn>): Promise<WatchPairs[]> {
  const rows = await query.orderBy('id').forUpdate().execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const targets = await tx
    .selectFrom('watch_target as t')
    .leftJoin('watched as w', (on) => on.onRef('w.tenant_id', '=', 't.tenant_id').onRef('w.key', '=', 't.key'))
    .select(['t.watch_id', 't.key', 't.seen as before', 'w.seen as now'])
    .where('t.watch_id', 'in', ids)
    .execute();
  const byWatch = Map.groupBy(targets, ({ watch_id }) => watch_id);
  return rows.map(watchFrom).map((watch) => {
    const byKey = new Map((byWatch.get(watch.id) ?? []).map((one) => [one.key, one]));
    return { watch, pairs: keysOf(watch.what).map((key) => pairOf(byKey.get(key))) };
  });
}

function pairOf(target: { before: unknown; now: unknown } | undefined): WatchPairs['pairs'][number] {
  if (!target || target.before === null) return null;
  const was = seen.parse(target.before);
  return { before: was, now: target.now === null ? was : seen.parse(target.now) };
}

/** It is not there any more, so nobody looks at it for this watch. */
export async function dropTarget(tx: Tx, { tenantId, id, key }: Own & { key: string }): Promise<void> {
  const targets = tx.deleteFrom('watch_target').where('tenant_id', '=', tenantId).where('watch_id', '=', id);
  await targets.where('key', '=', key).execute();
}

/** Its watcher has looked again themselves. */
export async function awaken(tx: Tx, { tenantId, id }: Own): Promise<void> {
  const waking = tx.updateTable('watch').set({ state: 'active' }).where('tenant_id', '=', tenantId);
  await waking.where('id', '=', id).where('state', '=', 'waking').execute();
}

/** How a thing was when the watch told of it last. */
export async function saveTold(tx: Tx, { tenantId, id, key }: Own & { key: string }, told: Seen): Promise<void> {
  await tx
    .updateTable('watch_target')
    .set({ seen: storable(told) })
    .where('tenant_id', '=', tenantId)
    .where('watch_id', '=', id)
    .where('key', '=', key)
    .execute();
}
