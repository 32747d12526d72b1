import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Runs with many targets, what nobody else may start meanwhile, plans in the making, and what a tenant's Graph calls things. */
export const manyTargets: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`alter table run add column paused_until timestamptz`,
  sql`alter table run add column resumed_at timestamptz`,
  sql`alter table run_target add column lock_key text`,
  sql`create unique index run_target_lock on run_target (tenant_id, lock_key) where lock_key is not null`,
  sql`alter table tenant add column vocabulary text`,
  sql`create table draft (
    id uuid primary key, tenant_id text not null, person_id text not null, content jsonb not null,
    touched_at timestamptz not null)`,
  sql`create index draft_touched on draft (touched_at)`,
];
