import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which places of Graph's limits are taken, for several processes. */
export const ledgers: Migration = {
  async up(db) {
    await sql`create table graph_ledger (key text primary key, ledger jsonb not null)`.execute(db);
  },
};
