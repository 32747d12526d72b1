import {
  connectorSightingFor,
  connectorTarget,
  exchangeSync,
  exchangeSyncs,
} from '../../../bot/actions/exchange-sync.ts';
import { refusalIn } from '../../../bot/graph/errors.ts';
import { connectorStatuses, type ExchangeConnector } from '../../../bot/graph/exchange-connectors.ts';
import { exchangeAdviceFor } from '../../../bot/knowledge/exchange-advice.ts';
import { graphForEach } from '../graph/graph-for-each.ts';
import { answersBy } from '../graph/lists.ts';
import { answer, now } from '../graph/service.ts';
import { hour, later, minute } from '../runs/samples.ts';

const list = '/deviceManagement/exchangeConnectors';
const yesterday = later(-26 * hour, now);
const soon = later(9 * minute, now);

const connector = (change: Partial<ExchangeConnector> = {}): ExchangeConnector => ({
  id: 'c1',
  type: 'onPremises',
  status: 'connected',
  lastSyncAt: yesterday,
  server: 'EX01.contoso.example',
  connectorServer: 'CONN01',
  organization: 'Contoso',
  address: null,
  version: null,
  ...change,
});
const before = { lastSyncAt: yesterday, status: 'connected' };

describe('what a connector shows after a sync was accepted', () => {
  test('nothing as long as neither its time nor its status moves', () => {
    expect(connectorSightingFor(connector(), before, soon)).toEqual({
      state: 'waiting',
      at: soon,
      mark: 'connected',
      moved: null,
    });
  });

  test('done with evidence once the time of its last success has moved', () => {
    const moved = connectorSightingFor(connector({ lastSyncAt: soon }), before, soon);
    expect(moved).toMatchObject({ state: 'done', moved: { from: yesterday, to: soon } });
  });

  test('done with its first success ever', () => {
    const never = { lastSyncAt: null, status: 'connected' };
    expect(connectorSightingFor(connector({ lastSyncAt: soon }), never, soon)).toMatchObject({
      state: 'done',
      moved: { from: null, to: soon },
    });
  });

  test.each([later(-30 * hour, now), null])('an earlier time (%s) proves nothing', (lastSyncAt) => {
    expect(connectorSightingFor(connector({ lastSyncAt }), before, soon)).toMatchObject({
      state: 'waiting',
      moved: null,
    });
  });

  const states = {
    connected: 'waiting',
    connectionPending: 'working',
    disconnected: 'failed',
    none: 'waiting',
    unknown: 'waiting',
  } as const;

  test.each([...connectorStatuses, 'unknown'] as const)('a status that has turned to %s', (status) => {
    const from = status === 'connected' ? 'disconnected' : 'connected';
    const seen = connectorSightingFor(connector({ status }), { lastSyncAt: yesterday, status: from }, soon);
    expect(seen).toMatchObject({ state: states[status], mark: status, moved: null });
  });

  test.each(['connectionPending', 'disconnected', 'unknown'] as const)(
    'a connection that came back from %s proves no sync, until the time moves too',
    (from) => {
      const was = { lastSyncAt: yesterday, status: from };
      expect(connectorSightingFor(connector(), was, soon)).toMatchObject({ state: 'waiting', mark: 'connected' });
      expect(connectorSightingFor(connector({ lastSyncAt: soon }), was, soon).state).toBe('done');
    },
  );

  test.each([...connectorStatuses, 'unknown'] as const)(
    'a moved time is a success whatever the status: %s',
    (status) => {
      expect(connectorSightingFor(connector({ status, lastSyncAt: soon }), before, soon).state).toBe('done');
    },
  );
});

describe('the action on Graph', () => {
  const { service, graph } = graphForEach();

  const row = {
    ...{ id: 'c1', status: 'connected', exchangeConnectorType: 'onPremises', serverName: 'EX01' },
    ...{ connectorServerName: 'CONN01', version: null, primarySmtpAddress: null, exchangeOrganization: 'Contoso' },
    lastSyncDateTime: yesterday.toISOString(),
  };

  test.each([
    ['full', '{"syncType":"fullSync"}'],
    ['quick', '{"syncType":"deltaSync"}'],
  ] as const)('a %s sync is one POST of exactly %s', async (sync, body) => {
    service().will(answer(204));
    await exchangeSync.start(graph(), connectorTarget(connector(), sync));
    expect(service().calls).toMatchObject([{ method: 'POST', path: `/beta${list}/c1/sync`, body }]);
  });

  test('every kind that can be asked for is one of these', () => {
    expect(exchangeSyncs).toEqual(['full', 'quick']);
  });

  test('a kind that nobody knows is not sent', async () => {
    const target = { ...connectorTarget(connector(), 'full'), wish: { sync: 'other' } };
    await expect(async () => exchangeSync.start(graph(), target)).rejects.toThrow(/sync/);
    expect(service().calls).toEqual([]);
  });

  test('just before a start the connector is read again, and that is what is compared with', async () => {
    answersBy(service(), { [`${list}/c1`]: { ...row, lastSyncDateTime: now.toISOString() } });
    expect(await exchangeSync.recheck(graph(), connectorTarget(connector(), 'full'), now)).toEqual({
      opening: { kind: 'free' },
      baseline: { lastSyncAt: now, status: 'connected' },
    });
  });

  test('a baseline that was stored as JSON is compared as a time', async () => {
    answersBy(service(), { [`${list}/c1`]: { ...row, lastSyncDateTime: soon.toISOString() } });
    const target = JSON.parse(JSON.stringify(connectorTarget(connector(), 'quick')));
    expect(await exchangeSync.look(graph(), { target, last: null }, soon)).toMatchObject({
      state: 'done',
      moved: { from: yesterday, to: soon },
    });
  });

  test.each(['recheck', 'look'] as const)('a connector that is gone: %s says that it is not there', async (what) => {
    answersBy(service(), {});
    const target = connectorTarget(connector({ id: 'gone' }), 'full');
    const asked =
      what === 'look'
        ? exchangeSync.look(graph(), { target, last: null }, now)
        : exchangeSync.recheck(graph(), target, now);
    const error = await asked.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(refusalIn(error)).toMatchObject({ kind: 'not-there', what: 'object' });
  });
});

test.each<[Partial<ExchangeConnector>, string]>([
  [{}, 'EX01.contoso.example'],
  [{ server: null }, 'CONN01'],
  [{ server: null, connectorServer: null }, 'Contoso'],
  [{ server: null, connectorServer: null, organization: null }, 'c1'],
])('a connector has no name of its own: with %j it is called %s', (change, name) => {
  expect(connectorTarget(connector(change), 'full').label).toBe(name);
});

describe('the advice, by what can be seen', () => {
  test.each<[Partial<ExchangeConnector>, ReturnType<typeof exchangeAdviceFor>]>([
    [{ lastSyncAt: later(-24 * hour, now) }, 'quick'],
    [{ lastSyncAt: later(-24 * hour - 1, now) }, 'full'],
    [{ lastSyncAt: null }, 'full'],
    [{ status: 'disconnected' }, 'mend'],
    [{ status: 'disconnected', lastSyncAt: now }, 'mend'],
    [{ status: 'connectionPending' }, null],
    [{ status: 'none' }, null],
    [{ status: 'unknown' }, null],
  ])('%j: %s', (change, advice) => {
    expect(exchangeAdviceFor(connector(change), now)).toBe(advice);
  });
});
