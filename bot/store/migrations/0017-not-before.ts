import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** For how long Teams asked to leave a conversation alone: it holds for every process. */
export const notBefore: Migration = {
  async up(db) {
    await sql`alter table outbox_chat add column not_before timestamptz`.execute(db);
  },
};
