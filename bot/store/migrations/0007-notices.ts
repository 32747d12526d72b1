import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Messages that the bot sends unasked: each is written once, posted once, and remembered. */
export const notices: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`create table notice (
    id uuid primary key, tenant_id text not null, person_id text not null, conversation_id text not null,
    key text not null, content jsonb not null, asked_at timestamptz not null, due_at timestamptz, state text not null,
    card_id text,
    unique (tenant_id, key))`,
  sql`create index notice_due on notice (due_at) where due_at is not null`,
  sql`create index notice_to on notice (tenant_id, person_id)`,
];
