import type { ConnectorView } from '../../exchange-connector.ts';
import { ago, hostileNames, longName } from './invented.ts';

const day = 24 * 60;

export const connector = (change: Partial<ConnectorView> = {}): ConnectorView => ({
  id: 'e1a2b3c4-0000-4000-8000-000000000001',
  server: 'EX01',
  connectorServer: 'HYB01',
  organization: 'Contoso',
  type: 'onPremises',
  status: 'connected',
  lastSyncAt: ago(26 * 60),
  ...change,
});

export const disconnected = connector({
  id: 'e1a2b3c4-0000-4000-8000-000000000002',
  server: 'EX02',
  status: 'disconnected',
  lastSyncAt: ago(9 * day),
});

export const nameless = connector({ server: null, connectorServer: null, organization: null });
export const longNamed = connector({ server: longName.repeat(3), connectorServer: longName, organization: longName });

export const hostile = Object.values(hostileNames).map((name, index) =>
  connector({
    id: `${name} ${index}`,
    server: name,
    connectorServer: name,
    organization: name,
    type: name,
    status: name,
  }),
);
