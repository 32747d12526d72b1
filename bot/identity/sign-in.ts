import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Log, Person, SignIn, SignInAnswer, SignInFailure } from '../ports.ts';
import type { Store, Tx } from '../store/open.ts';
import {
  type Attempt,
  dropAttempts,
  endAttempt,
  findAttempt,
  findAttemptByCode,
  insertAttempt,
  releaseExchange,
  resealAttempt,
  takeExchange,
} from '../store/sign-in-attempts.ts';
import {
  type AttemptSecrets,
  attemptGoodForMs,
  hashOfSecret,
  newAttemptId,
  newAttemptSecrets,
  newSecret,
  openProvisional,
  openSecrets,
  sealSecrets,
} from './attempts.ts';
import type { Entra, EntraAnswer, Granted } from './entra.ts';
import { openMerge } from './merge.ts';
import type { Seal } from './seal.ts';
import type { Sessions } from './sessions.ts';
import { ssoTokenFailure } from './sso-token.ts';

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

/** Longer than an exchange can take; whoever took it and died lets it go then. */
const leaseMs = 15_000;
const lookAgainMs = 100;
/** Rows stay a little longer than the offers, for steps that take up what was asked for. */
const keepForMs = 60 * 60_000;

export function openSignIn(parts: SignInParts): SignIn {
  const merge = openMerge<SignInAnswer>();
  return {
    offer: (person, wish) => offer(parts, person, wish),
    exchange: (person, sent) =>
      merge(`${person.tenantId} ${person.id} ${sent.id}`, () => exchange(parts, person, sent)),
    redeem: (person, code) => merge(`${person.tenantId} ${person.id} ${code}`, () => redeem(parts, person, code)),
  };
}

const offer = async (parts: SignInParts, person: Person, wish: Parameters<SignIn['offer']>[1]) => {
  const now = parts.clock.now();
  const claims = wish.need === 'proof' ? await parts.sessions.demandOf(person) : null;
  const attempt = { id: newAttemptId(), person, expiresAt: new Date(now.getTime() + attemptGoodForMs) };
  const state = newSecret();
  const sealed = sealSecrets(parts.seal, attempt, newAttemptSecrets(person, wish, claims));
  await dropAttempts(parts.store.db, new Date(now.getTime() - keepForMs));
  await insertAttempt(parts.store.db, { ...attempt, sealed, stateHash: hashOfSecret(state) });
  const link = `${parts.pagesUrl()}/start?state=${state}`;
  // Where consent or proof is missing a silent token would be refused again.
  const resource = wish.need === 'sign-in' ? parts.resource : null;
  return { id: attempt.id, resource, link, sharedLink: `${parts.pagesUrl()}/personal` };
};

type Sent = { id: string; token: string };

async function exchange(parts: SignInParts, person: Person, sent: Sent): Promise<SignInAnswer> {
  const found = await theirAttempt(parts, person, await findAttempt(parts.store.db, sent.id));
  if (!found) return refused('expired-offer');
  const { attempt } = found;
  if (attempt.outcome !== null) return answerFor(attempt.outcome);
  const { clientId, resource, clock } = parts;
  const failure = ssoTokenFailure(sent.token, { clientId, resource, person, now: clock.now() });
  // Not the end of the attempt: another client of the person may hold the right token.
  if (failure) return refusedToken(parts, found, failure);
  const now = clock.now();
  const lease = { now, until: new Date(now.getTime() + leaseMs) };
  if (await takeExchange(parts.store.db, attempt.id, lease)) return exchangeNow(parts, found, sent.token);
  return afterOther(parts, person, sent);
}

function refusedToken({ log }: SignInParts, { person }: Found, why: SignInFailure): SignInAnswer {
  log.warn({ tenant: person.tenantId, person: person.id, why }, 'a token from Teams was refused');
  return refused(why);
}

/** Another process is at it: its outcome counts here too, and if it died the exchange is taken over. */
async function afterOther(parts: SignInParts, person: Person, sent: Sent): Promise<SignInAnswer> {
  for (let waited = 0; waited < leaseMs; waited += lookAgainMs) {
    await wait(lookAgainMs);
    const attempt = await findAttempt(parts.store.db, sent.id);
    if (!attempt) return refused('expired-offer');
    if (attempt.outcome !== null) return answerFor(attempt.outcome);
    if (attempt.exchangingUntil === null || attempt.exchangingUntil <= parts.clock.now()) break;
  }
  return exchange(parts, person, sent);
}

async function exchangeNow(parts: SignInParts, found: Found, assertion: string): Promise<SignInAnswer> {
  const { attempt, person, secrets } = found;
  try {
    const answer = await parts.entra.onBehalfOf(person, { assertion, scopes: secrets.scopes });
    if (answer.kind === 'granted') return await signIn(parts, found, { granted: answer, proved: null });
    return await notExchanged(parts, found, answer);
  } catch (error) {
    await releaseExchange(parts.store.db, attempt.id);
    throw error;
  }
}

type NotGranted = Exclude<EntraAnswer, Granted>;

/** What only the page can mend ends the silent way; what passes does not. */
async function notExchanged(parts: SignInParts, found: Found, answer: NotGranted): Promise<SignInAnswer> {
  const { attempt, secrets } = found;
  const why = failureFor(answer);
  if (answer.kind === 'unavailable' || why === 'expired-token') {
    await releaseExchange(parts.store.db, attempt.id);
    return refused(why);
  }
  if (answer.why === 'proof') {
    const sealed = sealSecrets(parts.seal, attempt, { ...secrets, claims: answer.claims });
    await resealAttempt(parts.store.db, attempt.id, sealed);
  }
  await endAttempt(parts.store.db, attempt.id, why);
  return refused(why);
}

export function failureFor(answer: NotGranted): SignInFailure {
  if (answer.kind === 'refused') {
    if (answer.why === 'expired-assertion') return 'expired-token';
    return answer.why === 'sign-in' ? 'proof' : answer.why;
  }
  return answer.how === 'throttled' || answer.how === 'settings' ? answer.how : 'unavailable';
}

/** The code came back through Teams, from the very person the page was made for. */
async function redeem(parts: SignInParts, person: Person, code: string): Promise<SignInAnswer> {
  const attempt = await findAttemptByCode(parts.store.db, person, hashOfSecret(code));
  const found = await theirAttempt(parts, person, attempt);
  const granted = found && openProvisional(parts, found.attempt);
  if (!granted) return refused('wrong-code');
  return signIn(parts, found, { granted, proved: found.secrets.claims });
}

type Found = { attempt: Attempt; person: Person; secrets: AttemptSecrets };

/** Somebody else's attempt, or one that ran out, is as good as none. */
async function theirAttempt(parts: SignInParts, person: Person, attempt: Attempt | null): Promise<Found | null> {
  if (!attempt || attempt.expiresAt <= parts.clock.now()) return null;
  if (attempt.person.tenantId !== person.tenantId || attempt.person.id !== person.id) return null;
  const secrets = openSecrets(parts, attempt);
  return secrets && { attempt, person, secrets };
}

/** The one place where somebody becomes signed in: once per attempt, and never as somebody else. */
async function signIn(
  parts: SignInParts,
  { attempt, person, secrets }: Found,
  signedIn: { granted: Granted; proved: string | null },
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

const refused = (why: SignInFailure): SignInAnswer => ({ kind: 'refused', why });

const answerFor = (outcome: NonNullable<Attempt['outcome']>): SignInAnswer =>
  outcome === 'signed-in' ? { kind: 'signed-in', pending: false } : refused(outcome);
