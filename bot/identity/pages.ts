import { randomUUID } from 'node:crypto';
import type { Reader, Scope } from '../ports.ts';
import { type Attempt, findAttemptByState, saveProvisional, usePage } from '../store/sign-in-attempts.ts';
import {
  type AttemptSecrets,
  challengeFor,
  hashOfSecret,
  newSecret,
  openSecrets,
  personOf,
  sealProvisional,
} from './attempts.ts';
import type { EntraAnswer, Granted } from './entra.ts';
import type { SignInParts } from './signing-in.ts';

/** What a browser gets to see, and in whose language; null: as the browser asks. */
export type PageOutcome =
  | { kind: 'redirect'; url: string }
  | { kind: 'done'; code: string; reader: Reader | null }
  /** An administrator allowed it for everybody. */
  | { kind: 'consented'; reader: null }
  | { kind: 'refused'; refusal: PageRefusal; reader: Reader | null };

export type PageRefusal =
  | { why: 'expired' | 'used' | 'denied' | 'wrong-account' | 'unavailable' | 'settings' }
  | { why: 'ask-administrator'; link: string; scopes: readonly Scope[] }
  | { why: 'other'; reference: string };

/** What Entra's redirect brings along. */
export type PageQuery = {
  state: string;
  code: string | null;
  error: string | null;
  description: string;
  /** The answer to an administrator's consent, which knows no state. */
  adminConsent: boolean;
};

export type Pages = {
  start(state: string): Promise<PageOutcome>;
  done(query: PageQuery): Promise<PageOutcome>;
};

/** Our own sign-in page: the way for consent, for proof, and for wherever silence does not do. */
export function openPages(parts: SignInParts): Pages {
  return {
    start: (state) => start(parts, state),
    async done(query) {
      if (query.adminConsent)
        return query.error ? refused({ why: 'denied' }, null) : { kind: 'consented', reader: null };
      const found = await attemptFor(parts, query.state);
      if ('kind' in found) return found;
      return query.code ? afterCode(parts, found, query.code) : afterError(parts, found, query);
    },
  };
}

const redirectUriOf = ({ pagesUrl }: SignInParts) => `${pagesUrl()}/done`;

type Found = { attempt: Attempt; secrets: AttemptSecrets };

async function attemptFor(parts: SignInParts, state: string): Promise<Found | PageOutcome> {
  const attempt = await findAttemptByState(parts.store.db, hashOfSecret(state));
  const secrets = attempt && openSecrets(parts, attempt);
  if (!attempt || !secrets) return refused({ why: 'expired' }, null);
  const found = { attempt, secrets };
  if (attempt.expiresAt <= parts.clock.now()) return refused({ why: 'expired' }, found);
  return attempt.pageUsed || attempt.outcome === 'signed-in' ? refused({ why: 'used' }, found) : found;
}

async function start(parts: SignInParts, state: string): Promise<PageOutcome> {
  const found = await attemptFor(parts, state);
  if ('kind' in found) return found;
  const { scopes, verifier, nonce, proof, hint } = found.secrets;
  const person = personOf(found.attempt, found.secrets);
  const redirectUri = redirectUriOf(parts);
  const claims = proof?.claims ?? null;
  const wish = { scopes, challenge: challengeFor(verifier), nonce, state, redirectUri, claims, hint };
  const url = await parts.entra.pageUrl(person, wish);
  return url ? { kind: 'redirect', url } : refused({ why: 'settings' }, found);
}

async function afterCode(parts: SignInParts, found: Found, code: string): Promise<PageOutcome> {
  const { attempt, secrets } = found;
  const { scopes, verifier, nonce, proof } = secrets;
  const person = personOf(attempt, secrets);
  const wish = { scopes, verifier, nonce, claims: proof?.claims ?? null, redirectUri: redirectUriOf(parts) };
  const answer = await parts.entra.byCode(person, code, wish);
  if (answer.kind !== 'granted') return notGranted(parts, found, answer);
  if (answer.account.tenantId !== person.tenantId || answer.account.personId !== person.id) {
    parts.log.warn({ tenant: person.tenantId, person: person.id }, 'another account signed in on a sign-in page');
    return refused({ why: 'wrong-account' }, found);
  }
  // Only tokens use the link up: whoever was refused is told to press it again.
  if (!(await usePage(parts.store.db, attempt.id))) return refused({ why: 'used' }, found);
  const handedBack = newSecret();
  const granted = { ...answer, scopes: [...answer.scopes] };
  const provisional = sealProvisional(parts.seal, attempt, { granted, proved: proof?.asked ?? null });
  await saveProvisional(parts.store.db, attempt.id, { codeHash: hashOfSecret(handedBack), provisional });
  return { kind: 'done', code: handedBack, reader: secrets.heard };
}

function notGranted(parts: SignInParts, found: Found, answer: Exclude<EntraAnswer, Granted>): PageOutcome {
  if (answer.kind === 'unavailable') {
    return refused({ why: answer.how === 'settings' ? 'settings' : 'unavailable' }, found);
  }
  return answer.why === 'consent' ? askAdministrator(parts, found) : other(parts, found, answer.why);
}

/** Entra's own page refused, or the person did. */
function afterError(parts: SignInParts, found: Found, { error, description }: PageQuery): PageOutcome {
  const code = /AADSTS(\d{4,7})/.exec(description)?.[1] ?? '';
  if (error === 'consent_required' || ['90094', '90095', '90008', '65001'].includes(code))
    return askAdministrator(parts, found);
  if (error === 'access_denied') return refused({ why: 'denied' }, found);
  if (error === 'temporarily_unavailable' || error === 'server_error') return refused({ why: 'unavailable' }, found);
  return other(parts, found, `AADSTS${code}`);
}

function askAdministrator(parts: SignInParts, found: Found): PageOutcome {
  const link = parts.entra.consentUrl(personOf(found.attempt, found.secrets), redirectUriOf(parts));
  return refused({ why: 'ask-administrator', link, scopes: found.secrets.scopes }, found);
}

function other(parts: SignInParts, found: Found, entra: string): PageOutcome {
  const reference = randomUUID().slice(0, 8);
  parts.log.warn({ reference, entra, person: found.attempt.person.id }, 'a sign-in page ended without a token');
  return refused({ why: 'other', reference }, found);
}

const refused = (refusal: PageRefusal, found: Found | null): PageOutcome => ({
  kind: 'refused',
  refusal,
  reader: found?.secrets.heard ?? null,
});
