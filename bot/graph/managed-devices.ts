import type { Graph } from './client.ts';
import { type DeviceWish, filtersFor, isWished } from './device-match.ts';
import { deviceFields, type ManagedDevice, managedDevice } from './managed-device.ts';
import { key, pageFor, query } from './odata.ts';
import type { Pages } from './pages.ts';

export type { DeviceWish } from './device-match.ts';
export type { ManagedDevice } from './managed-device.ts';

const managed = '/deviceManagement/managedDevices';
const comanaged = '/deviceManagement/comanagedDevices';

/** `GET managedDevices?$filter`: the devices with this name, serial or user, or with a part of it. */
export function findDevices(graph: Graph, wish: DeviceWish, most: number): Promise<Pages<ManagedDevice>> {
  return find(graph, { list: managed, wish, most });
}

/** `GET managedDevices`: as many as there are. */
export function listDevices(graph: Graph, most: number): Promise<Pages<ManagedDevice>> {
  return read(graph, { list: managed, most });
}

/** `GET comanagedDevices?$filter`: the co-managed devices with this in their name. */
export function findComanaged(graph: Graph, value: string, most: number): Promise<Pages<ManagedDevice>> {
  return find(graph, { list: comanaged, wish: { by: 'name', value, exact: false }, most });
}

/** `GET comanagedDevices`: as many as there are. */
export function listComanaged(graph: Graph, most: number): Promise<Pages<ManagedDevice>> {
  return read(graph, { list: comanaged, most });
}

/** `GET users/{}/managedDevices`: by the user's id or principal name. */
export async function devicesOfUser(graph: Graph, user: string, most: number): Promise<Pages<ManagedDevice>> {
  if (user.trim() === '') return { rows: [], more: false };
  return read(graph, { list: `/users/${key(user)}/managedDevices`, most });
}

/** `GET managedDevices/{}`. */
export function readDevice(graph: Graph, id: string): Promise<ManagedDevice> {
  return graph.get(`${managed}/${key(id)}${query({ $select: deviceFields })}`, managedDevice);
}

type Wish = { list: string; wish: DeviceWish; most: number };

/** One question per filter: of two joined by `or`, Graph hears one only (graph-contract 4.1). */
async function find(graph: Graph, { list, wish, most }: Wish): Promise<Pages<ManagedDevice>> {
  const keep = isWished(wish);
  const found = await Promise.all(filtersFor(wish).map(($filter) => read(graph, { list, most, $filter, keep })));
  const byId = new Map(found.flatMap(({ rows }) => rows.map((device) => [device.id, device] as const)));
  return { rows: [...byId.values()].slice(0, most), more: byId.size > most || found.some(({ more }) => more) };
}

type Reading = { list: string; most: number; $filter?: string; keep?: (device: ManagedDevice) => boolean };

function read(graph: Graph, { list, most, $filter, keep = () => true }: Reading): Promise<Pages<ManagedDevice>> {
  const path = `${list}${query({ $select: deviceFields, $filter, $top: pageFor(most) })}`;
  return graph.all(path, managedDevice, { most, keep });
}
