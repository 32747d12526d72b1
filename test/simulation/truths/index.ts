import type { OpenTruth } from './define.ts';
import { everyRunEnds } from './ends.ts';
import { plansAreKept } from './plans.ts';
import { nothingCrosses } from './tenants.ts';
import { everyAskerIsTold } from './told.ts';
import { cancelledIsNotStarted, once, oneAutopilotAWindow } from './writes.ts';

/** What must hold whatever happens. */
export const truths: readonly OpenTruth[] = [
  once,
  oneAutopilotAWindow,
  cancelledIsNotStarted,
  plansAreKept,
  everyRunEnds,
  everyAskerIsTold,
  nothingCrosses,
];
