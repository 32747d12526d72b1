import { z } from 'zod';
import { exchangeSyncs } from '../actions/exchange-sync.ts';
import { setChange, setItem } from '../actions/payload-set.ts';

/** What is to be done at the time, by ids: it is planned anew each time. */
export const scheduledWork = z.discriminatedUnion('action', [
  z.object({ action: z.literal('autopilot-sync') }),
  z.object({
    action: z.literal('exchange-sync'),
    sync: z.enum(exchangeSyncs),
    connectors: z.array(z.object({ id: z.string(), name: z.string() })).min(1),
  }),
  z.object({
    action: z.literal('sync-payloads'),
    intent: z.enum(['remove', 'restore']),
    devices: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          route: setChange.shape.route,
          items: z.union([z.literal('all'), z.array(setItem)]),
          /** All that was to stay off it when it was scheduled. */
          keep: z.array(setItem),
        }),
      )
      .min(1),
  }),
]);
export type ScheduledWork = z.infer<typeof scheduledWork>;
