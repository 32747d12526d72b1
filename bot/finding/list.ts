import { distance } from 'fastest-levenshtein';
import type { Graph } from '../graph/client.ts';
import { findDevices, listDevices, type ManagedDevice } from '../graph/managed-devices.ts';
import { devicesNamed, type FoundDevice, unique } from './devices.ts';

/** A pasted list as it was found: every name once, in the order it was written. */
export type ListFound = {
  found: FoundDevice[];
  unknown: { said: string; near: string | null }[];
  ambiguous: { said: string; devices: FoundDevice[] }[];
};

/** Up to so many names are asked for one by one; beyond, reading the whole list costs less. */
const fewNames = 60;
/** A tenant's devices, as far as a list is compared with them. */
const mostListed = 20_000;

type Called = { said: string; devices: FoundDevice[] };

export async function readList(graph: Graph, names: readonly string[]): Promise<ListFound> {
  const all = names.length > fewNames ? await everyDevice(graph) : null;
  const called = await Promise.all(
    names.map(async (said) => ({ said, devices: all ? inList(all, said) : await named(graph, said) })),
  );
  const lost = called.filter(({ devices }) => devices.length === 0).map(({ said }) => said);
  return {
    found: unique(called.flatMap(({ devices }) => (devices.length === 1 ? devices : []))),
    ambiguous: called.filter(({ devices }) => devices.length > 1),
    unknown: await Promise.all(lost.map(async (said) => ({ said, near: await nearest(graph, said, all) }))),
  };
}

/** A line of a list names its device exactly, or it does not. */
async function named(graph: Graph, said: string): Promise<Called['devices']> {
  return (await devicesNamed(graph, said)).devices;
}

async function everyDevice(graph: Graph): Promise<FoundDevice[]> {
  const { rows } = await listDevices(graph, mostListed);
  return rows.map((device) => ({ ...device, route: { via: 'managed' } }));
}

const folded = (text: string) => text.normalize('NFC').toLowerCase().trim();
const bare = (text: string) => folded(text).replaceAll(/\s/g, '');

const inList = (devices: readonly FoundDevice[], said: string) =>
  devices.filter(
    ({ name, serial, user }) =>
      folded(name) === folded(said) ||
      (serial !== null && bare(serial) === bare(said)) ||
      folded(user ?? '') === folded(said),
  );

/** Names begin alike more often than they end alike: whatever shares the beginning is looked through. */
const sharedLetters = 4;
const mostCompared = 100;
/** More than this part of the letters wrong is another name. */
const farthest = 0.34;

async function nearest(graph: Graph, said: string, all: readonly ManagedDevice[] | null): Promise<string | null> {
  const devices = all ?? (await alike(graph, said));
  const scored = devices.map(({ name }) => ({ name, off: distance(folded(name), folded(said)) / said.length }));
  const [best] = scored.filter(({ off }) => off <= farthest).sort((a, b) => a.off - b.off);
  return best?.name ?? null;
}

async function alike(graph: Graph, said: string): Promise<ManagedDevice[]> {
  const value = said.slice(0, sharedLetters);
  if (value.length < sharedLetters) return [];
  return (await findDevices(graph, { by: 'name', value, exact: false }, mostCompared)).rows;
}
