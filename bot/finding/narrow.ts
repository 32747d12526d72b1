import { calledBy, type Found, type FoundDevice, mostMeant } from './devices.ts';

/** `among`: sets of devices that all have to hold it. */
export type Narrow = { words: string | null; among: readonly Found[] };

/** What is left when everything that was said holds at once; only then it is cut to what a person can take. */
export function narrowed(found: Found, { words, among }: Narrow): Found {
  const both = heldByAll(found.devices, among);
  const called = words === null ? { devices: both, match: 'exact' as const } : calledAmong(both, words);
  const parts = [found, called, ...among];
  return {
    kind: 'found',
    match: parts.some(({ match }) => match === 'near') ? 'near' : 'exact',
    devices: called.devices.slice(0, mostMeant),
    more: [found, ...among].some(({ more }) => more) || called.devices.length > mostMeant,
  };
}

export function heldByAll<T extends { id: string }>(devices: readonly T[], among: readonly Found[]): T[] {
  const sets = among.map((one) => new Set(one.devices.map(({ id }) => id)));
  return devices.filter(({ id }) => sets.every((ids) => ids.has(id)));
}

/** Whoever names one exactly does not mean those that are only called alike. */
function calledAmong(devices: readonly FoundDevice[], words: string): Pick<Found, 'match' | 'devices'> {
  const called = Map.groupBy(devices, (device) => calledBy(device, words));
  const exact = called.get('exact') ?? [];
  return exact.length > 0 ? { match: 'exact', devices: exact } : { match: 'near', devices: called.get('near') ?? [] };
}
