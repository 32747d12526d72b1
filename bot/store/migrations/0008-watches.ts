import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who wants to be told of what, how each thing was last seen, and when people want no messages. */
export const watches: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`alter table tenant add column last_watch integer not null default 0`,
  sql`alter table person add column quiet text`,
  sql`create table watch (
    id uuid primary key, tenant_id text not null, number integer not null, person_id text not null,
    conversation_id text not null, ask_key text not null, what jsonb not null, news text not null, state text not null,
    ends_at timestamptz not null, muted_until timestamptz,
    unique (tenant_id, number), unique (tenant_id, ask_key))`,
  sql`create index watch_of on watch (tenant_id, person_id) where state <> 'ended'`,
  sql`create index watch_ends on watch (ends_at) where state <> 'ended'`,
  sql`create table watch_target (
    watch_id uuid not null references watch (id) on delete cascade, tenant_id text not null, key text not null,
    position integer not null, seen jsonb,
    primary key (watch_id, key))`,
  sql`create index watch_target_of on watch_target (tenant_id, key)`,
  sql`create table watched (
    tenant_id text not null, key text not null, seen jsonb not null, changed_at timestamptz not null,
    due_at timestamptz not null, revision integer not null,
    primary key (tenant_id, key))`,
  sql`create index watched_due on watched (due_at)`,
  sql`create index run_target_started on run_target (tenant_id, started_at) where started_at is not null`,
];
