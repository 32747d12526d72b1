import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who is told at any hour, and by name, when something goes wrong of which a conversation hears. */
export const onCall: Migration = {
  async up(db) {
    await sql`create table on_call (
      tenant_id text not null, conversation_id text not null, person_id text not null, since timestamptz not null,
      primary key (tenant_id, conversation_id))`.execute(db);
  },
};
