import { randomUUID } from 'node:crypto';
import type { Lexicon } from '../cards/words/index.ts';
import { answer } from './commands/answer.ts';
import type { Desk } from './commands/define.ts';
import type { Config } from './config.ts';
import type { GraphDoor } from './graph/client.ts';
import { graphUrlFor } from './graph/clouds.ts';
import type { Ledgers } from './graph/pace.ts';
import { limitsOn } from './graph/standing.ts';
import { lackOf } from './graph/token-refusal.ts';
import type { HttpParts } from './http.ts';
import { type Identity, openIdentity } from './identity/open.ts';
import { practiceAccounts, practiceTokens } from './identity/practice.ts';
import type { NoticeParts } from './notices.ts';
import type { PageAsset } from './pages/index.ts';
import type { Clock, Log, Person, Practice, Reader, RunId, Scope, Sender, TenantId } from './ports.ts';
import { practiceTenantId } from './practice/people.ts';
import { type PracticeTenant, practiceStrings } from './practice/tenant.ts';
import type { Queue } from './runs/queue.ts';
import type { Runner } from './runs/runner.ts';
import { signedIn } from './runs/signed-in.ts';
import { openSignInPages } from './sign-in-pages.ts';
import { addCard } from './store/added-cards.ts';
import { dropFollower, followersOf, saveShown, waitingFor } from './store/followers.ts';
import { openForget } from './store/forget.ts';
import type { Store } from './store/open.ts';
import { openPeople } from './store/people.ts';
import { findRun, findRunAskedBy } from './store/runs.ts';
import { openTeams, type Registration, type Teams } from './teams/open.ts';
import { strangerCard, troubleCard } from './views/answers.ts';
import { signInFailedCard } from './views/identity.ts';
import type { Screen } from './views/screen.ts';

/** A person waits for a read at most this long; a turn has about 15 s in all (teams-platform 1.5). */
const turnReadsMs = 8_000;

/** All that one step asks of Graph, well within the lease of a start (runs/advance). */
const stepAsksMs = 40_000;

/** What the folders are put together from. */
export type Base = Shared & {
  /** Null in practice, where everybody is who they say they are. */
  identity: Identity | null;
};

type Shared = {
  config: Config;
  log: Log;
  steadyMs: () => number;
  store: Store;
  clock: Clock;
  queue: Queue;
  graph: GraphDoor;
  /** What is known of the service's limits. */
  ledgers: Ledgers;
  tenant: PracticeTenant | null;
  lexicon: Lexicon;
  /** For what a turn waits for: the connector and sign-in. */
  send: Sender;
  /** Where the bot is reached from here; known once it listens. */
  listening: { url: string };
};

export function graphAddress(config: Config, tenant: PracticeTenant | null): string {
  return config.graphUrl ?? tenant?.graph.url ?? graphUrlFor(config.cloud);
}

export function identityFor(base: Shared): Identity | null {
  const { config, store, clock, log, send, queue, listening } = base;
  const { registration, secretKeys: keys, cloud, entraUrl, botTokenUrl, publicUrl } = config;
  if (!registration) return null;
  return openIdentity({
    ...{ store, clock, log, send, keys, cloud, registration, entraUrl, botTokenUrl },
    pagesUrl: () => `${publicUrl ?? listening.url}/sign-in`,
    async onSignedIn(tx, { person, attemptId }) {
      await signedIn({ queue, clock }, tx, person);
      if (attemptId) await queue.send(tx, { lane: 'resume', work: { attemptId } });
    },
  });
}

type Signed = { person: Person; scopes: readonly Scope[]; withinMs: number; urgent: boolean };

/** Sign-in is a seam: commands and steps ask it for a token in a person's name. */
function graphFor(base: Base, { person, scopes, withinMs, urgent }: Signed) {
  const signal = AbortSignal.timeout(withinMs);
  return base.graph({ person, urgent, signal, token: (wish) => tokensOf(base).graphToken(person, scopes, wish) });
}

const tokensOf = ({ identity }: Base) => identity?.tokens ?? practiceTokens;

