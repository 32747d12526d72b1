import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How several processes keep Teams' limits together: who may send how much to a tenant, and whose turn a conversation is. */
export const outboxShares: Migration = {
  async up(db) {
    await sql`create table outbox_share (tenant_id text primary key, shares jsonb not null)`.execute(db);
    await sql`create table outbox_chat (
      tenant_id text not null, conversation_id text not null, held_until timestamptz, answers jsonb not null,
      left_at timestamptz not null,
      primary key (tenant_id, conversation_id))`.execute(db);
    await sql`create index outbox_chat_left on outbox_chat (left_at)`.execute(db);
  },
};
