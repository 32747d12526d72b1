import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Under which id the log tells of a run. Those that are on their way already have none. */
export const traces: Migration = {
  async up(db) {
    await sql`alter table run add column trace text`.execute(db);
  },
};
