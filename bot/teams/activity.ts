import { z } from 'zod';

/**
 * The part of a Teams activity that the bot reads; everything else is left alone. What does not fit is refused before the SDK
 * sees it (teams-platform 1.2: the SDK throws outside its own guard where `type` is missing).
 */
const account = z.object({
  id: z.string().min(1).max(500),
  name: z.string().max(500).optional(),
  aadObjectId: z.string().max(100).toLowerCase().optional(),
});

const entity = z.object({
  type: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  mentioned: z.object({ id: z.string() }).optional().catch(undefined),
  timezone: z.string().max(100).optional().catch(undefined),
  locale: z.string().max(50).optional().catch(undefined),
});

export const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  channelId: z.string().max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1).max(1000),
    conversationType: z.string().max(50).optional(),
    tenantId: z.string().max(100).toLowerCase().optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().toLowerCase() }).optional().catch(undefined),
      eventType: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
  replyToId: z.string().max(500).optional().catch(undefined),
  locale: z.string().max(50).optional().catch(undefined),
  localTimezone: z.string().max(100).optional().catch(undefined),
  entities: z.array(entity).optional().catch(undefined),
  membersAdded: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
  value: z.unknown().optional(),
});

export type TeamsActivity = z.infer<typeof activitySchema>;
