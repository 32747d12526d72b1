import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '../ports.ts';
import type { Granted } from './entra.ts';
import type { Seal } from './seal.ts';

const date = z.coerce.date();

/** What a person's row holds, sealed: msal's cache of them alone, and what can be said of the account. */
const schema = z.object({
  cache: z.string(),
  username: z.string(),
  scopes: z.array(z.string()),
  since: date,
  /** What is to be proved on our page, as JSON, and what was asked for: Entra may want other claims than Graph named. */
  demand: z.object({ claims: z.string(), asked: z.string(), at: date }).nullable(),
  /** What was last proved on our page, and for which scopes there has been a token with that proof since. */
  proved: z.object({ hash: z.string(), at: date, scopes: z.array(z.string()) }).nullable(),
});
export type Kept = z.infer<typeof schema>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** `proved`: the claims that our page was opened for. */
export const keptFrom = (granted: Granted, proved: string | null, now: Date): Kept => ({
  cache: granted.cache,
  username: granted.account.username,
  scopes: [...granted.scopes],
  since: now,
  demand: null,
  proved: proved === null ? null : { hash: hashOf(proved), at: now, scopes: [...granted.scopes] },
});

/** More scopes come with time. */
export const renewedBy = (kept: Kept, granted: Granted): Kept => ({
  ...kept,
  cache: granted.cache,
  scopes: [...new Set([...kept.scopes, ...granted.scopes])],
});

type Whose = Pick<Person, 'tenantId' | 'id'>;
const boundTo = ({ tenantId, id }: Whose) => `sign-in ${tenantId} ${id}`;

export const sealKept = (seal: Seal, person: Whose, kept: Kept): string =>
  seal.seal(JSON.stringify(kept), boundTo(person));

/** Null where the row was moved here from elsewhere, or its key is gone: nobody is signed in by it. */
export function openKept(seal: Seal, person: Whose, sealed: string): Kept | null {
  const text = seal.open(sealed, boundTo(person));
  const read = text === null ? null : schema.safeParse(JSON.parse(text));
  return read?.success ? read.data : null;
}

/** The scopes count as asked for with the claims that were proved, if these are they. */
export function provedFor({ proved }: Kept, claims: string | undefined, scopes: readonly string[]): Kept['proved'] {
  if (!proved || !claims || proved.hash !== hashOf(claims)) return proved;
  return { ...proved, scopes: [...new Set([...proved.scopes, ...scopes])] };
}

/** The same demand again, so soon after a token was given with the proof of it: a rule that no proof satisfies. */
export function wasProvedFor(
  { proved }: Kept,
  claims: string,
  asked: { scopes: readonly string[]; now: Date },
): boolean {
  if (proved === null || proved.hash !== hashOf(claims)) return false;
  const lately = asked.now.getTime() - proved.at.getTime() < provedLatelyMs;
  return lately && asked.scopes.every((scope) => proved.scopes.includes(scope));
}

const provedLatelyMs = 10 * 60_000;
