import { connectorsCalled, meantAmong } from '../../../bot/finding/connectors.ts';
import type { ExchangeConnector } from '../../../bot/graph/exchange-connectors.ts';

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
const all = [ex01, ex011, twin, otherTwin, nameless];

const idsOf = (connectors: readonly ExchangeConnector[]) => connectors.map(({ id }) => id);

test.each<[string, string[]]>([
  ['EX01.contoso.example', ['c1']],
  ['ex01', ['c1']],
  ['EX011', ['c2']],
  ['conn-b', ['c2']],
  ['contoso süd', ['c3']],
  ['6b2a', ['6B2A']],
  ['Hyb', ['c3', 'c4']],
  ['EX0', ['c1', 'c2']],
  ['conn', ['c1', 'c2', 'c3', 'c4']],
  ['Contoso', ['c1', 'c2']],
  ['nobody', []],
  ['', []],
])('%j: the whole of a name before a part of one', (said, ids) => {
  expect(idsOf(connectorsCalled(all, said))).toEqual(ids);
});

const meant = (names: string[], everyOne = false) => meantAmong(all, { names, all: everyOne });

test('one that is called so is found', () => {
  expect(meant(['EX01'])).toEqual({ kind: 'found', connectors: [ex01] });
});

test('of several that are called so none is taken', () => {
  expect(meant(['hyb'])).toEqual({ kind: 'which', said: 'hyb', connectors: [twin, otherTwin] });
  expect(meant(['EX01', 'hyb']).kind).toBe('which');
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
