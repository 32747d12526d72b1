import { randomUUID } from 'node:crypto';
import type { Person } from '../ports.ts';
import type { Db } from './open.ts';

/** What is kept of a person's sign-in: sealed text, and a version that is never the same for two texts. */
export type StoredSignIn = { version: string; sealed: string };

type Whose = Pick<Person, 'tenantId' | 'id'>;

/** Tells whether what is remembered of a sign-in still holds, without reading it; null where nobody is signed in. */
export async function signInVersion(db: Db, person: Whose): Promise<string | null> {
  const row = await theirs(db.selectFrom('sign_in').select('version'), person).executeTakeFirst();
  return row?.version ?? null;
}

export async function readSignIn(db: Db, person: Whose): Promise<StoredSignIn | null> {
  const row = await theirs(db.selectFrom('sign_in').select(['version', 'sealed']), person).executeTakeFirst();
  return row ?? null;
}

/** Signs somebody in, anew if they were. */
export async function writeSignIn(db: Db, person: Whose, sealed: string): Promise<string> {
  const fresh = { version: randomUUID(), sealed };
  await db
    .insertInto('sign_in')
    .values({ tenant_id: person.tenantId, person_id: person.id, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(fresh))
    .execute();
  return fresh.version;
}

/** Renews a sign-in, unless it was renewed or ended meanwhile; null then. */
export async function renewSignIn(db: Db, person: Whose, { version, sealed }: StoredSignIn): Promise<string | null> {
  const fresh = { version: randomUUID(), sealed };
  const renewed = await db
    .updateTable('sign_in')
    .set(fresh)
    .where('tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return renewed.numUpdatedRows > 0n ? fresh.version : null;
}

/** With a version, only if it is still that one. */
export async function deleteSignIn(db: Db, person: Whose, version?: string): Promise<boolean> {
  const rows = db.deleteFrom('sign_in').where('tenant_id', '=', person.tenantId).where('person_id', '=', person.id);
  const deleted = await (version ? rows.where('version', '=', version) : rows).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

type Narrow<Q> = { where(column: 'tenant_id' | 'person_id', is: '=', value: string): Q };

const theirs = <Q extends Narrow<Q>>(query: Q, { tenantId, id }: Whose): Q =>
  query.where('tenant_id', '=', tenantId).where('person_id', '=', id);
