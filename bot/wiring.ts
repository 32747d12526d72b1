import { randomUUID } from 'node:crypto';
import type { Lexicon } from '../cards/words/index.ts';
import { answer } from './commands/answer.ts';
import type { Desk } from './commands/define.ts';
import { search } from './commands/search.ts';
import type { Config } from './config.ts';
import type { Graph, GraphDoor, TokenSource } from './graph/client.ts';
import { graphUrlFor } from './graph/clouds.ts';
import type { Ledgers } from './graph/pace.ts';
import { limitsOn } from './graph/standing.ts';
import { together } from './graph/together.ts';
import { lackOf } from './graph/token-refusal.ts';
import { type Identity, openIdentity } from './identity/open.ts';
import { practiceAccounts, practiceTokens } from './identity/practice.ts';
import { tracing } from './log.ts';
import type { Meter } from './meter.ts';
import type { Clock, Log, Person, Scope, Sender, TenantId } from './ports.ts';
import { practiceAdminId, practiceTenantId } from './practice/people.ts';
import type { PracticeTenant } from './practice/tenant.ts';
import { openLateAnswers } from './runs/late-answers.ts';
import type { Queue } from './runs/queue.ts';
import type { Reachability } from './runs/reachability.ts';
import type { Runner } from './runs/runner.ts';
import { resumeAllFor } from './runs/signed-in.ts';
import type { Parts as StepParts } from './runs/step.ts';
import { believedMs } from './store/believed.ts';
import { canKeep } from './store/can-keep.ts';
import { openDrafts } from './store/drafts.ts';
import { openForget } from './store/forget.ts';
import type { Store } from './store/open.ts';
import { openPeople } from './store/people.ts';
import { findPersonalChat } from './store/personal-chats.ts';
import { openTenantSettings } from './store/tenant-settings.ts';
import { openVocabularies } from './store/tenants.ts';
import { togetherIn } from './store/together.ts';
import { openCrowd } from './teams/crowd.ts';
import { openTeams, type Registration, type Teams, type TeamsParts } from './teams/open.ts';
import { busyCard, strangerCard, troubleCard } from './views/answers.ts';
import { openDrawn } from './views/drawn.ts';
import { signInFailedCard } from './views/identity.ts';
import { screenFor } from './views/screen.ts';
import { openWatches } from './watches/watches.ts';
import { meteredSignIn } from './watching/doors.ts';

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
  /** For what a turn waits for: whom it asks, each by its own watched door. */
  senders: { entra: Sender } & TeamsParts['senders'];
  meter: Meter;
  /** Where the bot is reached from here; known once it listens. */
  listening: { url: string };
  /** Where the bot can write. */
  reachability: Reachability;
};

export function graphAddress(config: Config, tenant: PracticeTenant | null): string {
  return config.graphUrl ?? tenant?.graph.url ?? graphUrlFor(config.cloud);
}

export function identityFor(base: Shared): Identity | null {
  const { config, store, clock, log, queue, listening, meter } = base;
  const { registration, secretKeys: keys, cloud, entraUrl, botTokenUrl, publicUrl } = config;
  if (!registration) return null;
  const identity = openIdentity({
    ...{ store, clock, log, keys, cloud, registration, entraUrl, botTokenUrl },
    send: base.senders.entra,
    pagesUrl: () => `${publicUrl ?? listening.url}/sign-in`,
    async onSignedIn(tx, { person, attemptId }) {
      await resumeAllFor({ queue, clock }, tx, person);
      if (attemptId) await queue.send(tx, { lane: 'resume', work: { attemptId } });
      meter.count('sign-ins', { ended: 'signed-in' });
    },
  });
  return { ...identity, signIn: meteredSignIn(identity.signIn, meter) };
}

type Signed = {
  person: Person;
  scopes: readonly Scope[];
  withinMs: number;
  urgent: boolean;
  waits?: ((until: Date) => void) | undefined;
};

/** Sign-in is a seam: commands and steps ask it for a token in a person's name. What they ask at once goes out in batches. */
function graphFor(base: Base, { person, scopes, withinMs, urgent, waits }: Signed): Graph {
  const signal = AbortSignal.timeout(withinMs);
  const token: TokenSource = (wish) => tokensOf(base).graphToken(person, scopes, wish);
  const tell = waits ? { waits: ({ until }: { until: Date }) => waits(until) } : {};
  return together(base.graph({ person, urgent, signal, token }), tell);
}

const tokensOf = ({ identity }: Base) => identity?.tokens ?? practiceTokens;

export const stepsGraphFor =
  (base: Base): StepParts['graphFor'] =>
  (person, scopes, waits) =>
    graphFor(base, { person, scopes, withinMs: stepAsksMs, urgent: false, waits });

export const lackForOn =
  (base: Base): Desk['lackFor'] =>
  async (person, scopes) =>
    lackOf(await tokensOf(base).graphToken(person, scopes), base.clock.now());

export function deskFor(base: Base, runner: Runner, given: Pick<Desk, 'schedules' | 'practice'>): Desk {
  const { store, clock, lexicon, identity } = base;
  return {
    runs: runner.runs,
    ...given,
    clock,
    ...{ lexicon, drawn: openDrawn(), newId: randomUUID },
    people: openPeople(store.db, believedMs(store.engine)),
    drafts: openDrafts(store.db),
    watches: openWatches({ store, queue: base.queue, clock }),
    vocabularies: openVocabularies(store.db),
    tenantSettings: openTenantSettings(store.db),
    isAdmin: ({ id }) => adminsOf(base).includes(id.toLowerCase()),
    accounts: identity?.accounts ?? practiceAccounts,
    goOn: (person) =>
      store.db.transaction().execute(async (tx) => {
        await runner.runs.resumeFor(tx, person);
      }),
    forget: openForget(store),
    graphFor: (person, scopes) => graphFor(base, { person, scopes, withinMs: turnReadsMs, urgent: true }),
    lackFor: lackForOn(base),
    limitsOn: (tenantId) => limitsOn(tenantId, base.ledgers),
    chatWith: (person) => findPersonalChat(store.db, person),
  };
}

const adminsOf = ({ config, tenant }: Base) => [...config.admins, ...(tenant ? [practiceAdminId] : [])];

export function teamsFor(base: Base, desk: Desk): Teams {
  const { config, log, steadyMs, tenant, identity, senders, meter, store, clock, queue } = base;
  return openTeams({
    ...{ log, steadyMs, senders, meter, tracing },
    worldClock: { now: () => new Date() },
    registration: registrationOf(base),
    door: { practiceTenant: tenant && (practiceTenantId as TenantId), allowedTenants: new Set(config.allowedTenants) },
    ...{ newId: randomUUID, random: Math.random, reachability: base.reachability },
    together: store.engine.kind === 'postgres' ? togetherIn(store.db) : null,
    late: openLateAnswers({ store, clock, queue }),
    signIn: identity?.signIn ?? null,
    answer: (incoming) => answer(desk, incoming),
    search: (searched) => search(desk, searched),
    stranger: (heard) => strangerCard(screenFor(base, heard)),
    crowd: openCrowd(),
    busy: (heard) => busyCard(screenFor(base, heard)),
    trouble: async (heard, { reference, error }) =>
      troubleCard({ reference, keeps: await canKeep(store.db, error) }, screenFor(base, heard)),
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
