import { refused, rehearsed, type Told, taken } from './graph-asked.ts';
import { stamp } from './graph-device-row.ts';
import { contextOf, getList, type Row, selected } from './graph-lists.ts';
import { getOne, type Route, type Routed } from './graph-router.ts';
import type { ConnectorLife, Intune } from './graph-world.ts';

const hourMs = 3_600_000;
/** Long enough to see that it waits, short enough not to. */
const takesMs = { fullSync: 9_000, deltaSync: 5_000 } as const;

type Connector = {
  id: string;
  server: string;
  /** Counted back from when the tenant was invented; null: never. */
  lastSyncHours: number | null;
  status: 'connected' | 'connectionPending' | 'disconnected';
  /** What is asked of the others is taken, and nothing comes of it. */
  works: boolean;
  type: string;
};

/** One that works, one that is cut off, and one whose service nobody started. */
const three: readonly Connector[] = [
  {
    ...{ id: '6b2a0c55-0000-4000-8000-0000000000c1', server: 'EX01', type: 'onPremises' },
    ...{ lastSyncHours: 26, status: 'connected', works: true },
  },
  {
    ...{ id: '6b2a0c55-0000-4000-8000-0000000000c2', server: 'EX02', type: 'onPremises' },
    ...{ lastSyncHours: 9 * 24, status: 'disconnected', works: false },
  },
  {
    ...{ id: '6b2a0c55-0000-4000-8000-0000000000c3', server: 'EX03', type: 'serviceToService' },
    ...{ lastSyncHours: null, status: 'connected', works: false },
  },
];

const all = '/deviceManagement/exchangeConnectors';

export const connectorRoutes = (intune: Intune): Route[] => [
  getList(all, ({ at }) => ({
    things: connectorsOf(intune),
    rowOf: (connector: Connector) => rowAt(intune, connector, at),
  })),
  getOne(`${all}/{}`, (routed) => {
    const found = connectorAt(intune, routed);
    return found && { ...contextOf(routed), ...selected(rowAt(intune, found, routed.at), routed.query) };
  }),
  { method: 'POST', template: `${all}/{}/sync`, answer: (routed) => syncTold(intune, routed) },
];

const connectorsOf = (intune: Intune) => (intune.world().connectors === 'three' ? three : []);

const connectorAt = (intune: Intune, { keys: [id = ''] }: Routed) =>
  connectorsOf(intune).find((connector) => connector.id === id.toLowerCase()) ?? null;

function syncTold(intune: Intune, routed: Routed): Told {
  return rehearsed(routed.forced, (flavour) => {
    const connector = connectorAt(intune, routed);
    const sync = syncIn(routed.body);
    if (!connector) return refused(404);
    if (!sync) return refused(400);
    const life = { startedAt: routed.at.toISOString(), sync, before: stamp(lastSyncAt(intune, connector, routed.at)) };
    if (flavour !== 'failed') intune.becomes({ synced: { ...intune.world().synced, [connector.id]: life } });
    return taken;
  });
}

function syncIn(body: unknown): ConnectorLife['sync'] | null {
  const { syncType, ...others } = (typeof body === 'object' && body !== null ? body : {}) as Row;
  const isKnown = syncType === 'fullSync' || syncType === 'deltaSync';
  return isKnown && Object.keys(others).length === 0 ? syncType : null;
}

function rowAt(intune: Intune, connector: Connector, now: Date): Row {
  const { id, server, type, status } = connector;
  return {
    ...{ id, serverName: `${server}.contoso.example`, connectorServerName: `CONN-${server}`, version: '5.0.6150.0' },
    ...{ primarySmtpAddress: `intune@contoso.example`, exchangeAlias: 'intune', exchangeOrganization: 'Contoso' },
    ...{ exchangeConnectorType: type, status: isUnderWay(intune, connector, now) ? 'connectionPending' : status },
    lastSyncDateTime: stamp(lastSyncAt(intune, connector, now)),
  };
}

const isUnderWay = (intune: Intune, connector: Connector, now: Date): boolean => {
  const endsAt = endOf(intune, connector);
  return endsAt !== null && now < endsAt;
};

/** When its latest sync ends or has ended; null where nothing comes of one. */
function endOf(intune: Intune, { id, works }: Connector): Date | null {
  const life = intune.world().synced[id];
  return life && works ? new Date(Date.parse(life.startedAt) + takesMs[life.sync]) : null;
}

function lastSyncAt(intune: Intune, connector: Connector, now: Date): Date | null {
  const endsAt = endOf(intune, connector);
  if (endsAt && endsAt <= now) return endsAt;
  const before = intune.world().synced[connector.id]?.before;
  if (before && endsAt) return new Date(before);
  const { lastSyncHours } = connector;
  return lastSyncHours === null ? null : new Date(Date.parse(intune.world().foundAt) - lastSyncHours * hourMs);
}
