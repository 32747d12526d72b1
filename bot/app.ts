import { randomUUID } from 'node:crypto';
import { openLexicon } from '../cards/words/index.ts';
import { openTell } from './boards.ts';
import type { Config } from './config.ts';
import { openGraph } from './graph/client.ts';
import { ledgersInMemory, openPace } from './graph/pace.ts';
import { openSender, patientWaits, shortWaits, turnWaits } from './graph/send.ts';
import { type Health, openHttp } from './http.ts';
import { tracing } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { openPageAssets } from './pages/index.ts';
import type { Clock, Keep, Log } from './ports.ts';
import { openPostNotice } from './post-notice.ts';
import { openPracticeTenant, type PracticeTenant } from './practice/tenant.ts';
import { lanes } from './runs/lanes.ts';
import { openQueue } from './runs/queue.ts';
import { openReachability } from './runs/reachability.ts';
import { openRunner, type Runner } from './runs/runner.ts';
import { openSchedules } from './schedules/open.ts';
import { openRemind } from './sign-in-reminder.ts';
import { keepIn } from './store/keep.ts';
import { ledgersIn } from './store/ledgers.ts';
import { openStore } from './store/open.ts';
import { queueBacklog } from './store/queue-backlog.ts';
import { openVocabularies } from './store/tenants.ts';
import { watchStep } from './watches/step.ts';
import { meteredGraph, meteredPace, meteredQueue, meteredSender } from './watching/doors.ts';
import {
  type Base,
  deskFor,
  graphAddress,
  identityFor,
  lackForOn,
  resumeFor,
  stepsGraphFor,
  teamsFor,
} from './wiring.ts';
import { boardPartsFor, postNoticePartsFor } from './wiring-notices.ts';
import { pageFor } from './wiring-pages.ts';
import { practiceFor } from './wiring-practice.ts';
import { tidying } from './wiring-tidying.ts';

/** The bot, listening. */
export type App = {
  url: string;
  /** The invented tenant; null on a real one. */
  tenant: PracticeTenant | null;
  runner: Runner;
  close(): Promise<void>;
};

/** Puts the folders together. What was opened is closed again if a later part fails. */
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

type Given = Pick<Base, 'config' | 'log' | 'steadyMs'>;
type Opened = (() => Promise<void>)[];

async function openParts(given: Given, opened: Opened): Promise<Omit<App, 'close'>> {
  const { config, log } = given;
  const { metrics, ...base } = await openBase(given, opened);
  const { store, queue, clock, tenant, meter } = base;
  const { schedules, step } = openSchedules({
    ...{ store, queue, clock, log, tracing, lackFor: lackForOn(base), graphFor: stepsGraphFor(base) },
    vocabularyOf: (tenantId) => openVocabularies(store.db).of(tenantId),
  });
  const watching = { store, queue, clock, log, graphFor: stepsGraphFor(base) };
  const runner = openRunner(
    { ...watching, meter, tracing },
    {
      tell: (id, changedAt) => tell(id, changedAt),
      remind: (id) => remind(id),
      notice: (id) => postNotice(id),
      watch: (work) => watchStep(watching, work),
      resume: ({ attemptId }) => resume(attemptId),
      schedule: step,
      answer: ({ id }) => teams.sendLate(id),
    },
  );
  opened.push(() => runner.stop());
  const desk = deskFor(base, runner, { schedules, practice: practiceFor(base, runner, schedules) });
  const teams = teamsFor(base, desk);
  const boards = boardPartsFor(base, teams);
  const [tell, remind] = [openTell(boards), openRemind(boards)];
  const postNotice = openPostNotice(postNoticePartsFor(base, teams));
  const resume = resumeFor(base, teams);
  const http = openHttp({
    log,
    messages: (request, response) => teams.process(request, response),
    health: () => healthOf(base),
    page: pageFor(base, await openPageAssets()),
    metrics: { token: config.metricsToken, scrape: metrics.scrape },
  });
  const url = await http.listen(config.port, config.host);
  base.listening.url = url;
  opened.push(() => http.close());
  await runner.start();
  opened.push(tidying(base));
  log.info({ url, mode: config.mode, database: config.database.kind }, 'listening');
  return { url, tenant, runner };
}

/** Everything that needs nobody: the outside worlds, and what is shared. */
async function openBase(given: Given, opened: Opened): Promise<Base & { metrics: Metrics }> {
  const { config, log, steadyMs } = given;
  const store = await openStore(config.database);
  opened.push(() => store.close());
  const metrics = openMetrics({ steadyMs, backlog: () => queueBacklog(store.db, lanes) });
  const { meter } = metrics;
  await claimFor(keepIn(store.db, 'mode'), config.mode);
  const tenant = config.mode === 'practice' ? await openPracticeTenant(keepIn(store.db, 'practice')) : null;
  if (tenant) opened.push(() => tenant.close());
  const clock: Clock = tenant?.clock ?? { now: () => new Date() };
  const [toGraph, forTurns] = [
    openSender(tenant ? shortWaits : patientWaits, config.proxy),
    openSender(turnWaits, config.proxy),
  ];
  opened.push(
    () => toGraph.close(),
    () => forTurns.close(),
  );
  const ledgers = store.engine.kind === 'postgres' ? ledgersIn(store.db) : ledgersInMemory(clock);
  const limits = openPace({ ledgers, newId: randomUUID });
  tenant?.clock.onTurn(limits.lookAgain);
  const pace = meteredPace(limits, meter);
  const send = meteredSender(toGraph.send, 'graph', meter);
  const graph = meteredGraph(openGraph({ url: graphAddress(config, tenant), send, pace, clock, log }), meter);
  const queue = meteredQueue(await openQueue(store.engine, { clock, log }), meter);
  const listening = { url: '' };
  const senders = {
    entra: meteredSender(forTurns.send, 'entra', meter),
    connector: meteredSender(forTurns.send, 'connector', meter),
    channelKeys: meteredSender(forTurns.send, 'channel-keys', meter),
    files: meteredSender(forTurns.send, 'files', meter),
  };
  const reachability = openReachability({ store, queue, clock }, steadyMs);
  const own = {
    store,
    clock,
    queue,
    graph,
    ledgers,
    tenant,
    lexicon: openLexicon(),
    senders,
    meter,
    listening,
    reachability,
  };
  const shared = { ...given, ...own };
  return { ...shared, metrics, identity: identityFor(shared) };
}

/** A database of practice must never have its runs done for real, nor the other way round. */
async function claimFor(keep: Keep, mode: Config['mode']): Promise<void> {
  const was = await keep.read();
  if (was === null) await keep.write(mode);
  else if (was !== mode)
    throw new Error(`This database belongs to ${String(was)} mode. Set another DATA_DIR or DATABASE_URL.`);
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
