import { exchangeConnectorSupport } from '../../../bot/knowledge/exchange-support.ts';
import { exchangeListButtons } from '../../../bot/views/exchange.ts';
import type { ConnectorView } from '../../exchange-connector.ts';
import { type AdvisedConnector, type ExchangeListView, exchangeList } from '../../exchange-list.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { connector, disconnected, hostile, longNamed, nameless } from './exchange-parts.ts';
import { ago, now, once, unbrokenName } from './invented.ts';

const advised = (one: ConnectorView, change: Partial<AdvisedConnector> = {}): AdvisedConnector => ({
  ...one,
  advice: null,
  run: null,
  ...change,
});

const ex01 = advised(connector(), { advice: 'full' });
const ex02 = advised(disconnected, { advice: 'mend' });
const fresh = advised(connector({ lastSyncAt: ago(50) }), { advice: 'quick' });

const types = ['onPremises', 'hosted', 'serviceToService', 'dedicated', 'unknown'];
const statuses = ['none', 'connectionPending', 'connected', 'disconnected', 'paused'];

export const exchangeListSamples = shown({
  name: 'exchange-list',
  about: 'The Exchange connectors of the tenant, with the age of their last success. Having none is normal.',
  card: exchangeList,
  states: {
    'two connectors, one disconnected': list([ex01, ex02]),
    'two that are called alike': list([
      ex01,
      advised(connector({ id: 'twin', connectorServer: 'HYB02' }), { advice: 'full' }),
    ]),
    'one connector': list([fresh]),
    'one connector, outside practice, support date hidden': list([fresh], { practice: false, supportEndedAt: null }),
    'one that is being synced': list([advised(connector(), { run: 17 })]),
    'one that never succeeded': list([advised(connector({ status: 'connectionPending', lastSyncAt: null }))]),
    'one that never succeeded, connected': list([advised(connector({ lastSyncAt: null }), { advice: 'full' })]),
    'one without a name': list([advised(nameless, { advice: 'quick' })]),
    'every type and status': list(
      types.map((type, index) => advised(connector({ id: type, type, status: statuses[index] ?? '' }))),
    ),
    none: list([]),
    'none, outside practice': list([], { practice: false }),
    'more than fit': list(Array.from({ length: 12 }, () => advised(longNamed, { advice: 'full', run: 17 }))),
    'one more than fits': list(Array.from({ length: 11 }, () => ex01)),
    'a name without a place to break': list([advised(connector({ server: unbrokenName }))]),
    'hostile names': list(hostile.map((one) => advised(one))),
  },
});

function list(connectors: readonly AdvisedConnector[], change: Partial<ExchangeListView> = {}) {
  return (words: Words): ExchangeListView => {
    const supportEndedAt = 'supportEndedAt' in change ? null : exchangeConnectorSupport.endedAt;
    return {
      practice: true,
      now,
      connectors,
      supportEndedAt,
      buttons: exchangeListButtons({ connectors, tellsSupport: supportEndedAt !== null, once }, words),
      ...change,
    };
  };
}
