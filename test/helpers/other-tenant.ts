import { randomUUID } from 'node:crypto';
import type { Target } from '../../bot/actions/define.ts';
import { actionNamed } from '../../bot/actions/index.ts';
import type { App } from '../../bot/app.ts';
import type { Person, PersonId, TenantId } from '../../bot/ports.ts';
import type { Run } from '../../bot/runs/run.ts';
import { type Connector, openConnector } from './connector.ts';
import { guidOf, slugOf } from './names.ts';

/** What the stories of a file are told on. */
type Beside = { app: App; connector: Connector };

/** Named so nowhere else; whatever of it shows in a story has crossed over. */
const marks = { person: 'Nora Nebenan', device: 'NEBENAN-07', connector: 'NEBENAN-EX' };
const marked = /nebenan/i;

/**
 * Beside the stories of a file lives a second tenant on the same bot: with people of the same names and ids, the same wish on its way
 * and the same run numbers. After each story nothing of it has shown anywhere, and nothing of it has changed.
 */
export function besideAnotherTenant(desks: () => readonly Beside[]): void {
  const all = new Set<OtherTenant>();
  let here: OtherTenant[] = [];
  beforeEach(async () => {
    const known = [...all];
    here = await Promise.all(desks().map((desk) => known.find((one) => one.desk === desk) ?? moveIn(desk)));
    for (const one of here) all.add(one);
  });
  afterEach(() => Promise.all(here.map(staysApart)));
  afterAll(() => Promise.all([...all].map(({ connector }) => connector.close())));
}

/** `connector`: its own Teams, so that what it is sent is in nobody's way. */
type OtherTenant = { desk: Beside; tenantId: TenantId; connector: Connector; runs: readonly Run[] };

async function moveIn(desk: Beside): Promise<OtherTenant> {
  const tenantId = randomUUID() as TenantId;
  const connector = await openConnector();
  for (const wish of wishesOf(tenantId))
    await desk.app.runner.runs.ask({
      ...{ asker: wish.asker, targets: wish.targets, action: actionNamed(wish.action) },
      where: { id: chat, kind: 'personal', tenantId, botId: '28:bot', serviceUrl: connector.serviceUrl },
      heard: { language: 'en', zone: 'UTC' },
      askKey: randomUUID(),
      cardId: null,
      opening: { kind: 'closed', opensAt: farAway, basis: 'service' },
      booking: { opensAt: farAway, basis: 'service' },
    });
  return { desk, tenantId, connector, runs: await runsOf(desk, tenantId) };
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
    { asker: ana, action: 'autopilot-sync', targets: [tenant] },
    { asker: nora, action: 'sync-payloads', targets: [deviceTarget] },
    { asker: nora, action: 'exchange-sync', targets: [connectorTarget] },
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

async function runsOf({ app }: Beside, tenantId: TenantId): Promise<Run[]> {
  const found = await Promise.all(numbers.map((number) => app.runner.runs.find(tenantId, number)));
  return found.filter((run) => run !== null);
}

async function staysApart({ desk, tenantId, connector, runs }: OtherTenant): Promise<void> {
  const { app } = desk;
  const crossed = desk.connector.traffic.filter(({ body }) => marked.test(body)).map(({ body }) => body);
  expect({ 'shows what belongs to another tenant': crossed }).toEqual({ 'shows what belongs to another tenant': [] });
  const sent = connector.messages(chat).flatMap(({ shown }) => shown);
  const foreign = sent.filter((text) => !titles.some((title) => text.startsWith(title)));
  expect({ 'shows another tenant what is not its own': foreign }).toEqual({
    'shows another tenant what is not its own': [],
  });
  const everything = { tenantId, askedBy: null, on: null, since: null };
  const history = await app.runner.runs.history(everything, { before: null, limit: numbers.length + 1 });
  expect(history.map(({ number, alsoAsked }) => ({ number, alsoAsked }))).toEqual(
    numbers.toReversed().map((number) => ({ number, alsoAsked: [] })),
  );
  // A restart is marked on every run that it interrupted.
  const unmarked = (all: readonly Run[]) => all.map((run) => ({ ...run, resumedAt: null }));
  expect(unmarked(await runsOf(desk, tenantId))).toEqual(unmarked(runs));
}
