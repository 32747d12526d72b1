import type { Clock, Log } from '../ports.ts';
import { forgetEndedRuns } from '../store/history.ts';
import { forgetSettledNotices } from '../store/notices.ts';
import type { Store } from '../store/open.ts';
import { tenantsKept } from '../store/tenants.ts';
import { forgetEndedWatches } from '../store/watches.ts';

const dayMs = 24 * 60 * 60_000;

/** Few enough that nobody waits for the rows they hold. */
const forgottenAtOnce = 100;

/** Forgets what ended longer ago than its tenant keeps history: a small batch of each tenant at a time. */
export async function forgetOldRuns({ store, clock, log }: { store: Store; clock: Clock; log: Log }): Promise<void> {
  for (const { tenantId, historyDays } of await tenantsKept(store.db)) {
    const before = new Date(clock.now().getTime() - historyDays * dayMs);
    const forgotten = await forgetEndedRuns(store.db, tenantId, { before, most: forgottenAtOnce });
    if (forgotten > 0) log.info({ tenant: tenantId, runs: forgotten, before }, 'old runs were forgotten');
  }
}

/** What was told, and what has been watched to its end, names people; after a week nobody asks about it any more. */
const toldForMs = 7 * dayMs;

export async function forgetOldNews({ store, clock }: { store: Store; clock: Clock }): Promise<void> {
  const before = new Date(clock.now().getTime() - toldForMs);
  await forgetSettledNotices(store.db, before);
  await forgetEndedWatches(store.db, before);
}
