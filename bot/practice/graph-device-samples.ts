import type { PayloadPlatform } from './graph-payload-samples.ts';

/** The devices that have a story of their own; the rest is made by `graph-devices.ts`. */

/** What every device of a model has in common. */
export type DeviceModel = {
  os: string;
  osVersion: string;
  model: string;
  manufacturer: string;
  deviceType: string;
  platform: PayloadPlatform;
  agent: string;
  enrollment: string;
  owner: 'company' | 'personal';
  /** Whether the action is documented for it (graph-contract 1.6). */
  supported: boolean;
};

export const models: Record<ModelName, DeviceModel> = {
  iPad: {
    ...{ os: 'iPadOS', osVersion: '18.4', model: 'iPad Air (M2)', manufacturer: 'Apple', deviceType: 'iPad' },
    ...{ platform: 'apple', agent: 'mdm', enrollment: 'appleBulkWithUser', owner: 'company', supported: true },
  },
  iPhone: {
    ...{ os: 'iOS', osVersion: '18.3.2', model: 'iPhone 15', manufacturer: 'Apple', deviceType: 'iPhone' },
    ...{ platform: 'apple', agent: 'mdm', enrollment: 'appleBulkWithUser', owner: 'company', supported: true },
  },
  pixel: {
    ...{ os: 'Android', osVersion: '15.0', model: 'Pixel 8', manufacturer: 'Google', deviceType: 'androidEnterprise' },
    ...{ platform: 'android', agent: 'googleCloudDevicePolicyController' },
    ...{ enrollment: 'androidEnterpriseFullyManaged', owner: 'company', supported: true },
  },
  kiosk: {
    ...{ os: 'Android', osVersion: '14.0', model: 'Galaxy Tab Active5', manufacturer: 'samsung' },
    ...{ deviceType: 'androidEnterprise', platform: 'android', agent: 'googleCloudDevicePolicyController' },
    ...{ enrollment: 'androidEnterpriseDedicatedDevice', owner: 'company', supported: true },
  },
  galaxy: {
    ...{ os: 'Android', osVersion: '14.0', model: 'Galaxy S23', manufacturer: 'samsung' },
    ...{ deviceType: 'androidForWork', platform: 'android', agent: 'mdm' },
    ...{ enrollment: 'userEnrollment', owner: 'personal', supported: false },
  },
  laptop: {
    ...{ os: 'Windows', osVersion: '10.0.26100.3476', model: 'Latitude 5450', manufacturer: 'Dell Inc.' },
    ...{ deviceType: 'windowsRT', platform: 'windows', agent: 'mdm', enrollment: 'windowsAzureADJoin' },
    ...{ owner: 'company', supported: false },
  },
  comanaged: {
    ...{ os: 'Windows', osVersion: '10.0.22631.5039', model: 'ThinkPad T14', manufacturer: 'LENOVO' },
    ...{ deviceType: 'windowsRT', platform: 'windows', agent: 'configurationManagerClientMdm' },
    ...{ enrollment: 'windowsCoManagement', owner: 'company', supported: false },
  },
  mac: {
    ...{ os: 'macOS', osVersion: '15.3.2', model: 'MacBook Air', manufacturer: 'Apple', deviceType: 'macMDM' },
    ...{ platform: 'mac', agent: 'mdm', enrollment: 'appleBulkWithUser', owner: 'company', supported: false },
  },
};

export type ModelName = 'iPad' | 'iPhone' | 'pixel' | 'kiosk' | 'galaxy' | 'laptop' | 'comanaged' | 'mac';

/** Codes as Intune tells them: signed, and as text, because the last one is beyond what a number holds exactly. */
export const failures = {
  locked: { code: '-2016341112', detail: 'The device is locked.' },
  busy: { code: '-2016332103', detail: 'The device is busy.' },
  ownError: { code: '-2016341109', detail: 'The device answered with an error.' },
  unanswered: { code: '-2016345704', detail: 'The device did not answer.' },
  invalid: { code: '-2016341110', detail: 'The profile is not valid on this device.' },
  notSupported: { code: '-2147024846', detail: 'The action is not supported on this platform.' },
  notFound: { code: '-2147023728', detail: 'The item is not assigned to this device.' },
  huge: { code: '9007199254740993', detail: 'The installer gave a code of its own.' },
} as const;

