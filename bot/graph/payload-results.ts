import { z } from 'zod';
import type { Graph, Receipt } from './client.ts';
import { type DeviceRoute, devicePath } from './device-routes.ts';
import { moment } from './moments.ts';
import { query } from './odata.ts';
import { newestPayloadResult, type PayloadResult } from './payload-result.ts';
import { type Vocabulary, vocabularies } from './payload-vocabulary.ts';
import { id, text, wordOf } from './texts.ts';

export type { PayloadResult, SeenItem } from './payload-result.ts';

/** What decides whether Microsoft documents the action for a device. */
export type PayloadPlatform = { os: string; owner: 'company' | 'personal' | 'unknown'; agent: string };

/** A device as far as its payloads are concerned; `result` is null where nothing was ever asked for. */
export type PayloadSight = {
  device: { id: string; name: string; lastSyncAt: Date | null } & PayloadPlatform;
  result: PayloadResult | null;
};

const sight = z
  .object({
    ...{ id, deviceName: text, lastSyncDateTime: moment, deviceActionResults: newestPayloadResult },
    ...{ operatingSystem: text, managedDeviceOwnerType: wordOf(['company', 'personal']), managementAgent: text },
  })
  .transform(
    (row): PayloadSight => ({
      device: {
        ...{ id: row.id, name: row.deviceName ?? row.id, lastSyncAt: row.lastSyncDateTime },
        ...{ os: row.operatingSystem ?? 'unknown', owner: row.managedDeviceOwnerType },
        agent: row.managementAgent ?? 'unknown',
      },
      result: row.deviceActionResults,
    }),
  );

const fields = [
  ...['id', 'deviceName', 'lastSyncDateTime', 'deviceActionResults'],
  ...['operatingSystem', 'managedDeviceOwnerType', 'managementAgent'],
];

/** `GET managedDevices/{}`: only there, and not in a list, Graph tells what came of an action (graph-contract 1.5). */
export function readPayloadResult(graph: Graph, route: DeviceRoute, deviceId: string): Promise<PayloadSight> {
  const path = devicePath({ via: route.via === 'comanaged' ? 'comanaged' : 'managed' }, deviceId);
  return graph.get(path + query({ $select: fields }), sight);
}

export type PayloadWish = {
  vocabulary: Vocabulary;
  route: DeviceRoute;
  deviceId: string;
  /** All that is to be off the device afterwards: what was and is not named is put back (graph-contract 0.2). */
  items: readonly { id: string; kind: string }[];
};

/** `POST …/syncPayloads` or `…/changeAssignments`: 204, accepted. */
export function startPayloads(graph: Graph, { vocabulary, route, deviceId, items }: PayloadWish): Promise<Receipt> {
  const { action, items: list, item } = vocabularies[vocabulary];
  const named = items.map(({ id, kind }) => ({ [item.id]: id, [item.kind]: kind, [item.intent]: 'remove' }));
  return graph.post(`${devicePath(route, deviceId)}/${action}`, { body: { [list]: named } });
}
