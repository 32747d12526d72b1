import type { Clock, Log, Person, SignInAnswer, SignInFailure } from '../ports.ts';
import type { Store, Tx } from '../store/open.ts';
import { type Attempt, endAttempt, findAttempt, releaseExchange } from '../store/sign-in-attempts.ts';
import { type AttemptSecrets, openSecrets } from './attempts.ts';
import type { Entra, Granted } from './entra.ts';
import type { Seal } from './seal.ts';
import type { Sessions } from './sessions.ts';

export type SignInParts = {
  store: Store;
  seal: Seal;
  entra: Entra;
  sessions: Sessions;
  clock: Clock;
  log: Log;
  /** The registration people sign in to. */
  clientId: string;
  /** Its App ID URI. */
  resource: string;
  /** Where our pages are reached. */
  pagesUrl: () => string;
  /** In the transaction that signs them in: what waits for them goes on. `attemptId`: what they had asked for is in it. */
  onSignedIn(tx: Tx, signedIn: { person: Person; attemptId: string | null }): Promise<void>;
};

export type Found = { attempt: Attempt; person: Person; secrets: AttemptSecrets };

/** Somebody else's attempt, or one that ran out, is as good as none. */
export function theirAttempt(parts: SignInParts, person: Person, attempt: Attempt | null): Found | null {
  if (!attempt || attempt.expiresAt <= parts.clock.now() || !isTheirs(attempt, person)) return null;
  const secrets = openSecrets(parts, attempt);
  return secrets && { attempt, person, secrets };
}

export const isTheirs = ({ person: { tenantId, id } }: Attempt, person: Person) =>
  tenantId === person.tenantId && id === person.id;

/** `proved`: what Graph, or Entra, had asked for. */
type SignedIn = { granted: Granted; proved: string | null };

/** The one place where somebody becomes signed in: once per attempt, and never as somebody else. */
export async function signIn(
  parts: SignInParts,
  { attempt, person, secrets }: Found,
  signedIn: SignedIn,
): Promise<SignInAnswer> {
  const { account } = signedIn.granted;
  if (account.tenantId !== person.tenantId || account.personId !== person.id) {
    await releaseExchange(parts.store.db, attempt.id);
    return refused('wrong-account');
  }
  const attemptId = secrets.pending ? attempt.id : null;
  const first = await parts.store.db.transaction().execute(async (tx) => {
    if (!(await endAttempt(tx, attempt.id, 'signed-in'))) return false;
    await parts.sessions.begin(tx, person, signedIn);
    await parts.onSignedIn(tx, { person, attemptId });
    return true;
  });
  // Signed out while Entra was asked: the attempt is gone.
  if (!first && !(await findAttempt(parts.store.db, attempt.id))) return refused('expired-offer');
  parts.log.info({ tenant: person.tenantId, person: person.id, first }, 'signed in');
  return { kind: 'signed-in', pending: first && attemptId !== null };
}

export const refused = (why: SignInFailure): SignInAnswer => ({ kind: 'refused', why });

export const answerFor = (outcome: NonNullable<Attempt['outcome']>): SignInAnswer =>
  outcome === 'signed-in' ? { kind: 'signed-in', pending: false } : refused(outcome);
