import { randomUUID } from 'node:crypto';
import { openLexicon } from '../cards/words/index.ts';
import { answer } from './commands/answer.ts';
import type { Desk } from './commands/define.ts';
import type { Config } from './config.ts';
import { type GraphDoor, openGraph } from './graph/client.ts';
import { graphUrlFor } from './graph/clouds.ts';
import { type Health, openHttp } from './http.ts';
import { nobodySignedIn } from './identity/nobody.ts';
import { practiceTokens } from './identity/practice.ts';
import { type NoticeParts, openTell } from './notices.ts';
import type { Clock, Keep, Log, Person, Practice, Reader, RunId, Scope, TenantId, Tokens } from './ports.ts';
import { practiceTenantId } from './practice/people.ts';
import { openPracticeTenant, type PracticeTenant, practiceStrings } from './practice/tenant.ts';
import { openQueue, type Queue } from './runs/queue.ts';
import { openRunner, type Runner } from './runs/runner.ts';
import { dropFollower, followersOf, saveShown, waitingFor } from './store/followers.ts';
import { keepIn } from './store/keep.ts';
import { openStore, type Store } from './store/open.ts';
import { openPeople } from './store/people.ts';
import { findRun } from './store/runs.ts';
import { openTeams, type Teams } from './teams/open.ts';
import { strangerCard, troubleCard } from './views/answers.ts';
import type { Screen } from './views/screen.ts';

/** The bot, listening. */
export type App = {
  url: string;
  /** The invented tenant; null on a real one. */
  tenant: PracticeTenant | null;
  runner: Runner;
  close(): Promise<void>;
};

/** A person waits for a read at most this long; a turn has about 15 s in all (teams-platform 1.5). */
const turnReadsMs = 8_000;

/** All that one step asks of Graph, well within the lease of a start (runs/advance). */
const stepAsksMs = 40_000;

/** Puts the folders together. The only file that knows them all. What was opened is closed again if a later part fails. */
export async function openApp(config: Config, log: Log, steadyMs = () => performance.now()): Promise<App> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    return { ...(await openParts({ config, log, steadyMs }, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Given = { config: Config; log: Log; steadyMs: () => number };

async function openParts(given: Given, opened: (() => Promise<void>)[]): Promise<Omit<App, 'close'>> {
  const { config, log } = given;
  const store = await openStore(config.database);
  opened.push(() => store.close());
  await claimFor(keepIn(store.db, 'mode'), config.mode);
  const tenant = config.mode === 'practice' ? await openPracticeTenant(keepIn(store.db, 'practice')) : null;
  if (tenant) opened.push(() => tenant.close());
  const clock: Clock = tenant?.clock ?? { now: () => new Date() };
  const graph = openGraph({ url: graphAddress(config, tenant), clock, log, patient: tenant === null });
  opened.push(() => graph.close());
  const queue = await openQueue(store.engine, { clock, log });
  const base: Base = { ...given, store, clock, queue, graph, tenant, lexicon: openLexicon() };

  const runner: Runner = openRunner(
    {
      store,
      queue,
      clock,
      log,
      graphFor: (person, scopes) => graphFor(base, { person, scopes, withinMs: stepAsksMs }),
    },
    (id) => tellAll(id),
  );
  opened.push(() => runner.stop());
  const desk = deskFor(base, runner);
  const teams = teamsFor(base, desk);
  const tellAll = openTell(noticesFor(base, teams));
  const http = openHttp({
    log,
    messages: (request, response) => teams.process(request, response),
    health: () => healthOf(base),
  });
  const url = await http.listen(config.port, config.host);
  opened.push(() => http.close());
  await runner.start();
  log.info({ url, mode: config.mode, database: config.database.kind }, 'listening');
  return { url, tenant, runner };
}

/** A database of practice must never have its runs done for real, nor the other way round. */
async function claimFor(keep: Keep, mode: Config['mode']): Promise<void> {
  const was = await keep.read();
  if (was === null) await keep.write(mode);
  else if (was !== mode)
    throw new Error(`This database belongs to ${String(was)} mode. Set another DATA_DIR or DATABASE_URL.`);
}

type Base = {
  config: Config;
  log: Log;
  steadyMs: () => number;
  store: Store;
  clock: Clock;
  queue: Queue;
  graph: GraphDoor;
  tenant: PracticeTenant | null;
  lexicon: ReturnType<typeof openLexicon>;
};

function graphAddress(config: Config, tenant: PracticeTenant | null): string {
  return config.graphUrl ?? tenant?.graph.url ?? graphUrlFor(config.cloud);
}

/** Sign-in is a seam: commands and steps ask it for a token in a person's name. */
const tokensFor = ({ tenant }: Base): Tokens => (tenant ? practiceTokens : nobodySignedIn);

type Signed = { person: Person; scopes: readonly Scope[]; withinMs: number };

function graphFor(base: Base, { person, scopes, withinMs }: Signed) {
  const tokens = tokensFor(base);
  return base.graph.as(({ fresh }) => tokens.graphToken(person, scopes, { fresh }), AbortSignal.timeout(withinMs));
}

function deskFor(base: Base, runner: Runner): Desk {
  const { store, clock, lexicon } = base;
  return {
    runs: runner.runs,
    clock,
    lexicon,
    newId: randomUUID,
    practice: practiceFor(base, runner),
    people: openPeople(store.db),
    graphFor: (person, scopes) => graphFor(base, { person, scopes, withinMs: turnReadsMs }),
  };
}

function practiceFor({ tenant }: Base, runner: Runner): Practice | null {
  if (!tenant) return null;
  const forgetRuns = () => runner.runs.forget(practiceTenantId as TenantId);
  return practiceStrings(tenant, { wake: () => runner.wake(), forgetRuns });
}

function teamsFor(base: Base, desk: Desk): Teams {
  const { config, log, steadyMs, tenant } = base;
  const practiceTenant = tenant ? (practiceTenantId as TenantId) : null;
  return openTeams({
    log,
    steadyMs,
    registration: config.registration,
    door: { practiceTenant, allowedTenants: config.allowedTenants },
    newId: randomUUID,
    answer: (incoming) => answer(desk, incoming),
    stranger: (heard) => strangerCard(screenFor(base, heard)),
    trouble: (heard, reference) => troubleCard(reference, screenFor(base, heard)),
  });
}

function screenFor({ lexicon, clock, tenant }: Base, { language, zone }: Reader): Screen {
  return { words: lexicon(language, zone), now: clock.now(), practice: tenant !== null };
}

function noticesFor(base: Base, { outbox }: Teams): NoticeParts {
  const { store, log } = base;
  return {
    outbox,
    log,
    findRun: (id: RunId) => findRun(store.db, id),
    followers: (id) => followersOf(store.db, id),
    waiting: (id) => waitingFor(store.db, id),
    saveShown: (id, shown) => saveShown(store.db, id, shown),
    drop: (id) => dropFollower(store.db, id),
    screen: (_run, reader) => screenFor(base, reader),
  };
}

/** Asked every few seconds by whoever runs the bot; a part that does not answer soon is failing. */
const healthWithinMs = 2_000;

async function healthOf({ store, queue }: Base): Promise<Health> {
  const [database, steps] = await Promise.all([answers(() => store.ping()), answers(() => queue.ping())]);
  return {
    ready: database && steps,
    parts: { database: database ? 'ok' : 'failing', queue: steps ? 'ok' : 'failing' },
  };
}

async function answers(ask: () => Promise<void>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, healthWithinMs, false).unref());
  const asked = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
