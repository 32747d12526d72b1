import type { Graph } from '../graph/client.ts';
import type { DeviceRoute } from '../graph/device-routes.ts';
import { unlessGone } from '../graph/gone.ts';
import {
  type DeviceWish,
  devicesOfUser,
  findComanaged,
  findDevices,
  listComanaged,
  listDevices,
  type ManagedDevice,
  readDevice,
} from '../graph/managed-devices.ts';
import { folded } from '../graph/texts.ts';
import { isKindOf } from '../knowledge/platforms.ts';

/** A device, and the way by which it was found: its action is asked for on that way. */
export type FoundDevice = ManagedDevice & { route: DeviceRoute };

/** `near`: none is called so, these are called nearly so. `more`: there are others that were not read. */
export type Found = { kind: 'found'; match: 'exact' | 'near'; devices: FoundDevice[]; more: boolean };

/** As many as a person can choose from, and then some. */
export const mostFound = 100;
/** As many as a pasted list may name: whoever describes devices may take all that fit. */
export const mostMeant = 2_000;
/** A tenant's devices, as far as what was said is compared with them. */
const mostListed = 20_000;

const managed = (device: ManagedDevice): FoundDevice => ({ ...device, route: { via: 'managed' } });

/** By name, serial or user, or a part of one. Whoever names one exactly does not mean those that are only called alike. */
export async function devicesCalled(graph: Graph, words: string): Promise<Found> {
  const [exact, near] = await Promise.all([devicesNamed(graph, words), devicesNamedNearly(graph, words)]);
  if (exact.devices.length > 0 || near.devices.length === 0) return exact;
  return near;
}

/** By the whole of a name, serial or user. */
export async function devicesNamed(graph: Graph, value: string): Promise<Found> {
  const by = value.includes('@') ? wholes : wholes.filter((one) => one !== 'user');
  return {
    match: 'exact',
    ...(await foundBy(
      graph,
      by.map((one) => ({ by: one, value, exact: true })),
    )),
  };
}

const wholes = ['name', 'serial', 'user'] as const;

/** Shorter than this everything is a part of a serial. */
const leastPart = 3;

async function devicesNamedNearly(graph: Graph, value: string): Promise<Found> {
  const by = value.length < leastPart ? [] : wholes;
  return {
    match: 'near',
    ...(await foundBy(
      graph,
      by.map((one) => ({ by: one, value, exact: false })),
    )),
  };
}

async function foundBy(graph: Graph, wishes: readonly DeviceWish[]): Promise<Omit<Found, 'match'>> {
  const found = await Promise.all(wishes.map((wish) => findDevices(graph, wish, mostFound)));
  const devices = unique(found.flatMap(({ rows }) => rows)).map(managed);
  return { kind: 'found', devices, more: found.some(({ more }) => more) };
}

/** The devices of one person: by object id or principal name, else by the name; a part of a name is only nearly it. */
export async function devicesOf(graph: Graph, user: string): Promise<Found> {
  const isKnown = user.includes('@') || isObjectId.test(user);
  const wish = { by: 'user', value: user, exact: false } as const;
  const asked = isKnown ? devicesOfUser(graph, user, mostMeant) : findDevices(graph, wish, mostMeant);
  const { rows, more } = (await unlessGone(asked)) ?? { rows: [], more: false };
  const theirs = isKnown ? rows : rows.filter((device) => isUsersName(device, user));
  const devices = (theirs.length > 0 ? theirs : rows).map(managed);
  return { kind: 'found', match: theirs.length > 0 ? 'exact' : 'near', devices, more };
}

/** The whole of a name, or one of the names it consists of. */
function isUsersName({ user, userName }: ManagedDevice, said: string): boolean {
  const wanted = folded(said);
  const local = folded(user?.split('@')[0] ?? '');
  const name = folded(userName ?? '');
  return [local, name, ...wordsIn(local), ...wordsIn(name)].includes(wanted);
}

const wordsIn = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

const isObjectId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Those of them that are still there and may be seen. */
export async function devicesById(graph: Graph, ids: readonly string[]): Promise<FoundDevice[]> {
  const found = await Promise.all(ids.map((id) => unlessGone(readDevice(graph, id))));
  return found.flatMap((device) => (device ? [managed(device)] : []));
}

/** As many as there are, for comparing. */
export async function everyDevice(graph: Graph): Promise<{ devices: FoundDevice[]; more: boolean }> {
  const { rows, more } = await listDevices(graph, mostListed);
  return { devices: rows.map(managed), more };
}

const comanaged = (device: ManagedDevice): FoundDevice => ({ ...device, route: { via: 'comanaged' } });

export async function everyComanaged(graph: Graph): Promise<Found> {
  const { rows, more } = await listComanaged(graph, mostListed);
  return { kind: 'found', match: 'exact', devices: rows.map(comanaged), more };
}

export async function comanagedCalled(graph: Graph, words: string): Promise<Found> {
  const { rows, more } = await findComanaged(graph, words, mostFound);
  return { kind: 'found', match: 'exact', devices: rows.map(comanaged), more };
}

/** Each device once, whichever of its names was found. */
export const unique = <T extends { id: string }>(devices: readonly T[]): T[] => [
  ...new Map(devices.map((device) => [device.id, device])).values(),
];

/**
 * What a person says besides a name: `ipad`, `android`, a model, a name. `near`: some of it is only a part of a name or a serial,
 * or what people call many kinds of devices (`laptop`), so it may be another device that is meant.
 */
export function calledBy({ name, model, os, serial }: ManagedDevice, words: string): 'exact' | 'near' | null {
  const [kind, names] = [folded(`${model ?? ''} ${os}`), folded(`${name} ${serial ?? ''}`)];
  const whole = new Set(
    [name, serial ?? ''].flatMap((one) => [folded(one), ...folded(one).split(/\s+/), ...wordsIn(folded(one))]),
  );
  const said = folded(words).split(/\s+/);
  if (said.every((word) => kind.includes(word) || whole.has(word))) return 'exact';
  const isNearly = (word: string) => kind.includes(word) || names.includes(word) || isKindOf(word, os);
  return said.every(isNearly) ? 'near' : null;
}
