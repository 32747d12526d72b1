import type { ManagedDevice } from './managed-device.ts';
import { literal } from './odata.ts';
import { folded } from './texts.ts';

export type DeviceWish = { by: 'name' | 'serial' | 'user'; value: string; exact: boolean };

const fields = { name: 'deviceName', serial: 'serialNumber', user: 'userPrincipalName' } as const;

const bare = (value: string) => value.replaceAll(/\s/g, '');

/** Serials that count as the same: whoever types one thinks neither of its case nor of the groups it is printed in. */
export const spelledSerial = (value: string): string => bare(folded(value));

/** What to ask for; nothing where there is nothing to look for, because Graph answers `eq ''` with everything. */
export function filtersFor({ by, value, exact }: DeviceWish): string[] {
  // A serial is printed in groups, and stored in one piece or not.
  const values = new Set(by === 'serial' ? [value.trim(), bare(value)] : [value.trim()]);
  return [...values].filter((one) => one !== '').map((one) => filterFor({ by, value: one, exact }));
}

function filterFor({ by, value, exact }: DeviceWish): string {
  if (exact) return `${fields[by]} eq ${literal(value)}`;
  // Nothing is documented for a part of a user's name (graph-contract 4.1).
  return `${by === 'user' ? 'startswith' : 'contains'}(${fields[by]},${literal(value)})`;
}

/** Asked of every row again: Graph answers a filter that it does not know with every device (graph-contract 0.4). */
export function isWished({ by, value, exact }: DeviceWish): (device: ManagedDevice) => boolean {
  const spelt = (one: string) => (by === 'serial' ? spelledSerial(one) : folded(one));
  const wanted = spelt(value);
  return (device) =>
    textsOf({ by, exact }, device).some((one) => (exact ? spelt(one) === wanted : spelt(one).includes(wanted)));
}

function textsOf({ by, exact }: Omit<DeviceWish, 'value'>, { name, serial, user, userName }: ManagedDevice): string[] {
  if (by === 'name') return [name];
  if (by === 'serial') return [serial ?? []].flat();
  return [user ?? [], exact ? [] : (userName ?? [])].flat();
}
