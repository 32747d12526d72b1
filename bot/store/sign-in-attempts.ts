import { z } from 'zod';
import { type Person, type PersonId, type SignInFailure, signInFailures, type TenantId } from '../ports.ts';
import type { Db } from './open.ts';

/** One offer to sign in, for one person and a short time. */
export type Attempt = {
  id: string;
  person: { tenantId: TenantId; id: PersonId };
  sealed: string;
  expiresAt: Date;
  /** How it ended, so that every client of the person hears the same. */
  outcome: 'signed-in' | SignInFailure | null;
  /** Until then somebody is exchanging a token for it, or died doing so. */
  exchangingUntil: Date | null;
  /** The browser has been back from Entra. */
  pageUsed: boolean;
  /** Tokens that wait for the code to come back through Teams; sealed. */
  provisional: string | null;
};

type NewAttempt = Pick<Attempt, 'id' | 'person' | 'sealed' | 'expiresAt'> & { stateHash: string };

export async function insertAttempt(db: Db, attempt: NewAttempt): Promise<void> {
  const { id, person, sealed, expiresAt, stateHash } = attempt;
  await db
    .insertInto('sign_in_attempt')
    .values({
      id,
      tenant_id: person.tenantId,
      person_id: person.id,
      state_hash: stateHash,
      sealed,
      expires_at: expiresAt,
      exchanging_until: null,
      outcome: null,
      code_hash: null,
      provisional: null,
    })
    .execute();
}

/** What ran out a while ago; nothing waits for it any more. */
export async function dropAttempts(db: Db, expiredBefore: Date): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('expires_at', '<', expiredBefore).execute();
}

export async function attemptsDroppedFor(db: Db, person: Pick<Person, 'tenantId' | 'id'>): Promise<void> {
  await db
    .deleteFrom('sign_in_attempt')
    .where('tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .execute();
}

export async function findAttempt(db: Db, id: string): Promise<Attempt | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return oneFrom(await db.selectFrom('sign_in_attempt').selectAll().where('id', '=', id).executeTakeFirst());
}

export async function findAttemptByState(db: Db, stateHash: string): Promise<Attempt | null> {
  const rows = db.selectFrom('sign_in_attempt').selectAll().where('state_hash', '=', stateHash);
  return oneFrom(await rows.executeTakeFirst());
}

/** The attempt whose page handed out this code to this person, still to be used. */
export async function findAttemptByCode(
  db: Db,
  person: Pick<Person, 'tenantId' | 'id'>,
  codeHash: string,
): Promise<Attempt | null> {
  const row = await db
    .selectFrom('sign_in_attempt')
    .selectAll()
    .where('tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return oneFrom(row);
}

type Lease = { now: Date; until: Date };

/** Whether the exchange is this caller's to do; whoever took it and died lets it go when the lease ends. */
export async function takeExchange(db: Db, id: string, { now, until }: Lease): Promise<boolean> {
  const taken = await db
    .updateTable('sign_in_attempt')
    .set({ exchanging_until: until })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where((eb) => eb.or([eb('exchanging_until', 'is', null), eb('exchanging_until', '<=', now)]))
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/**
 * Ends an attempt, once: false where another one ended it first. After a failed exchange the page may still sign the person in, so
 * what it has got is kept; the code stays, so that a second delivery of it is understood.
 */
export async function endAttempt(db: Db, id: string, outcome: 'signed-in' | SignInFailure): Promise<boolean> {
  const ended = await db
    .updateTable('sign_in_attempt')
    .set({ outcome, exchanging_until: null, ...(outcome === 'signed-in' ? { provisional: null } : {}) })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '!=', 'signed-in')]))
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** An exchange that came to nothing may be tried again. */
export async function releaseExchange(db: Db, id: string): Promise<void> {
  await db.updateTable('sign_in_attempt').set({ exchanging_until: null }).where('id', '=', id).execute();
}

/** Keeps what a failed exchange taught, for the page. */
export async function resealAttempt(db: Db, id: string, sealed: string): Promise<void> {
  await db.updateTable('sign_in_attempt').set({ sealed }).where('id', '=', id).execute();
}

/** Whether the browser may go on: its state counts once. */
export async function usePage(db: Db, id: string): Promise<boolean> {
  const used = await db
    .updateTable('sign_in_attempt')
    .set({ page_used: true })
    .where('id', '=', id)
    .where('page_used', '=', false)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

type Provisional = { codeHash: string; provisional: string };

export async function saveProvisional(db: Db, id: string, { codeHash, provisional }: Provisional): Promise<void> {
  await db.updateTable('sign_in_attempt').set({ code_hash: codeHash, provisional }).where('id', '=', id).execute();
}

const outcome = z.enum(['signed-in', ...signInFailures]);

const row = z
  .object({
    id: z.string(),
    tenant_id: z.string(),
    person_id: z.string(),
    sealed: z.string(),
    expires_at: z.coerce.date(),
    exchanging_until: z.coerce.date().nullable(),
    outcome: outcome.nullable(),
    page_used: z.boolean(),
    provisional: z.string().nullable(),
  })
  .transform(
    (read): Attempt => ({
      id: read.id,
      person: { tenantId: read.tenant_id as TenantId, id: read.person_id as PersonId },
      sealed: read.sealed,
      expiresAt: read.expires_at,
      exchangingUntil: read.exchanging_until,
      outcome: read.outcome,
      pageUsed: read.page_used,
      provisional: read.provisional,
    }),
  );

const oneFrom = (found: unknown): Attempt | null => (found === undefined ? null : row.parse(found));