export type FailureName = keyof typeof failures;

/** What goes wrong with one payload on one device, whatever its kind; `once`: a repeat cures it. */
export type Mishap = { payload: string; failure: FailureName; once: boolean };

export type DeviceSample = {
  name: string;
  model: ModelName;
  /** A full name; null: nobody is its primary user. */
  user: string | null;
  serial?: string;
  /** How long it has been switched off; `never`: it has not checked in since it was enrolled. */
  silentDays?: number | 'never';
  mishap?: Mishap;
};

export const deviceSamples: readonly DeviceSample[] = [
  { name: 'IPAD-07', model: 'iPad', user: 'Maria Keller', serial: 'DMPXK1AB07' },
  { name: 'IPAD-19', model: 'iPad', user: 'Maria Keller', serial: 'DMPXK1AB19', silentDays: 41 },
  {
    name: 'IPAD-0042',
    model: 'iPad',
    user: 'Adele Vance',
    mishap: { payload: 'Mail profile', failure: 'locked', once: true },
  },
  { name: 'IPAD-ANA', model: 'iPad', user: 'Ana Ruiz' },
  { name: 'PHONE-ANA', model: 'iPhone', user: 'Ana Ruiz' },
  { name: 'IPAD-JON', model: 'iPad', user: 'Jon Vik' },
  { name: 'LT-0142', model: 'laptop', user: 'Jon Vik' },
  { name: 'FRONT-DESK', model: 'iPad', user: 'Lena Brandt', serial: 'DMPXK1FD01' },
  { name: 'FRONT-DESK', model: 'iPad', user: 'Tom Becker', serial: 'DMPXK1FD02' },
  { name: '**Lobby** _iPad_ `1`', model: 'iPad', user: 'Lena Brandt' },
  { name: '<at>Ana Ruiz</at>', model: 'iPad', user: 'Tom Becker' },
  { name: '{{DATE(2026-01-01T00:00:00Z,SHORT)}}', model: 'iPhone', user: 'Tom Becker' },
  { name: '[x](http://evil.example)', model: 'iPad', user: 'Lena Brandt' },
  { name: "O'Neill's iPad", model: 'iPad', user: "Sinead O'Neill" },
  { name: 'SCANNER-01', model: 'pixel', user: 'Tom Becker', serial: 'R58 M20 AB 31' },
  { name: 'LT-0388', model: 'laptop', user: 'Nils Holm' },
  { name: 'LT-0391', model: 'laptop', user: 'Petra Novak', silentDays: 23 },
  { name: 'LT-0402', model: 'laptop', user: 'Adele Vance', serial: '5CG 1234 XYZ' },
  { name: 'LT-0500', model: 'comanaged', user: 'Petra Novak' },
  { name: 'LT-0501', model: 'comanaged', user: "Sinead O'Neill" },
  { name: 'PIXEL-0301', model: 'pixel', user: 'Nils Holm' },
  { name: 'KIOSK-01', model: 'kiosk', user: null },
  { name: 'Galaxy of Petra', model: 'galaxy', user: 'Petra Novak' },
  { name: 'MAC-0021', model: 'mac', user: 'Mia Chen' },
  { name: 'Планшет-Склад-1', model: 'iPad', user: 'Olga Petrova' },
  { name: 'Телефон Ёлкина', model: 'iPhone', user: 'Пётр Ёлкин' },
  { name: 'IPAD-NEW', model: 'iPad', user: 'Nils Holm', silentDays: 'never' },
];

/** Whose the others are, in turn. */
export const otherUsers: readonly string[] = [
  'Adele Vance',
  'Alex Wilber',
  'Birgit Hahn',
  'Carlos Mendez',
  'Dilek Aydin',
  'Emil Sorensen',
  'Fatima Haddad',
  'Grete Lind',
  'Hugo Blanc',
  'Ines Costa',
  'Jakub Nowak',
  'Kaja Berg',
  'Lukas Weber',
  'Marta Rossi',
  'Noor Visser',
  'Oskar Friis',
  'Paula Schmidt',
  'Ravi Menon',
  'Sofia Lopez',
  'Tariq Aziz',
];
