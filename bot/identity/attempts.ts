import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Log, languages, type Person, type SignInWish } from '../ports.ts';
import type { Attempt } from '../store/sign-in-attempts.ts';
import type { Seal } from './seal.ts';

/** How long an offer to sign in stands: long enough for a second factor, short enough to be of no use to a finder. */
export const attemptGoodForMs = 15 * 60_000;

/** What an attempt's row holds, sealed. */
const schema = z.object({
  name: z.string(),
  teamsId: z.string(),
  scopes: z.array(z.string()),
  /** What our page must prove, and what for, as JSON: Entra may ask for other claims than Graph did. */
  proof: z.object({ claims: z.string(), asked: z.string() }).nullable(),
  /** The account that Entra's page is to offer; null: it asks which one. */
  hint: z.string().nullable(),
  /** Of PKCE; never leaves this process but to Entra. */
  verifier: z.string(),
  nonce: z.string(),
  heard: z.object({ language: z.enum(languages), zone: z.string() }),
  pending: z.record(z.string(), z.unknown()).nullable(),
});
export type AttemptSecrets = z.infer<typeof schema>;

export const newSecret = (): string => randomBytes(32).toString('base64url');
/** Only the hash of a state or a code is kept: who reads the database cannot use it. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** PKCE, S256 (RFC 7636, 4.2). */
export const challengeFor = (verifier: string): string => hashOfSecret(verifier);

type Known = Pick<AttemptSecrets, 'proof' | 'hint'>;

/** More than any message that is worth doing again. */
const longestPending = 64 * 1024;

export const newAttemptSecrets = (person: Person, wish: SignInWish, known: Known): AttemptSecrets => ({
  name: person.name,
  teamsId: person.teamsId,
  scopes: [...wish.scopes],
  ...known,
  verifier: newSecret(),
  nonce: newSecret(),
  heard: wish.heard,
  pending: wish.pending && JSON.stringify(wish.pending).length <= longestPending ? { ...wish.pending } : null,
});

export const newAttemptId = (): string => randomUUID();

type Bound = Pick<Attempt, 'id' | 'person'>;
const boundTo = (what: string, { id, person }: Bound) => `${what} ${id} ${person.tenantId} ${person.id}`;

export const sealSecrets = (seal: Seal, attempt: Bound, secrets: AttemptSecrets): string =>
  seal.seal(JSON.stringify(secrets), boundTo('attempt', attempt));

type Opening = { seal: Seal; log: Log };

/** Null where the row was moved or changed, or its key is gone: the offer is as good as expired. */
export function openSecrets(opening: Opening, attempt: Attempt): AttemptSecrets | null {
  const text = opening.seal.open(attempt.sealed, boundTo('attempt', attempt));
  const read = text === null ? null : schema.safeParse(JSON.parse(text));
  return read?.success ? read.data : unreadable(opening, attempt);
}

function unreadable({ log }: Opening, { id, person }: Attempt): null {
  const whose = { attempt: id, tenant: person.tenantId, person: person.id };
  log.error(whose, 'a stored attempt to sign in cannot be opened; they must sign in again');
  return null;
}

export const personOf = ({ person }: Attempt, { name, teamsId }: AttemptSecrets): Person => ({
  ...person,
  name,
  teamsId,
});

const granted = z.object({
  kind: z.literal('granted'),
  token: z.string(),
  expiresAt: z.coerce.date(),
  scopes: z.array(z.string()),
  account: z.object({ tenantId: z.string(), personId: z.string(), username: z.string() }),
  cache: z.string(),
});

const provisional = z.object({ granted, proved: z.string().nullable() });
export type Provisional = z.infer<typeof provisional>;

/** Tokens that our page got, and what they prove, until the person's own Teams has handed the code back. */
export const sealProvisional = (seal: Seal, attempt: Bound, value: Provisional): string =>
  seal.seal(JSON.stringify(value), boundTo('provisional', attempt));

export function openProvisional(opening: Opening, attempt: Attempt): Provisional | null {
  if (attempt.provisional === null) return null;
  const text = opening.seal.open(attempt.provisional, boundTo('provisional', attempt));
  const read = text === null ? null : provisional.safeParse(JSON.parse(text));
  return read?.success ? read.data : unreadable(opening, attempt);
}
