import { z } from 'zod';

/** SharePoint puts a token of its own into addresses. */
const longestAddress = 8_000;

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

/** What a file that was handed over is fetched by. */
const fileContent = z.object({
  downloadUrl: z.string().max(longestAddress),
  fileType: z.string().max(40).optional().catch(undefined),
});

const attachment = z.object({
  contentType: z.string().max(200).optional().catch(undefined),
  name: z.string().max(1000).optional().catch(undefined),
  // Every message brings itself along as HTML: that it is no file is not worth a complaint, which zod takes long to write.
  content: z.preprocess(
    (content) => (typeof content === 'string' ? undefined : content),
    fileContent.optional().catch(undefined),
  ),
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
      channel: z
        .object({ id: z.string().min(1).max(1000) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
  replyToId: z.string().max(500).optional().catch(undefined),
  locale: z.string().max(50).optional().catch(undefined),
  localTimezone: z.string().max(100).optional().catch(undefined),
  entities: z.array(entity).optional().catch(undefined),
  attachments: z.array(attachment).optional().catch(undefined),
  membersRemoved: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
  membersAdded: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
  value: z.unknown().optional(),
});

/** What a typeahead asks for (teams-platform 3.2). */
export const searchSchema = z.object({ queryText: z.string().max(500), dataset: z.string().max(100) });

export type TeamsActivity = z.infer<typeof activitySchema>;

/** Whether a person wants a file that they were offered (msteams-docs, bots-filesv4). `context` is ours, and came back. */
export const fileConsentSchema = z.object({
  action: z.enum(['accept', 'decline']),
  context: z
    .object({ offer: z.string().min(1).max(80) })
    .nullish()
    .catch(null),
  /** Where Teams wants it to be put. */
  uploadInfo: z
    .object({
      uploadUrl: z.string().max(longestAddress),
      contentUrl: z.string().max(longestAddress),
      name: z.string().max(1000),
      uniqueId: z.string().max(200),
      fileType: z.string().max(40),
    })
    .nullish()
    .catch(null),
});

export type UploadInfo = NonNullable<z.infer<typeof fileConsentSchema>['uploadInfo']>;
