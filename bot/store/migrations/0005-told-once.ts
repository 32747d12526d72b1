import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What somebody has been told and need not be told again. */
export const toldOnce: Migration = {
  async up(db) {
    await sql`create table told_once (
      tenant_id text not null, person_id text not null, what text not null,
      primary key (tenant_id, person_id, what))`.execute(db);
  },
};
