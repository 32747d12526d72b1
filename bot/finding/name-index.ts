import { distance } from 'fastest-levenshtein';
import { folded } from '../graph/texts.ts';
import { type FoundDevice, unique } from './devices.ts';

/** A tenant's devices by all that a line of a list may call them. */
export type NameIndex = {
  called(said: string): FoundDevice[];
  /** The names that begin as this does. */
  alike(said: string): readonly string[];
};

/** Names begin alike more often than they end alike: whatever shares the beginning is looked through. */
export const sharedLetters = 4;
const beginningOf = (text: string) => folded(text).slice(0, sharedLetters);

/** Each device is looked at once, so that a thousand lines do not look at thousands of devices each. */
export function indexOf(devices: readonly FoundDevice[]): NameIndex {
  const called = grouped(devices.flatMap((device) => keysOf(device).map((key) => [key, device] as const)));
  const alike = grouped(devices.map(({ name }) => [beginningOf(name), name] as const));
  return {
    called: (said) => unique(keysSaid(said).flatMap((key) => called.get(key) ?? [])),
    alike: (said) => alike.get(beginningOf(said)) ?? [],
  };
}

function grouped<T>(entries: readonly (readonly [string, T])[]): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const [key, one] of entries) {
    const known = all.get(key);
    if (known) known.push(one);
    else all.set(key, [one]);
  }
  return all;
}

const bare = (text: string) => folded(text).replaceAll(/\s/g, '');

function keysOf({ name, serial, user }: FoundDevice): string[] {
  const byName = `name ${folded(name)}`;
  return [byName, serial === null ? [] : `serial ${bare(serial)}`, user === null ? [] : `user ${folded(user)}`].flat();
}

const keysSaid = (said: string) => [`name ${folded(said)}`, `serial ${bare(said)}`, `user ${folded(said)}`];

/** More than this part of the letters wrong is another name. */
const farthest = 0.34;

export function nearestIn(names: readonly string[], said: string): string | null {
  const wanted = folded(said);
  const most = farthest * said.length;
  const near = names.filter((name) => Math.abs(name.length - said.length) <= most + 1);
  const scored = near.map((name) => ({ name, off: distance(folded(name), wanted) }));
  const [best] = scored.filter(({ off }) => off <= most).sort((a, b) => a.off - b.off);
  return best?.name ?? null;
}
