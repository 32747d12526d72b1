import type { Account, Accounts, Clock, Log, Person, Scope, TokenAnswer, Tokens, TokenWish } from '../ports.ts';
import type { Db, Store } from '../store/open.ts';
import { attemptsDroppedFor } from '../store/sign-in-attempts.ts';
import { deleteSignIn, readSignIn, renewSignIn, writeSignIn } from '../store/sign-ins.ts';
import type { Entra, EntraAnswer, Granted } from './entra.ts';
import { type Kept, keptFrom, openKept, provedFor, renewedBy, sealKept, wasProvedFor } from './kept.ts';
import { type KnownSessions, nameOf, openKnownSessions, type Session, type Token } from './known-sessions.ts';
import { openMerge } from './merge.ts';
import type { Seal } from './seal.ts';

export type SessionParts = { store: Store; seal: Seal; entra: Entra; clock: Clock; log: Log };

/** People who are signed in: their tokens, renewed in silence, and what they may know of it. */
export type Sessions = Tokens &
  Accounts & {
    /** Signs somebody in, in the transaction that ends their attempt. `proved`: the claims our page was opened for. */
    begin(db: Db, person: Person, signedIn: { granted: Granted; proved: string | null }): Promise<void>;
    /** What this person was lately asked to prove. */
    demandOf(person: Person): Promise<{ claims: string; asked: string } | null>;
  };

type Here = SessionParts & { known: KnownSessions; waits: Map<string, Date> };

/** A token with less left is renewed first: a step may take a minute, and clocks differ. */
const spareMs = 5 * 60_000;
const waitsAtMost = 2_000;
/** A demand is for the page that is opened now; a later one asks again. */
const demandGoodForMs = 15 * 60_000;

export function openSessions(parts: SessionParts): Sessions {
  const here: Here = { ...parts, known: openKnownSessions(parts.store), waits: new Map() };
  const merge = openMerge<TokenAnswer>();
  return {
    async graphToken(person, scopes, wish = {}) {
      const session = await sessionOf(here, person);
      if (!session) return { kind: 'signed-out', need: 'sign-in' };
      const { fresh = false, claims = '' } = wish;
      const known = fresh || claims ? undefined : session.tokens.get(scopes.join(' '));
      if (known && isGood(known, parts.clock)) return { kind: 'token', token: known.value };
      const key = JSON.stringify([nameOf(person), scopes, fresh, claims]);
      return merge(key, () => renew(here, { person, session, scopes, wish }));
    },
    accountOf: async (person) => accountIn(await sessionOf(here, person)),
    async signOut(person) {
      here.known.drop(person);
      await attemptsDroppedFor(parts.store.db, person);
      return deleteSignIn(parts.store.db, person);
    },
    async begin(db, person, { granted, proved }) {
      const kept = keptFrom(granted, proved, parts.clock.now());
      await writeSignIn(db, person, sealKept(parts.seal, person, kept));
    },
    async demandOf(person) {
      const demand = (await sessionOf(here, person))?.kept.demand;
      return demand && isLately(demand.at, demandGoodForMs, parts.clock)
        ? { claims: demand.claims, asked: demand.asked }
        : null;
    },
  };
}

const isGood = ({ expiresAt }: Token, clock: Clock) => expiresAt.getTime() > clock.now().getTime() + spareMs;
const isLately = (at: Date, ms: number, clock: Clock) => clock.now().getTime() - at.getTime() < ms;

const accountIn = (session: Session | null): Account | null =>
  session && { username: session.kept.username, scopes: session.kept.scopes, since: session.kept.since };

async function sessionOf(here: Here, person: Person): Promise<Session | null> {
  const known = await here.known.find(person);
  if (known) return known;
  here.known.drop(person);
  const stored = await readSignIn(here.store.db, person);
  if (!stored) return null;
  const kept = openKept(here.seal, person, stored.sealed);
  if (!kept) {
    here.log.error(
      { tenant: person.tenantId, person: person.id },
      'a stored sign-in cannot be opened; they must sign in again',
    );
    return null;
  }
  return here.known.keep(person, {
    version: stored.version,
    kept,
    tokens: new Map(),
    current: here.seal.isCurrent(stored.sealed),
  });
}

type Renewal = { person: Person; session: Session; scopes: readonly Scope[]; wish: TokenWish };

async function renew(here: Here, renewal: Renewal): Promise<TokenAnswer> {
  const { person, session, scopes, wish } = renewal;
  const wait = waitFor(here, renewal);
  if (wait) return { kind: 'unavailable', how: 'throttled', retryAt: wait };
  if (wish.claims && wasProvedFor(session.kept, wish.claims, { scopes, now: here.clock.now() }))
    return { kind: 'signed-out', need: 'policy' };
  const asked = { scopes, fresh: wish.fresh === true, claims: wish.claims };
  const answer = await here.entra.silently(person, session.kept.cache, asked);
  const demand = demandFrom(answer, wish, here.clock);
  return answer.kind === 'granted'
    ? granted(here, renewal, { answer, demand })
    : refused(here, renewal, { answer, demand });
}

