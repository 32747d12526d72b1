import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whose turn it is to show a card, how new what it shows is, and answers that found no room in their turn. */
export const outbox: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`alter table run_follower add column answer_by timestamptz`,
  sql`alter table run_follower add column as_of timestamptz`,
  sql`create table late_answer (
    id uuid primary key, tenant_id text not null, person_id text not null, conversation_id text not null,
    place jsonb not null, replaces text, message jsonb not null, asked_at timestamptz not null)`,
  sql`create unique index late_answer_replaces on late_answer (tenant_id, conversation_id, replaces) where replaces is not null`,
];
