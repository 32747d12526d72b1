import { refusalIn } from '../../../bot/graph/errors.ts';
import {
  connectorSyncs,
  listConnectors,
  readConnector,
  startConnectorSync,
} from '../../../bot/graph/exchange-connectors.ts';
import { graphForEach } from './graph-for-each.ts';
import { answersBy, meantAt } from './lists.ts';
import { answer } from './service.ts';

const { service, graph } = graphForEach();

const list = '/deviceManagement/exchangeConnectors';
const row = {
  id: 'c1',
  status: 'connected',
  exchangeConnectorType: 'onPremises',
  serverName: 'mail.contoso.example',
  connectorServerName: 'CONN01',
  version: '5.0.6150.0',
  primarySmtpAddress: null,
  exchangeAlias: null,
  exchangeOrganization: 'Contoso',
  lastSyncDateTime: '2026-03-01T05:00:00Z',
};
const understood = {
  id: 'c1',
  type: 'onPremises',
  status: 'connected',
  lastSyncAt: new Date('2026-03-01T05:00:00Z'),
  server: 'mail.contoso.example',
  connectorServer: 'CONN01',
  organization: 'Contoso',
  address: null,
  version: '5.0.6150.0',
};

test('connectors are listed, to the last page', async () => {
  const next = `${service().url}${list}?$skiptoken=2`;
  service().will(
    answer(200, { value: [row], '@odata.nextLink': next }),
    answer(200, { value: [{ ...row, id: 'c2' }] }),
  );
  expect(await listConnectors(graph())).toEqual([understood, { ...understood, id: 'c2' }]);
  expect(meantAt(service())[0]?.options['$select']).not.toContain('exchangeAlias');
});

test('a tenant without a connector has none', async () => {
  answersBy(service(), { [list]: [] });
  expect(await listConnectors(graph())).toEqual([]);
});

test.each<[string, object, object]>([
  ['that has never synced', { lastSyncDateTime: '0001-01-01T00:00:00Z' }, { lastSyncAt: null }],
  ['with a status of the future', { status: 'unknownFutureValue' }, { status: 'unknown' }],
  ['of a type of the future', { exchangeConnectorType: 'cloud' }, { type: 'unknown' }],
  [
    'that says nothing of itself',
    { status: null, serverName: '', version: undefined },
    { status: 'unknown', server: null, version: null },
  ],
])('a connector %s is understood', async (_, given, told) => {
  answersBy(service(), { [`${list}/c1`]: { ...row, ...given } });
  expect(await readConnector(graph(), 'c1')).toEqual({ ...understood, ...told });
});

test('a connector that is gone is not there', async () => {
  answersBy(service(), {});
  const error = await readConnector(graph(), 'c/9').catch((reason: unknown) => reason);
  expect(refusalIn(error)).toMatchObject({ kind: 'not-there', what: 'object' });
  expect(meantAt(service())[0]?.path).toBe(`${list}/c%2F9`);
});

test.each(connectorSyncs)('a %s is one POST that says so', async (syncType) => {
  service().will(answer(204));
  await startConnectorSync(graph(), 'c1', syncType);
  expect(service().calls).toMatchObject([
    { method: 'POST', path: `/beta${list}/c1/sync`, body: JSON.stringify({ syncType }) },
  ]);
});
