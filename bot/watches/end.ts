import type { TenantId } from '../ports.ts';
import { dropUnwatched } from '../store/watched.ts';
import { endWatch, lockOverdue } from '../store/watches.ts';
import { toldOf } from './news.ts';
import type { WatchParts } from './parts.ts';
import { tell } from './tell.ts';
import { keysOf } from './watch.ts';

/** Watches whose time is over end; where that is news, it is told. The answer is how many. */
export function endOverdue(parts: WatchParts, tenantId: TenantId, now: Date): Promise<number> {
  return parts.store.db.transaction().execute(async (tx) => {
    const overdue = await lockOverdue(tx, tenantId, now);
    for (const { watch, pairs } of overdue) {
      const told = toldOf(watch, pairs, { now, over: true });
      await tell(parts, tx, { watch, told, of: `${keysOf(watch.what)[0] ?? ''}:end`, now });
      await endWatch(tx, watch);
    }
    await dropUnwatched(
      tx,
      tenantId,
      overdue.flatMap(({ watch }) => keysOf(watch.what)),
    );
    return overdue.length;
  });
}
