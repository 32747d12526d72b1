import { randomUUID } from 'node:crypto';
import type { Target } from '../../bot/actions/define.ts';
import { actionNamed } from '../../bot/actions/index.ts';
import type { App } from '../../bot/app.ts';
import type { Person, PersonId, TenantId } from '../../bot/ports.ts';
import { ask, leaveAnswerToStep } from '../../bot/runs/ask.ts';
import { cancel } from '../../bot/runs/cancel.ts';
import type { Queue } from '../../bot/runs/queue.ts';
import type { Run } from '../../bot/runs/run.ts';
import type { Runs } from '../../bot/runs/runner.ts';
import { findHistory } from '../../bot/store/history.ts';
import { openStore, type Place } from '../../bot/store/open.ts';
import { findRunByNumber } from '../../bot/store/runs.ts';
import { type Connector, openConnector } from './connector.ts';
import { recordingLog } from './desk.ts';
import { noTracing, silentMeter } from './meter.ts';
import { guidOf, slugOf } from './names.ts';

/** What the stories of a file are told on. */
type Beside = { app: App; connector: Connector };
/** Runs as they can be asked for and read, by a bot or beside one. */
type RunsThere = Pick<Runs, 'ask' | 'leaveAnswerToStep' | 'cancel' | 'find' | 'history'>;

/** Named so nowhere else; whatever of it shows in a story has crossed over. */
const marks = { person: 'Nora Nebenan', device: 'NEBENAN-07', connector: 'NEBENAN-EX' };
const marked = /nebenan/i;

/**
 * Beside the stories of a file lives a second tenant on the same bot: with people of the same names and ids, the same wish on its way,
 * the same run numbers, and messages of its own. After each story nothing of it has shown anywhere, and nothing of it has changed.
 */
export function besideAnotherTenant(desks: () => readonly Beside[]): void {
  const all = new Map<Beside, OtherTenant>();
  beforeEach(async () => {
    for (const desk of desks()) if (!all.has(desk)) all.set(desk, await moveIn(desk.app.runner.runs));
  });
  afterEach(() => Promise.all(desks().map((desk) => staysApart(all.get(desk), desk.app.runner.runs, desk.connector))));
  afterAll(() => Promise.all([...all.values()].map(({ connector }) => connector.close())));
}

/** The same tenant in a database, for stories of bots that are processes of their own. */
export type TenantInPlace = {
  /** In this copy of it, or where it moved in; `connector`: what these bots have sent, where it can be read. */
  staysApart(connector: Pick<Connector, 'traffic'> | null, copy?: Place): Promise<void>;
  close(): Promise<void>;
};

/** A folder is one process's own: it moves in before one starts there, and is looked at after that has ended. */
export async function anotherTenantIn(place: Place): Promise<TenantInPlace> {
  const other = await withRunsIn(place, moveIn);
  return {
    staysApart: (connector, copy = place) =>
      withRunsIn(copy, (runs) => staysApart(other, runs, connector ?? { traffic: [] })),
    close: other.connector.close,
  };
}

/** Its steps are told by the rows to whoever starts there. */
async function withRunsIn<T>(place: Place, work: (runs: RunsThere) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  const queue = { send: async () => {}, sendAll: async () => {} } as unknown as Queue;
  const around = { log: recordingLog([]), tracing: noTracing, meter: silentMeter };
  const parts = { ...around, store, queue, clock: { now: () => new Date() } };
  try {
    return await work({
      ask: (wish) => ask(parts, wish),
      leaveAnswerToStep: (run, follower) => leaveAnswerToStep(parts, run, follower),
      cancel: (run, person) => cancel(parts as unknown as Parameters<typeof cancel>[0], run, person),
      find: (tenantId, number) => findRunByNumber(store.db, tenantId, number),
      history: (filter, page) => findHistory(store.db, filter, page),
    });
  } finally {
    await store.close();
  }
}

/** `connector`: its own Teams, so that what it is sent is in nobody's way. */
type OtherTenant = { tenantId: TenantId; connector: Connector; runs: readonly Run[] };

