import {
  type DeviceModel,
  type DeviceSample,
  deviceSamples,
  type Mishap,
  type ModelName,
  models,
  otherUsers,
} from './graph-device-samples.ts';
import { findPractisingPerson, guidOf } from './people.ts';

export type InventedUser = { id: string; name: string; upn: string };

export type InventedDevice = DeviceModel & {
  id: string;
  name: string;
  serial: string;
  user: InventedUser | null;
  /** Counted back from when the tenant was invented; null: never. */
  lastSyncMinutes: number | null;
  /** Switched off, so it never checks in. */
  silent: boolean;
  mishap: Mishap | null;
};

const usualCount = 64;

/** The same ones every time: those with a story, and as many more as it takes. */
export function inventDevices(count = usualCount): readonly InventedDevice[] {
  const others = Array.from({ length: Math.max(0, count - deviceSamples.length) }, (_, index) => otherSample(index));
  return [...deviceSamples, ...others].slice(0, count).map(deviceFrom);
}

const fleet: readonly (readonly [ModelName, string])[] = [
  ...Array.from({ length: 7 }, () => ['iPad', 'IPAD'] as const),
  ['iPhone', 'PHONE'],
  ['pixel', 'PIXEL'],
  ['laptop', 'LT'],
];

/** Of a few dozen some are silent and some go wrong, as in any fleet. */
function otherSample(index: number): DeviceSample {
  const [model, prefix] = fleet[index % fleet.length] ?? ['iPad', 'IPAD'];
  const mishap = mishapOf(index);
  return {
    model,
    name: `${prefix}-${String(1001 + index)}`,
    user: otherUsers[index % otherUsers.length] ?? null,
    ...(index % 13 === 12 ? { silentDays: 9 + (index % 30) } : {}),
    ...(mishap ? { mishap } : {}),
  };
}

const mishaps: Readonly<Record<number, Mishap>> = {
  3: { payload: 'Root CA', failure: 'ownError', once: true },
  15: { payload: 'Root CA', failure: 'locked', once: true },
  24: { payload: 'Wi-Fi Corp', failure: 'invalid', once: false },
};

const mishapOf = (index: number): Mishap | null => mishaps[index % 36] ?? null;

const minutesPerDay = 24 * 60;

function deviceFrom(sample: DeviceSample, index: number): InventedDevice {
  const { name, model, user, silentDays, mishap = null } = sample;
  const id = guidOf(`device ${index} ${name}`);
  const silent = silentDays !== undefined;
  return {
    ...models[model],
    ...{ id, name, silent, mishap },
    serial: sample.serial ?? serialFrom(id),
    user: user === null ? null : userNamed(user),
    // Far enough from the eight hours in which a device checks in by itself for an hour's practice to be calm.
    lastSyncMinutes: silentDays === 'never' ? null : silent ? silentDays * minutesPerDay : 4 + ((index * 37) % 240),
  };
}

const serialFrom = (id: string) => `F9${id.replaceAll('-', '').slice(0, 8).toUpperCase()}`;

export function userNamed(name: string): InventedUser {
  const { aadObjectId: id } = findPractisingPerson(name);
  return { id, name, upn: `${accountOf(name)}@contoso.example` };
}

/** Accounts are in Latin letters; whose name has none gets a number. */
function accountOf(name: string): string {
  const latin = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z' ]/g, '')
    .replaceAll("'", '')
    .trim();
  return latin === '' ? `user.${guidOf(name).slice(0, 4)}` : latin.replaceAll(/ +/g, '.');
}