export const stepsGraphFor = (base: Base) => (person: Person, scopes: readonly Scope[]) =>
  graphFor(base, { person, scopes, withinMs: stepAsksMs, urgent: false });

export function deskFor(base: Base, runner: Runner): Desk {
  const { store, clock, lexicon, identity } = base;
  return {
    runs: runner.runs,
    clock,
    lexicon,
    newId: randomUUID,
    practice: practiceFor(base, runner),
    people: openPeople(store.db),
    accounts: identity?.accounts ?? practiceAccounts,
    goOn: (person) =>
      store.db.transaction().execute(async (tx) => {
        await runner.runs.signedIn(tx, person);
      }),
    forget: openForget(store),
    graphFor: (person, scopes) => graphFor(base, { person, scopes, withinMs: turnReadsMs, urgent: true }),
    lackFor: async (person, scopes) => lackOf(await tokensOf(base).graphToken(person, scopes), clock.now()),
    limitsOn: (tenantId) => limitsOn(tenantId, base.ledgers),
  };
}

function practiceFor({ tenant }: Base, runner: Runner): Practice | null {
  if (!tenant) return null;
  const forgetRuns = () => runner.runs.forget(practiceTenantId as TenantId);
  return practiceStrings(tenant, { wake: () => runner.wake(), forgetRuns });
}

export function teamsFor(base: Base, desk: Desk): Teams {
  const { config, log, steadyMs, tenant, identity, send } = base;
  const practiceTenant = tenant ? (practiceTenantId as TenantId) : null;
  return openTeams({
    ...{ log, steadyMs, send },
    worldClock: { now: () => new Date() },
    registration: registrationOf(base),
    door: { practiceTenant, allowedTenants: config.allowedTenants },
    newId: randomUUID,
    signIn: identity?.signIn ?? null,
    answer: (incoming) => answer(desk, incoming),
    stranger: (heard) => strangerCard(screenFor(base, heard)),
    trouble: (heard, reference) => troubleCard(reference, screenFor(base, heard)),
    signInFailed: (why, heard) => signInFailedCard({ why, again: null }, screenFor(base, heard)),
  });
}

function registrationOf({ config, identity }: Base): Registration | null {
  const { registration, cloud, botOpenIdUrl: openIdUrl } = config;
  return registration && identity && { appId: registration.appId, cloud, openIdUrl, botToken: identity.botToken };
}

/** What somebody had asked for before they signed in is done again, once. */
export const resumeFor =
  ({ identity, log }: Base, teams: Teams) =>
  async (attemptId: string): Promise<void> => {
    const pending = await identity?.pendingOf(attemptId);
    if (pending) return teams.resume(pending);
    log.warn({ attemptId }, 'what was asked for before signing in is gone');
  };

export function pageFor(
  { identity, lexicon, config, log }: Base,
  assets: ReadonlyMap<string, PageAsset>,
): HttpParts['page'] {
  const appId = config.registration?.appId;
  return identity && appId ? openSignInPages({ pages: identity.pages, assets, lexicon, appId, log }) : null;
}

function screenFor({ lexicon, clock, tenant }: Base, { language, zone }: Reader): Screen {
  return { words: lexicon(language, zone), now: clock.now(), practice: tenant !== null };
}

export function noticesFor(base: Base, { outbox }: Teams): NoticeParts {
  const { store, log, clock } = base;
  return {
    outbox,
    log,
    findRun: (id: RunId) => findRun(store.db, id),
    followers: (id) => followersOf(store.db, id),
    waiting: (id) => waitingFor(store.db, id),
    saveShown: (id, shown) => saveShown(store.db, id, shown),
    drop: (id) => dropFollower(store.db, id),
    screen: (_run, reader) => screenFor(base, reader),
    wasAsked: async (tenantId, askKey) => (await findRunAskedBy(store.db, tenantId, askKey)) !== null,
    addCard: (run, card) => addCard(store.db, run, { ...card, askedAt: clock.now() }),
  };
}
