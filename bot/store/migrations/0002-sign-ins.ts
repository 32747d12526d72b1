import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who is signed in, and sign-ins under way. What is secret in them is sealed before it comes here. */
export const signIns: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`create table sign_in (
    tenant_id text not null, person_id text not null, version uuid not null, sealed text not null,
    primary key (tenant_id, person_id))`,
  sql`create table sign_in_attempt (
    id uuid primary key, tenant_id text not null, person_id text not null, state_hash text not null unique,
    sealed text not null, expires_at timestamptz not null, exchanging_until timestamptz, outcome text,
    page_used boolean not null default false, code_hash text, provisional text)`,
  sql`create index sign_in_attempt_expires on sign_in_attempt (expires_at)`,
  sql`create index sign_in_attempt_code on sign_in_attempt (tenant_id, person_id, code_hash)`,
];
