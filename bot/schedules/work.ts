import { z } from 'zod';
import { exchangeSyncs } from '../actions/exchange-sync.ts';

/** What is to be done at the time, by ids: it is planned anew each time. */
export const scheduledWork = z.discriminatedUnion('action', [
  z.object({ action: z.literal('autopilot-sync') }),
  z.object({
    action: z.literal('exchange-sync'),
    sync: z.enum(exchangeSyncs),
    connectors: z.array(z.object({ id: z.string(), name: z.string() })).min(1),
  }),
]);
export type ScheduledWork = z.infer<typeof scheduledWork>;
