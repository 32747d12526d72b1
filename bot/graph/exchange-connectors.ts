import { z } from 'zod';
import type { Graph, Receipt } from './client.ts';
import { moment } from './moments.ts';
import { key, query } from './odata.ts';
import { id, text, wordOf } from './texts.ts';

/** Graph's own words (graph-contract 3); one that is not among them is `unknown`. */
export const connectorTypes = ['onPremises', 'hosted', 'serviceToService', 'dedicated'] as const;
export const connectorStatuses = ['none', 'connectionPending', 'connected', 'disconnected'] as const;

export type ExchangeConnector = {
  id: string;
  type: (typeof connectorTypes)[number] | 'unknown';
  status: (typeof connectorStatuses)[number] | 'unknown';
  lastSyncAt: Date | null;
  /** The Exchange server. */
  server: string | null;
  /** The machine that the connector runs on. */
  connectorServer: string | null;
  organization: string | null;
  address: string | null;
  version: string | null;
};

/** By what it can be called, the best first; there is no display name (graph-contract 3). */
export const namesOf = ({ server, connectorServer, organization, id }: ExchangeConnector): string[] =>
  [server, connectorServer, organization, id].filter((name) => name !== null);

export const nameOf = (connector: ExchangeConnector): string => namesOf(connector)[0] ?? connector.id;

const list = '/deviceManagement/exchangeConnectors';

const row = z.object({
  id,
  exchangeConnectorType: wordOf(connectorTypes),
  status: wordOf(connectorStatuses),
  lastSyncDateTime: moment,
  serverName: text,
  connectorServerName: text,
  exchangeOrganization: text,
  primarySmtpAddress: text,
  version: text,
});

const connector = row.transform(
  (found): ExchangeConnector => ({
    id: found.id,
    type: found.exchangeConnectorType,
    status: found.status,
    lastSyncAt: found.lastSyncDateTime,
    server: found.serverName,
    connectorServer: found.connectorServerName,
    organization: found.exchangeOrganization,
    address: found.primarySmtpAddress,
    version: found.version,
  }),
);

const $select = Object.keys(row.shape);

/** More than any tenant has: one for each Exchange organization. */
const most = 200;

/** `GET exchangeConnectors`: none is the normal case since the connector's support ended. */
export async function listConnectors(graph: Graph): Promise<ExchangeConnector[]> {
  return (await graph.all(list + query({ $select }), connector, { most })).rows;
}

/** `GET exchangeConnectors/{}`. */
export function readConnector(graph: Graph, id: string): Promise<ExchangeConnector> {
  return graph.get(`${list}/${key(id)}${query({ $select })}`, connector);
}

/** What `POST exchangeConnectors/{}/sync` takes: every device in Exchange, or those that have changed. */
export const connectorSyncs = ['fullSync', 'deltaSync'] as const;
export type ConnectorSync = (typeof connectorSyncs)[number];

/** `POST exchangeConnectors/{}/sync`: 204, accepted. */
export function startConnectorSync(graph: Graph, id: string, syncType: ConnectorSync): Promise<Receipt> {
  return graph.post(`${list}/${key(id)}/sync`, { body: { syncType } });
}
