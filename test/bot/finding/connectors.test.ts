import { type Called, connectorsById, connectorsCalled, meantAmong } from '../../../bot/finding/connectors.ts';
import { refusalIn } from '../../../bot/graph/errors.ts';
import type { ExchangeConnector } from '../../../bot/graph/exchange-connectors.ts';
import { graphForEach } from '../graph/graph-for-each.ts';
import { answersBy } from '../graph/lists.ts';
import { answer } from '../graph/service.ts';

const connector = (id: string, names: Partial<ExchangeConnector>): ExchangeConnector => ({
  ...{ id, type: 'onPremises', status: 'connected', lastSyncAt: null, address: null, version: null },
  ...{ server: null, connectorServer: null, organization: null },
  ...names,
});

const ex01 = connector('c1', { server: 'EX01.contoso.example', connectorServer: 'CONN-A', organization: 'Contoso' });
const ex011 = connector('c2', { server: 'EX011.contoso.example', connectorServer: 'CONN-B', organization: 'Contoso' });
const twin = connector('c3', { server: 'HYB', connectorServer: 'CONN-C', organization: 'Contoso Süd' });
const otherTwin = connector('c4', { server: 'hyb', connectorServer: 'CONN-D' });
const nameless = connector('6B2A', {});
const snow = connector('6b2a0c55-0000-4000-8000-00000000ab1e', { server: 'snow-EX02' });
const all = [ex01, ex011, twin, otherTwin, nameless, snow];

const idsOf = (connectors: readonly ExchangeConnector[]) => connectors.map(({ id }) => id);

test.each<[string, Called['match'], string[]]>([
  ['EX01.contoso.example', 'exact', ['c1']],
  ['ex01', 'exact', ['c1']],
  ['EX011', 'exact', ['c2']],
  ['conn-b', 'exact', ['c2']],
  ['contoso süd', 'exact', ['c3']],
  ['6b2a', 'exact', ['6B2A']],
  ['Hyb', 'exact', ['c3', 'c4']],
  ['EX01.', 'near', ['c1']],
  ['EX0', 'near', ['c1', 'c2', snow.id]],
  ['conn', 'near', ['c1', 'c2', 'c3', 'c4']],
  ['now', 'near', [snow.id]],
  ['Contoso', 'exact', ['c1', 'c2']],
  [snow.id, 'exact', [snow.id]],
])('%j: the whole of a name before a part of one (%s)', (said, match, ids) => {
  const called = connectorsCalled(all, said);
  expect([called.match, idsOf(called.connectors)]).toEqual([match, ids]);
});

test.each(['nobody', '', '6b2a0c55', 'ab1e', '4000'])('%j is nobody: no part of an id is a name', (said) => {
  expect(connectorsCalled(all, said).connectors).toEqual([]);
});

const meant = (names: string[], everyOne = false) => meantAmong(all, { names, all: everyOne });

test('one that is called so is found', () => {
  expect(meant(['EX01'])).toEqual({ kind: 'found', connectors: [ex01] });
});

test('of several that are called so none is taken', () => {
  expect(meant(['hyb'])).toEqual({ kind: 'which', said: 'hyb', match: 'exact', connectors: [twin, otherTwin] });
  expect(meant(['EX01', 'hyb']).kind).toBe('which');
});

test('one that is only called nearly so is not taken either', () => {
  expect(meant(['now'])).toEqual({ kind: 'which', said: 'now', match: 'near', connectors: [snow] });
  expect(meant(['EX01 now']).kind).toBe('which');
});

test('several names are several connectors, each once', () => {
  expect(meant(['EX01', 'CONN-B', 'c1'])).toEqual({ kind: 'found', connectors: [ex01, ex011] });
});

test('names with nothing between them are read word by word, unless they are one name', () => {
  expect(meant(['EX01 EX011'])).toEqual({ kind: 'found', connectors: [ex01, ex011] });
  expect(meant(['Contoso Süd'])).toEqual({ kind: 'found', connectors: [twin] });
  expect(meant(['EX01 nobody'])).toEqual({ kind: 'no-such', said: 'EX01 nobody' });
});

test('a name that nobody has is named again', () => {
  expect(meant(['EX01', 'EX09'])).toEqual({ kind: 'no-such', said: 'EX09' });
});

test('all are all', () => {
  expect(meant([], true)).toEqual({ kind: 'found', connectors: all });
});

test('nothing said is a question, unless there is one connector only', () => {
  expect(meant([])).toEqual({ kind: 'none-named' });
  expect(meantAmong([twin], { names: [], all: false })).toEqual({ kind: 'found', connectors: [twin] });
});

describe('connectors that were named some time ago', () => {
  const { service, graph } = graphForEach();

  const path = (id: string) => `/deviceManagement/exchangeConnectors/${id}`;
  const row = (id: string) => ({
    ...{ id, status: 'connected', exchangeConnectorType: 'onPremises', serverName: id, connectorServerName: null },
    ...{ version: null, primarySmtpAddress: null, exchangeOrganization: null },
    lastSyncDateTime: '2026-03-01T10:00:00Z',
  });
  const refused = (ids: readonly string[]) =>
    connectorsById(graph(), ids).then(
      () => null,
      (reason: unknown) => refusalIn(reason),
    );

  test('those that are left are read, and those that are gone are told', async () => {
    answersBy(service(), { [path('c1')]: row('c1'), [path('c3')]: row('c3') });
    const { connectors, gone } = await connectorsById(graph(), ['c1', 'c2', 'c3']);
    expect([idsOf(connectors), gone]).toEqual([['c1', 'c3'], ['c2']]);
  });

  test('where none is left, that is the refusal', async () => {
    answersBy(service(), {});
    expect(await refused(['c1', 'c2'])).toMatchObject({ kind: 'not-there', what: 'object' });
  });

  test('one that cannot be read is not taken for gone', async () => {
    answersBy(service(), { [path('c1')]: row('c1'), [path('c2')]: answer(403, { error: { code: 'Forbidden' } }) });
    expect(await refused(['c1', 'c2'])).toMatchObject({ kind: 'not-allowed' });
  });
});
