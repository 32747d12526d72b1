import { z } from 'zod';
import { type Conversation, languages, type Reader, type TenantId } from '../ports.ts';

export const conversationKind = z.enum(['personal', 'groupChat', 'channel']);

/** A conversation, as it stands beside a row that names it. */
export const placeColumns = {
  tenant_id: z.string(),
  conversation_id: z.string(),
  kind: conversationKind,
  service_url: z.string(),
  bot_id: z.string(),
};

type PlaceRow = z.infer<z.ZodObject<typeof placeColumns>>;

export const placeFrom = (row: PlaceRow): Conversation => ({
  id: row.conversation_id,
  kind: row.kind,
  tenantId: row.tenant_id as TenantId,
  serviceUrl: row.service_url,
  botId: row.bot_id,
});

const language = z.enum(languages);

/** How a person reads: what they chose, and what Teams says. */
export const readerColumns = {
  language: language.nullable(),
  zone: z.string().nullable(),
  heard_language: language,
  heard_zone: z.string(),
};

type ReaderRow = z.infer<z.ZodObject<typeof readerColumns>>;

export const readerFrom = (row: ReaderRow): Reader => ({
  language: row.language ?? row.heard_language,
  zone: row.zone ?? row.heard_zone,
});
