import type { Person, SignIn, SignInAnswer, SignInFailure } from '../ports.ts';
import { dropAttempts, findAttemptByCode, insertAttempt } from '../store/sign-in-attempts.ts';
import {
  attemptGoodForMs,
  hashOfSecret,
  newAttemptId,
  newAttemptSecrets,
  newSecret,
  openProvisional,
  sealSecrets,
} from './attempts.ts';
import { exchange } from './exchange.ts';
import { openMerge } from './merge.ts';
import { refused, type SignInParts, signIn, theirAttempt } from './signing-in.ts';
import { ssoTokenFailure } from './sso-token.ts';

/** Rows stay a little longer than the offers, for steps that take up what was asked for. */
const keepForMs = 10 * 60_000;

/** Drops what ran out: tokens of a page that nobody came back from, and what was asked for before. */
export const tidyAttempts = ({ store, clock }: Pick<SignInParts, 'store' | 'clock'>): Promise<void> =>
  dropAttempts(store.db, new Date(clock.now().getTime() - keepForMs));

export function openSignIn(parts: SignInParts): SignIn {
  const merge = openMerge<SignInAnswer>();
  return {
    offer: (person, wish) => offer(parts, person, wish),
    async exchange(person, sent) {
      const { clientId, resource, clock } = parts;
      const failure = ssoTokenFailure(sent.token, { clientId, resource, person, now: clock.now() });
      // Not the end of the attempt: another client of the person may hold the right token.
      if (failure) return refusedToken(parts, person, failure);
      let first = false;
      const answer = await merge(`${person.tenantId} ${person.id} ${sent.id}`, () => {
        first = true;
        return exchange(parts, person, sent);
      });
      return answer.kind === 'refused' ? { ...answer, again: !first } : answer;
    },
    redeem: (person, code) => merge(`${person.tenantId} ${person.id} ${code}`, () => redeem(parts, person, code)),
  };
}

function refusedToken({ log }: SignInParts, person: Person, why: SignInFailure): SignInAnswer {
  log.warn({ tenant: person.tenantId, person: person.id, why }, 'a token from Teams was refused');
  return refused(why);
}

const offer = async (parts: SignInParts, person: Person, wish: Parameters<SignIn['offer']>[1]) => {
  const now = parts.clock.now();
  const proof = wish.need === 'proof' ? await parts.sessions.demandOf(person) : null;
  const account = wish.need === 'sign-in' ? null : await parts.sessions.accountOf(person);
  const attempt = { id: newAttemptId(), person, expiresAt: new Date(now.getTime() + attemptGoodForMs) };
  const state = newSecret();
  const sealed = sealSecrets(
    parts.seal,
    attempt,
    newAttemptSecrets(person, wish, { proof, hint: account?.username ?? null }),
  );
  await insertAttempt(parts.store.db, { ...attempt, sealed, stateHash: hashOfSecret(state) });
  const link = `${parts.pagesUrl()}/start?state=${state}`;
  // Where consent or proof is missing a silent token would be refused again.
  const resource = wish.need === 'sign-in' ? parts.resource : null;
  return { id: attempt.id, resource, link, sharedLink: `${parts.pagesUrl()}/personal` };
};

/** The code came back through Teams, from the very person the page was made for. */
async function redeem(parts: SignInParts, person: Person, code: string): Promise<SignInAnswer> {
  const attempt = await findAttemptByCode(parts.store.db, person, hashOfSecret(code));
  const found = theirAttempt(parts, person, attempt);
  // Delivered again: it did what it was for.
  if (found?.attempt.outcome === 'signed-in') return { kind: 'signed-in', pending: false };
  const provisional = found && openProvisional(parts, found.attempt);
  if (!provisional) return refused('wrong-code');
  return signIn(parts, found, provisional);
}
