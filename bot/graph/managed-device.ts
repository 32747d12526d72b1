import { z } from 'zod';
import { moment } from './moments.ts';
import { id, text, wordOf } from './texts.ts';

export type ManagedDevice = {
  id: string;
  name: string;
  /** User principal name. */
  user: string | null;
  userId: string | null;
  userName: string | null;
  serial: string | null;
  os: string;
  osVersion: string | null;
  model: string | null;
  owner: 'company' | 'personal' | 'unknown';
  /** The service's word for how it is managed, such as `mdm`. */
  agent: string;
  lastSyncAt: Date | null;
  /** A fresh device checks in more often. */
  enrolledAt: Date | null;
};

/** What a device is asked for: all that a person tells it by, and no more. */
export const deviceFields = [
  'id',
  'deviceName',
  'userPrincipalName',
  'userId',
  'userDisplayName',
  'serialNumber',
  'operatingSystem',
  'osVersion',
  'model',
  'managedDeviceOwnerType',
  'managementAgent',
  'lastSyncDateTime',
  'enrolledDateTime',
] as const;

/** A device without a primary user has nothing there, or the id of nobody. */
const person = text.transform((value) => (value === '00000000-0000-0000-0000-000000000000' ? null : value));

const row = z.object({
  id,
  deviceName: text,
  userPrincipalName: text,
  userId: person,
  userDisplayName: text,
  serialNumber: text,
  operatingSystem: text,
  osVersion: text,
  model: text,
  managedDeviceOwnerType: wordOf(['company', 'personal']),
  managementAgent: text,
  lastSyncDateTime: moment,
  enrolledDateTime: moment,
});

export const managedDevice = row.transform(
  (found): ManagedDevice => ({
    id: found.id,
    name: found.deviceName ?? found.serialNumber ?? found.id,
    user: found.userPrincipalName,
    userId: found.userId,
    userName: found.userDisplayName,
    serial: found.serialNumber,
    os: found.operatingSystem ?? 'unknown',
    osVersion: found.osVersion,
    model: found.model,
    owner: found.managedDeviceOwnerType,
    agent: found.managementAgent ?? 'unknown',
    lastSyncAt: found.lastSyncDateTime,
    enrolledAt: found.enrolledDateTime,
  }),
);
