import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** With which serials somebody asked for an Autopilot sync: read in their name once it has completed, and kept as long as the run. */
export const runSerials: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`create table run_serials (
    tenant_id text not null, run_id uuid not null references run (id) on delete cascade, person_id text not null,
    conversation_id text not null, list jsonb not null, due_at timestamptz, give_up_at timestamptz,
    primary key (run_id, person_id))`,
  sql`create index run_serials_due on run_serials (due_at) where due_at is not null`,
];
