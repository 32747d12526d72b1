import { z } from 'zod';
import type { Graph } from './client.ts';
import { deviceFields, type ManagedDevice, managedDevice } from './managed-device.ts';
import { key, literal, pageFor, query } from './odata.ts';
import type { Pages } from './pages.ts';
import { folded, id, text } from './texts.ts';

/** An app that devices have reported, whoever installed it. */
export type DetectedApp = { id: string; name: string; version: string | null; platform: string; devices: number };

const list = '/deviceManagement/detectedApps';

const app = z
  .object({ id, displayName: text, version: text, platform: text, deviceCount: z.int().nullish() })
  .transform(
    (row): DetectedApp => ({
      id: row.id,
      name: row.displayName ?? row.id,
      version: row.version,
      platform: row.platform ?? 'unknown',
      devices: row.deviceCount ?? 0,
    }),
  );

/** `GET detectedApps?$filter`: the apps with this in their name. */
export async function detectedAppsNamed(graph: Graph, text: string, most: number): Promise<Pages<DetectedApp>> {
  const wanted = text.trim();
  if (wanted === '') return { rows: [], more: false };
  const $select = ['id', 'displayName', 'version', 'platform', 'deviceCount'];
  const $filter = `contains(displayName,${literal(wanted)})`;
  const keep = ({ name }: DetectedApp) => folded(name).includes(folded(wanted));
  return graph.all(list + query({ $select, $filter, $top: pageFor(most) }), app, { most, keep });
}

/** `GET detectedApps/{}/managedDevices`. */
export function devicesWithApp(graph: Graph, appId: string, most: number): Promise<Pages<ManagedDevice>> {
  const path = `${list}/${key(appId)}/managedDevices`;
  return graph.all(path + query({ $select: deviceFields, $top: pageFor(most) }), managedDevice, { most });
}
