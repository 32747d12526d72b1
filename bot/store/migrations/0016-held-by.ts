import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which process has the turn in a conversation: only that one lengthens it, and lets go of it. */
export const heldBy: Migration = {
  async up(db) {
    await sql`alter table outbox_chat add column held_by text`.execute(db);
  },
};
