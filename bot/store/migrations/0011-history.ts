import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who asked for a run, whatever became of their cards; and the ways in which history is looked through. */
export const history: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`create table run_asker (
    tenant_id text not null, run_id uuid not null references run (id) on delete cascade, person_id text not null,
    asked_at timestamptz not null,
    primary key (run_id, person_id))`,
  sql`create index run_asker_person on run_asker (tenant_id, person_id, asked_at desc)`,
  sql`insert into run_asker (tenant_id, run_id, person_id, asked_at)
    select distinct on (run_id, person_id) tenant_id, run_id, person_id, asked_at
    from run_follower order by run_id, person_id, asked_at`,
  sql`create index run_asked_by on run (tenant_id, (asker ->> 'id'), number)`,
  sql`create index run_asked on run (tenant_id, asked_at)`,
  sql`create index run_ended on run (tenant_id, ended_at desc nulls first, number desc)`,
  sql`create index run_target_called on run_target (tenant_id, lower(target ->> 'label'))
    where target ->> 'kind' <> 'tenant'`,
];
