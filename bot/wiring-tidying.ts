import { forgetOldNews, forgetOldRuns } from './runs/retention.ts';
import { tidyOutboxChats } from './store/together.ts';
import { vacuum } from './store/vacuum.ts';
import type { Base } from './wiring.ts';

/** Sign-ins that came to nothing hold what was asked for, and perhaps tokens; runs are kept as long as their tenant wants. */
const tidyEveryMs = 60_000;
const vacuumEveryMs = 60 * 60_000;

export function tidying({ identity, log, store, clock }: Base): () => Promise<void> {
  const timer = setInterval(() => {
    identity?.tidy().catch((error) => log.error({ err: error }, 'sign-ins could not be tidied'));
    forgetOldRuns({ store, clock, log }).catch((error) => log.error({ err: error }, 'old runs could not be forgotten'));
    forgetOldNews({ store, clock }).catch((error) => log.error({ err: error }, 'old news could not be forgotten'));
    tidyOutboxChats(store.db).catch((error) => log.error({ err: error }, 'old turns could not be forgotten'));
  }, tidyEveryMs);
  const vacuuming = setInterval(() => {
    vacuum(store.engine).catch((error) => log.error({ err: error }, 'the database could not be cleaned'));
  }, vacuumEveryMs);
  return async () => {
    clearInterval(timer);
    clearInterval(vacuuming);
  };
}
