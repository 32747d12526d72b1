import { setTimeout as wait } from 'node:timers/promises';
import type { Person, SignInAnswer, SignInFailure } from '../ports.ts';
import { endAttempt, findAttempt, releaseExchange, resealAttempt, takeExchange } from '../store/sign-in-attempts.ts';
import { sealSecrets } from './attempts.ts';
import type { EntraAnswer, Granted } from './entra.ts';
import { answerFor, type Found, isTheirs, refused, type SignInParts, signIn, theirAttempt } from './signing-in.ts';

/** Longer than an exchange can take; whoever took it and died lets it go then. */
const leaseMs = 15_000;
const lookAgainMs = 100;
export type Sent = { id: string; token: string };

/** Teams' token for one of Graph: once, however many clients and processes bring it. */
export async function exchange(parts: SignInParts, person: Person, sent: Sent): Promise<SignInAnswer> {
  const offered = await findAttempt(parts.store.db, sent.id);
  if (offered && !isTheirs(offered, person)) return refused('not-yours');
  const found = theirAttempt(parts, person, offered);
  if (!found) return refused('expired-offer');
  const { attempt } = found;
  if (attempt.outcome !== null) return answerFor(attempt.outcome);
  const now = parts.clock.now();
  const lease = { now, until: new Date(now.getTime() + leaseMs) };
  if (await takeExchange(parts.store.db, attempt.id, lease)) return exchangeNow(parts, found, sent.token);
  return afterOther(parts, person, sent);
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
    const proof = answer.claims === null ? null : { claims: answer.claims, asked: answer.claims };
    const sealed = sealSecrets(parts.seal, attempt, { ...secrets, proof });
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
