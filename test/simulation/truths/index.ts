import { nothingStartsUnapproved } from './approvals.ts';
import type { OpenTruth } from './define.ts';
import { everyRunEnds } from './ends.ts';
import { noticesAreTold } from './notices.ts';
import { plansAreKept } from './plans.ts';
import { everyTimeIsKept } from './schedules.ts';
import { nothingCrosses } from './tenants.ts';
import { everyAskerIsTold } from './told.ts';
import { cancelledIsNotStarted, once, oneAutopilotAWindow } from './writes.ts';

/** What must hold whatever happens. */
export const truths: readonly OpenTruth[] = [
  once,
  oneAutopilotAWindow,
  cancelledIsNotStarted,
  plansAreKept,
  nothingStartsUnapproved,
  everyTimeIsKept,
  everyRunEnds,
  everyAskerIsTold,
  noticesAreTold,
  nothingCrosses,
];
