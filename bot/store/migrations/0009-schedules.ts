import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is to be done again and again, or once later, in somebody's name. */
export const schedules: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`create table schedule (
    id uuid primary key, tenant_id text not null, number integer not null, person_id text not null,
    conversation_id text not null, ask_key text not null, action text not null, work jsonb not null, rule jsonb not null,
    zone text not null, missed text not null, state text not null, revision integer not null, made_at timestamptz not null,
    next_at timestamptz, due_at timestamptz, warned boolean not null, last jsonb,
    unique (tenant_id, number), unique (tenant_id, ask_key))`,
  sql`create index schedule_due on schedule (due_at) where due_at is not null`,
  sql`create index schedule_of_person on schedule (tenant_id, person_id) where state <> 'ended'`,
  sql`alter table tenant add column last_schedule integer not null default 0`,
];
