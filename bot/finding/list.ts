import { setImmediate } from 'node:timers/promises';
import type { Graph } from '../graph/client.ts';
import { findDevices } from '../graph/managed-devices.ts';
import { devicesNamed, everyDevice, type FoundDevice, unique } from './devices.ts';
import { indexOf, type NameIndex, nearestIn, sharedLetters } from './name-index.ts';

/** A pasted list as it was found: every name once, in the order it was written. */
export type ListFound = {
  found: FoundDevice[];
  unknown: { said: string; near: string | null }[];
  ambiguous: { said: string; devices: FoundDevice[] }[];
};

/** Up to so many names are asked for one by one; beyond, reading the whole list costs less. */
const fewNames = 60;
/** A suggestion helps with a slip; whoever sees more of them than this has pasted another list. */
const mostSuggested = 20;

type Called = { said: string; devices: FoundDevice[] };

export async function readList(graph: Graph, names: readonly string[]): Promise<ListFound> {
  const index = names.length > fewNames ? indexOf((await everyDevice(graph)).devices) : null;
  const called = index
    ? names.map((said) => ({ said, devices: index.called(said) }))
    : await Promise.all(names.map((said) => named(graph, said)));
  const lost = called.filter(({ devices }) => devices.length === 0).map(({ said }) => said);
  const first = lost.slice(0, mostSuggested);
  const near = await (index ? nearIn(index, first) : Promise.all(first.map((said) => nearAsked(graph, said))));
  return {
    found: unique(called.flatMap(({ devices }) => (devices.length === 1 ? devices : []))),
    ambiguous: called.filter(({ devices }) => devices.length > 1),
    unknown: lost.map((said, at) => ({ said, near: near[at] ?? null })),
  };
}

/** A line of a list names its device exactly, or it does not. */
async function named(graph: Graph, said: string): Promise<Called> {
  return { said, devices: (await devicesNamed(graph, said)).devices };
}

/** One comparison with thousands of names takes a while, and others wait for an answer meanwhile. */
async function nearIn(index: NameIndex, names: readonly string[]): Promise<(string | null)[]> {
  const near: (string | null)[] = [];
  for (const said of names) {
    await setImmediate();
    near.push(nearestIn(index.alike(said), said));
  }
  return near;
}

const mostCompared = 100;

async function nearAsked(graph: Graph, said: string): Promise<string | null> {
  const value = said.slice(0, sharedLetters);
  if (value.length < sharedLetters) return null;
  const { rows } = await findDevices(graph, { by: 'name', value, exact: false }, mostCompared);
  return nearestIn(
    rows.map(({ name }) => name),
    said,
  );
}
