import { z } from 'zod';
import { deviceRoute } from '../graph/device-routes.ts';
import type { FoundDevice } from './devices.ts';

/** A found device as a draft keeps it. */
export const foundDevice = z.object({
  id: z.string(),
  name: z.string(),
  user: z.string().nullable(),
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  serial: z.string().nullable(),
  os: z.string(),
  osVersion: z.string().nullable(),
  model: z.string().nullable(),
  owner: z.enum(['company', 'personal', 'unknown']),
  agent: z.string(),
  lastSyncAt: z.coerce.date().nullable(),
  enrolledAt: z.coerce.date().nullable(),
  route: deviceRoute,
}) satisfies z.ZodType<FoundDevice>;
