import {
  connectorStatuses,
  connectorTypes,
  type ExchangeConnector,
  nameOf,
} from '../../../bot/graph/exchange-connectors.ts';
import { exchangeListCard } from '../../../bot/views/exchange.ts';
import { type Key, openLexicon } from '../../../cards/words/index.ts';

const now = new Date('2026-03-02T12:00:00Z');

const connector = (change: Partial<ExchangeConnector> = {}): ExchangeConnector => ({
  ...{ id: 'c1', type: 'onPremises', status: 'connected', lastSyncAt: new Date('2026-03-01T10:00:00Z') },
  ...{ server: 'EX01', connectorServer: 'CONN01', organization: 'Contoso', address: null, version: null },
  ...change,
});

const types: Record<ExchangeConnector['type'], Key> = {
  onPremises: 'exchange.type.on-premises',
  hosted: 'exchange.type.hosted',
  serviceToService: 'exchange.type.service-to-service',
  dedicated: 'exchange.type.dedicated',
  unknown: 'exchange.type.unknown',
};
const statuses: Record<ExchangeConnector['status'], Key> = {
  none: 'exchange.status.none',
  connectionPending: 'exchange.status.pending',
  connected: 'exchange.status.connected',
  disconnected: 'exchange.status.disconnected',
  unknown: 'exchange.status.unknown',
};

describe.each(['en', 'ru'] as const)('a list of connectors (%s)', (language) => {
  const words = openLexicon()(language, 'UTC');
  const cardOf = (connectors: readonly ExchangeConnector[], runs = new Map<string, number>()) =>
    exchangeListCard(
      { connectors, runs, tellsSupport: false, once: { nonce: 'n', issuedAt: now } },
      { words, now, practice: false },
    );
  const textOf = (change: Partial<ExchangeConnector>) => cardOf([connector(change)]).fallbackText;
  const titlesOf = (connectors: readonly ExchangeConnector[], runs?: Map<string, number>) =>
    (cardOf(connectors, runs)['actions'] as { title: string }[]).map(({ title }) => title);
  const sync = (kind: 'quick' | 'full', name: string) => words.say(`exchange.button.${kind}`, { name });

  test('two that are called alike have buttons that tell them apart', () => {
    const twins = [connector(), connector({ id: 'c2', connectorServer: 'CONN02' })];
    expect(titlesOf(twins)).toEqual(
      expect.arrayContaining([sync('quick', 'EX01 · CONN01'), sync('quick', 'EX01 · CONN02')]),
    );
    expect(titlesOf([connector()])).toContain(sync('quick', 'EX01'));
  });

  test.each([...connectorTypes, 'unknown'] as const)('type %s has its words', (type) => {
    expect(textOf({ type })).toContain(words.row([words.say(types[type]), words.say('exchange.status.connected')]));
  });

  test.each([...connectorStatuses, 'unknown'] as const)('status %s has its words', (status) => {
    expect(textOf({ status })).toContain(
      words.row([words.say('exchange.type.on-premises'), words.say(statuses[status])]),
    );
  });

  test('one that never succeeded says so', () => {
    expect(textOf({ lastSyncAt: null })).toContain(words.say('exchange.last.never'));
  });

  test('the age of the last success is told in words', () => {
    expect(textOf({})).toContain(words.ago(new Date('2026-03-01T10:00:00Z'), now));
  });

  const many = ['EX01', 'EX02', 'EX03', 'EX04', 'EX05'].map((server) => connector({ id: server, server }));
  const runs = words.say('button.runs');

  test('two connectors have both buttons each, more have the one that is advised', () => {
    expect(titlesOf(many.slice(0, 2))).toEqual([
      ...['EX01', 'EX02'].flatMap((name) => [sync('quick', name), sync('full', name)]),
      runs,
    ]);
    expect(titlesOf(many)).toEqual([...many.slice(0, 4).map((one) => sync('full', nameOf(one))), runs]);
  });

  test('none is offered for one that is disconnected or being synced', () => {
    const [one, other] = [connector({ status: 'disconnected' }), connector({ id: 'c2' })];
    expect(titlesOf([one, other], new Map([['c2', 17]]))).toEqual([runs]);
    expect(cardOf([other], new Map([['c2', 17]])).fallbackText).toContain(words.say('exchange.run', { number: 17 }));
  });

  test('each button has a nonce of its own', () => {
    const presses = (cardOf(many)['actions'] as { data: { nonce?: string } }[]).flatMap(({ data }) => data.nonce ?? []);
    expect(new Set(presses).size).toBe(4);
  });
});
