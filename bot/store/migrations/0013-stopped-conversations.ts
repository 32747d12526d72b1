import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Conversations that the bot can no longer write in, until somebody there is heard of again. */
export const stoppedConversations: Migration = {
  async up(db) {
    await sql`alter table conversation add column stopped_at timestamptz`.execute(db);
  },
};
