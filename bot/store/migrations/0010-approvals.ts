import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What administrators settle for a tenant, and what a second person made of a run. Runs on their way need nobody. */
export const approvals: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`alter table tenant add column approve_over_devices integer`,
  sql`alter table tenant add column approve_removals boolean not null default false`,
  sql`alter table tenant add column approve_full_syncs boolean not null default false`,
  sql`alter table tenant add column notices_to text`,
  sql`alter table tenant add column history_days integer not null default 365`,
  sql`alter table run add column approval jsonb`,
  sql`alter table run_follower add column shows text not null default 'run'`,
];
