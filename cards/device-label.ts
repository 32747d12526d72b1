import { firstFew } from './first-few.ts';
import { shortened } from './kit/shorten.ts';
import type { Words } from './words/index.ts';

/** One device as a line that tells it apart from others of its name. */
export type DeviceLabel = {
  /** What is sent when it is chosen. */
  id: string;
  name: string;
  /** What it is: its model, or its system where that is not known. */
  model: string | null;
  serial: string | null;
  user: string | null;
  lastSyncAt: Date | null;
  /** Has not checked in for so long that it is most likely off. */
  silent: boolean;
};

/** As much of a name as a phone shows in two lines. */
const mostOfName = 40;
const mostOfModel = 28;
const mostOfUser = 36;

export const nameOf = (name: string) => shortened(name, mostOfName);

export const deviceLabel = (device: DeviceLabel, now: Date, words: Words): string =>
  words.row([nameOf(device.name), ...deviceDetails(device, now, words)]);

/** Everything but the name. */
export function deviceDetails(device: Omit<DeviceLabel, 'id' | 'name'>, now: Date, words: Words): string[] {
  const { model, serial, user } = device;
  return [
    ...(model ? [shortened(model, mostOfModel)] : []),
    ...(serial ? [words.say('device.serial', { end: lastFour(serial) })] : []),
    ...(user ? [shortened(user, mostOfUser)] : []),
    checkedIn(device.lastSyncAt, now, words),
    ...(device.silent ? [words.say('device.silent')] : []),
  ];
}

export const deviceChoices = (devices: readonly DeviceLabel[], now: Date, words: Words) =>
  devices.map((device) => ({ title: deviceLabel(device, now, words), value: device.id }));

export type DeviceNames = { names: readonly string[]; count: number };

/** `LT-03, IPAD-07 and 12 more` */
export function namesOf({ names, count }: DeviceNames, words: Words, most = mostNames): string {
  return firstFew({ names: names.slice(0, most).map(nameOf), count }, most, words);
}

const mostNames = 10;

/** Serials run to twenty characters, and a person compares the last ones. */
const lastFour = (serial: string) => serial.replaceAll(/\s/g, '').slice(-4);

const checkedIn = (at: Date | null, now: Date, words: Words) =>
  at ? words.say('device.checked-in', { ago: words.ago(at, now) }) : words.say('device.never');
