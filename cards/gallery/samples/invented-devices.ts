import type { DeviceLabel } from '../../device-label.ts';
import type { PayloadLabel } from '../../payload-label.ts';
import { ago, hostileNames, now } from './invented.ts';

export const draft = 'draft-7';
const day = 24 * 60;

export const ipad: DeviceLabel = {
  id: '5f0c7ad1-0000-4000-8000-000000000007',
  name: 'IPAD-07',
  model: 'iPad Air (5th generation)',
  serial: 'DMPX 3K4L Q1GC',
  user: 'maria.keller@contoso.example',
  lastSyncAt: ago(5),
  silent: false,
};
export const silentIpad: DeviceLabel = {
  ...ipad,
  id: '5f0c7ad1-0000-4000-8000-000000000008',
  name: 'IPAD-08',
  serial: 'DMPX9999T2ZZ',
  lastSyncAt: ago(41 * day),
  silent: true,
};
export const laptop: DeviceLabel = {
  ...ipad,
  id: '5f0c7ad1-0000-4000-8000-000000000388',
  name: 'LT-0388',
  model: 'Surface Laptop 5',
  serial: '0F00X1',
  user: 'jon@contoso.example',
  lastSyncAt: ago(9 * 60),
};
export const neverSeen: DeviceLabel = {
  ...ipad,
  id: 'never',
  name: 'TAB-22',
  user: null,
  serial: null,
  lastSyncAt: null,
};

const long = 'Konferenzraum-Tablet der Geschäftsführung, Standort Neubrandenburg, 3. Obergeschoss, Raum 3.117, '.repeat(
  3,
);
/** As long as Intune lets a name be. */
export const longest = (number: number) => `${long.slice(0, 250)} ${String(number).padStart(4, '0')}`;

export const longDevice = (number: number): DeviceLabel => ({
  ...ipad,
  id: `5f0c7ad1-0000-4000-8000-${String(number).padStart(12, '0')}`,
  name: longest(number),
  model: 'Lenovo Tab P12 Pro 5G with a keyboard, a pen and a stand (2nd generation)',
  user: 'maximiliane.wolfeschlegelsteinhausenbergerdorff@contoso.onmicrosoft.example',
  lastSyncAt: ago(200 * day),
  silent: true,
});

export const many = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

export const hostileDevices: DeviceLabel[] = Object.values(hostileNames).map((name, index) => ({
  ...ipad,
  id: `hostile-${index}`,
  name,
  model: name,
  user: name,
}));

export const mail: PayloadLabel = { name: 'Mail profile', kind: 'email' };
export const vpn: PayloadLabel = { name: 'VPN Berlin', kind: 'vpn' };
export const wifi: PayloadLabel = { name: 'Wi-Fi Corp', kind: 'wifi' };
export const rootCertificate: PayloadLabel = { name: 'Root CA', kind: 'certificate' };
export const outlook: PayloadLabel = { name: 'Microsoft Outlook', kind: 'app' };
export const longPayload = (number: number): PayloadLabel => ({ name: longest(number), kind: 'catalog' });
export const hostilePayloads: PayloadLabel[] = Object.values(hostileNames).map((name) => ({ name, kind: 'profile' }));

const hour = 60 * 60_000;
/** Eight to twenty-four hours from now (graph-contract 1.6). */
export const back = { from: new Date(now.getTime() + 8 * hour), to: new Date(now.getTime() + 24 * hour) };
export const onIpad = { names: [ipad.name], count: 1 };
export const onMany = { names: many(10, (number) => `IPAD-${String(number).padStart(2, '0')}`), count: 38 };
export const onLongest = { names: many(10, longest), count: 2_000 };