async function moveIn(runs: RunsThere): Promise<OtherTenant> {
  const tenantId = randomUUID() as TenantId;
  const connector = await openConnector();
  const where = { id: chat, kind: 'personal' as const, tenantId, botId: '28:bot', serviceUrl: connector.serviceUrl };
  for (const { asker, action, targets, becomes } of wishesOf(tenantId)) {
    const follower = {
      asker,
      where,
      heard: { language: 'en' as const, zone: 'UTC' },
      askKey: randomUUID(),
      cardId: null,
    };
    const booking = { opensAt: farAway, basis: 'service' as const };
    const opening = { kind: 'closed' as const, ...booking };
    const { run } = await runs.ask({ ...follower, action: actionNamed(action), targets, opening, booking });
    if (becomes === 'shown') await runs.leaveAnswerToStep(run, follower);
    if (becomes === 'taken back') await runs.cancel(run, asker);
  }
  return { tenantId, connector, runs: await runsOf(runs, tenantId) };
}

const chat = 'a:other-tenant';

/** No story turns the clock so far, so nothing is asked of Graph. */
const farAway = new Date('2090-01-01T00:00:00Z');

const personOf = (tenantId: TenantId, name: string): Person => ({
  tenantId,
  id: guidOf(slugOf(name)) as PersonId,
  name,
  teamsId: `29:${slugOf(name)}`,
});

function wishesOf(tenantId: TenantId) {
  const ana = personOf(tenantId, 'Ana Ruiz');
  const nora = personOf(tenantId, marks.person);
  const tenant: Target = { kind: 'tenant', id: 'tenant', label: null, wish: null, baseline: null };
  return [
    { asker: ana, action: 'autopilot-sync', targets: [tenant], becomes: 'waiting' },
    { asker: nora, action: 'sync-payloads', targets: [deviceTarget], becomes: 'shown' },
    { asker: nora, action: 'exchange-sync', targets: [connectorTarget], becomes: 'taken back' },
  ] as const;
}

const item = { id: 'item-1', kind: 'application', name: marks.device };
const deviceTarget: Target = {
  ...{ kind: 'device', id: 'device-07', label: marks.device },
  wish: { route: { via: 'managed' }, vocabulary: 'syncPayloads', keep: [], adds: [item], restores: [], since: null },
  baseline: { removed: [], startedAt: null, lastSyncAt: null },
};
const connectorTarget: Target = {
  ...{ kind: 'connector', id: 'connector-1', label: marks.connector },
  wish: { sync: 'quick' },
  baseline: { lastSyncAt: null, status: 'connected' },
};

const numbers = [1, 2, 3];
const titles = ['Autopilot sync · run 1', 'Payload sync · run 2', 'Exchange connector sync · run 3'];
/** Its Ana's booking is for a time of its own, and everything else is Nora's. */
const isItsOwn = (text: string) =>
  titles.some((title) => text.startsWith(title)) &&
  (marked.test(text) || text.includes(String(farAway.getUTCFullYear())));

async function runsOf({ find }: RunsThere, tenantId: TenantId): Promise<Run[]> {
  const found = await Promise.all(numbers.map((number) => find(tenantId, number)));
  return found.filter((run) => run !== null);
}

async function staysApart(
  other: OtherTenant | undefined,
  runs: RunsThere,
  { traffic }: Pick<Connector, 'traffic'>,
): Promise<void> {
  if (!other) throw new Error('the other tenant moves in before each story');
  const { tenantId, connector } = other;
  const crossed = traffic.filter(({ body }) => marked.test(body)).map(({ body }) => body);
  expect({ 'shows what belongs to another tenant': crossed }).toEqual({ 'shows what belongs to another tenant': [] });
  const foreign = connector.messages(chat).flatMap(({ shown }) => shown.filter((text) => !isItsOwn(text)));
  expect({ 'shows another tenant what is not its own': foreign }).toEqual({
    'shows another tenant what is not its own': [],
  });
  const everything = { tenantId, askedBy: null, action: null, on: null, since: null };
  const history = await runs.history(everything, { before: null, limit: numbers.length + 1 });
  expect(history.map(({ number, alsoAsked }) => ({ number, alsoAsked }))).toEqual(
    numbers.toReversed().map((number) => ({ number, alsoAsked: [] })),
  );
  // A restart is marked on every run that it interrupted.
  const unmarked = (all: readonly Run[]) => all.map((run) => ({ ...run, resumedAt: null }));
  expect(unmarked(await runsOf(runs, tenantId))).toEqual(unmarked(other.runs));
}