/** What must be proved on our page, should it come to that. */
function demandFrom(answer: EntraAnswer, wish: TokenWish, clock: Clock): Kept['demand'] {
  const told = answer.kind === 'refused' && answer.why === 'proof' ? answer.claims : null;
  const claims = told ?? wish.claims ?? null;
  return claims === null ? null : { claims, asked: wish.claims ?? claims, at: clock.now() };
}

type Renewed = { answer: Granted; demand: Kept['demand'] };

async function granted(here: Here, renewal: Renewal, { answer, demand }: Renewed): Promise<TokenAnswer> {
  const { person, session, scopes, wish } = renewal;
  const { kept } = session;
  const proved = provedFor(kept, wish.claims, scopes);
  const tokens = new Map(session.tokens).set(scopes.join(' '), { value: answer.token, expiresAt: answer.expiresAt });
  if (session.current && answer.cache === kept.cache && !demand && proved === kept.proved) {
    // Nothing new to keep: rows are not rewritten for what msal knew already.
    here.known.keep(person, { ...session, tokens });
    return { kind: 'token', token: answer.token };
  }
  const renewed = { ...renewedBy(kept, answer), demand: demand ?? kept.demand, proved };
  // Signed out while Entra was asked: nothing is done in their name any more.
  if (!(await keep(here, renewal, { kept: renewed, tokens, demand }))) return { kind: 'signed-out', need: 'sign-in' };
  here.waits.delete(waitKey(person, scopes));
  return { kind: 'token', token: answer.token };
}

type NotGranted = { answer: Exclude<EntraAnswer, Granted>; demand: Kept['demand'] };

async function refused(here: Here, renewal: Renewal, { answer, demand }: NotGranted): Promise<TokenAnswer> {
  const { person, session, scopes } = renewal;
  if (answer.kind === 'unavailable') {
    if (here.waits.size >= waitsAtMost) here.waits.clear();
    if (answer.retryAt) here.waits.set(waitKey(person, scopes), answer.retryAt);
    return answer;
  }
  if (answer.why === 'consent') return { kind: 'signed-out', need: 'consent' };
  if (answer.why === 'proof') {
    const again = demand && wasProvedFor(session.kept, demand.asked, { scopes, now: here.clock.now() });
    if (again) return { kind: 'signed-out', need: 'policy' };
    const stands = await keep(here, renewal, { kept: { ...session.kept, demand }, tokens: session.tokens, demand });
    return { kind: 'signed-out', need: stands ? 'proof' : 'sign-in' };
  }
  // The password was changed, the session revoked, or it is too old: what is stored helps nobody any more.
  here.known.drop(person);
  await deleteSignIn(here.store.db, person, session.version);
  return { kind: 'signed-out', need: 'sign-in' };
}

/** `demand`: what is new of it. */
type Known = Pick<Session, 'kept' | 'tokens'> & Pick<Kept, 'demand'>;

/** Writes the row anew, unless another renewal was first: then its row is the better one. Whether the person is still signed in. */
async function keep(here: Here, renewal: Renewal, { kept, tokens, demand }: Known): Promise<boolean> {
  const { person, session } = renewal;
  const sealed = sealKept(here.seal, person, kept);
  const version = await renewSignIn(here.store.db, person, { version: session.version, sealed });
  if (!version) return keepDemand(here, renewal, demand);
  here.known.keep(person, { version, current: true, kept, tokens });
  return true;
}

/** The better row gets the demand too, or our page would not ask for it; whoever has signed in anew since may have proved it. */
async function keepDemand(here: Here, renewal: Renewal, demand: Kept['demand']): Promise<boolean> {
  const session = await sessionOf(here, renewal.person);
  const isSame = session?.kept.since.getTime() === renewal.session.kept.since.getTime();
  if (!session || !isSame || !demand) return session !== null;
  const { kept, tokens } = session;
  return keep(here, { ...renewal, session }, { kept: { ...kept, demand }, tokens, demand });
}

/** A pause that Entra asked for concerns this person and these scopes, nobody else. */
const waitKey = (person: Person, scopes: readonly Scope[]) => `${nameOf(person)} ${scopes.join(' ')}`;

function waitFor({ waits, clock }: Here, { person, scopes }: Renewal): Date | null {
  const key = waitKey(person, scopes);
  const until = waits.get(key);
  if (until && until > clock.now()) return until;
  waits.delete(key);
  return null;
}
