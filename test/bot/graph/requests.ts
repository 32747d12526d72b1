import type { Graph } from '../../../bot/graph/client.ts';
import { detectedAppsNamed, devicesWithApp } from '../../../bot/graph/detected-apps.ts';
import { appliedTo, openTenantLists } from '../../../bot/graph/device-payloads.ts';
import { type DeviceRoute, type ScriptFamily, scriptCollections } from '../../../bot/graph/device-routes.ts';
import { runStates, scriptsNamed } from '../../../bot/graph/device-scripts.ts';
import {
  connectorSyncs,
  listConnectors,
  readConnector,
  startConnectorSync,
} from '../../../bot/graph/exchange-connectors.ts';
import {
  devicesOfUser,
  findComanaged,
  findDevices,
  listComanaged,
  listDevices,
  readDevice,
} from '../../../bot/graph/managed-devices.ts';
import { readPayloadResult, startPayloads } from '../../../bot/graph/payload-results.ts';
import { payloadKinds } from '../../../bot/graph/payload-vocabulary.ts';
import { payloadsOfKind, tenantPayloads } from '../../../bot/graph/tenant-payloads.ts';
import { autopilotDevicesOf } from '../../../bot/graph/windows-autopilot-device-identities.ts';
import { readAutopilotSettings, startAutopilotSync } from '../../../bot/graph/windows-autopilot-settings.ts';

const most = 25;
const deviceId = '3f0c1f0e-8a55-4f0e-9c2b-7d0a5c1e2b34';
const state = { script: 's1', state: 'st1' };
const onDevices: DeviceRoute[] = [{ via: 'managed' }, { via: 'comanaged' }];
const routes: DeviceRoute[] = [
  ...onDevices,
  { via: 'health-script', ...state },
  { via: 'management-script', ...state },
  { via: 'compliance-script', ...state },
  { via: 'management-script-user', ...state, user: 'u1' },
  { via: 'management-script-app', ...state, app: 'a1' },
];
const families = Object.keys(scriptCollections) as ScriptFamily[];
const items = payloadKinds.map((kind) => ({ id: kind, kind }));

/** Every function of `bot/graph` that asks Graph something, by its file; each asks in every way it has. */
export const requests: Record<string, Record<string, (graph: Graph) => unknown>> = {
  'bot/graph/detected-apps.ts': {
    detectedAppsNamed: (graph) => detectedAppsNamed(graph, "Neil's & Co", most),
    devicesWithApp: (graph) => devicesWithApp(graph, 'a1', most),
  },
  'bot/graph/device-payloads.ts': {
    appliedTo: (graph) => ['u1', null].map((userId) => appliedTo(graph, { id: deviceId, userId })),
    openTenantLists: (graph) => [openTenantLists(graph).policies(), openTenantLists(graph).apps()],
  },
  'bot/graph/device-scripts.ts': {
    scriptsNamed: (graph) => scriptsNamed(graph, 'wi-fi', most),
    runStates: (graph) => families.map((family) => runStates(graph, { id: 's1', family }, { only: 'failed', most })),
  },
  'bot/graph/exchange-connectors.ts': {
    listConnectors,
    readConnector: (graph) => readConnector(graph, 'c1'),
    startConnectorSync: (graph) => connectorSyncs.map((syncType) => startConnectorSync(graph, 'c1', syncType)),
  },
  'bot/graph/managed-devices.ts': {
    findDevices: (graph) =>
      (['name', 'serial', 'user'] as const).flatMap((by) =>
        [true, false].map((exact) => findDevices(graph, { by, value: "O'Neil & Co, 1", exact }, most)),
      ),
    listDevices: (graph) => listDevices(graph, most),
    findComanaged: (graph) => findComanaged(graph, 'LAP', most),
    listComanaged: (graph) => listComanaged(graph, most),
    devicesOfUser: (graph) => devicesOfUser(graph, 'ana@contoso.com', most),
    readDevice: (graph) => readDevice(graph, deviceId),
  },
  'bot/graph/payload-results.ts': {
    readPayloadResult: (graph) => routes.map((route) => readPayloadResult(graph, route, deviceId)),
    startPayloads: (graph) => [
      ...routes.map((route) => startPayloads(graph, { vocabulary: 'syncPayloads', route, deviceId, items })),
      // Its successor is described on the devices themselves only.
      ...onDevices.map((route) => startPayloads(graph, { vocabulary: 'changeAssignments', route, deviceId, items })),
    ],
  },
  'bot/graph/tenant-payloads.ts': {
    payloadsOfKind: (graph) => payloadKinds.map((kind) => payloadsOfKind(graph, kind, most)),
    tenantPayloads: (graph) => tenantPayloads(graph, { most }),
  },
  'bot/graph/windows-autopilot-device-identities.ts': {
    autopilotDevicesOf: (graph) => autopilotDevicesOf(graph, "5CG 12'34 & Co"),
  },
  'bot/graph/windows-autopilot-settings.ts': { readAutopilotSettings, startAutopilotSync },
};
