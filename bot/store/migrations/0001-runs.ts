import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The first shape of the database: who and where, runs, their targets, and the cards that follow them. */
export const runs: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`create table tenant (id text primary key, last_run integer not null default 0)`,
  sql`create table person (
    tenant_id text not null, id text not null, name text not null, teams_id text not null,
    language text, zone text, heard_language text not null, heard_zone text not null,
    primary key (tenant_id, id))`,
  sql`create table conversation (
    tenant_id text not null, id text not null, kind text not null, service_url text not null, bot_id text not null,
    primary key (tenant_id, id))`,
  sql`create table run (
    id uuid primary key, tenant_id text not null, number integer not null, action text not null, join_key text not null,
    asker jsonb not null, asked_at timestamptz not null, booked_for timestamptz, joined_elsewhere boolean not null,
    cancelled_by text, ended_at timestamptz,
    unique (tenant_id, number))`,
  sql`create unique index run_on_its_way on run (tenant_id, join_key) where ended_at is null`,
  sql`create table run_target (
    run_id uuid not null references run (id) on delete cascade, tenant_id text not null, position integer not null,
    target jsonb not null, state text not null, verdict text, revision integer not null, due_at timestamptz,
    attempts integer not null, started_at timestamptz, look_until timestamptz, "window" jsonb, outcome jsonb, sighting jsonb, blind jsonb,
    primary key (run_id, position))`,
  sql`create index run_target_due on run_target (due_at) where due_at is not null`,
  sql`create table run_follower (
    id uuid primary key, run_id uuid not null references run (id) on delete cascade, tenant_id text not null,
    person_id text not null, conversation_id text not null, ask_key text not null, asked_at timestamptz not null,
    card_id text, shown text, left_at timestamptz,
    unique (tenant_id, ask_key))`,
  sql`create index run_follower_of_run on run_follower (run_id)`,
  sql`create table keep (key text primary key, value jsonb not null)`,
];
