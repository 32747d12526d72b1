import type { InventedDevice } from './graph-devices.ts';
import type { Row } from './graph-lists.ts';

/** How Graph writes that there was none. */
const never = '0001-01-01T00:00:00Z';
export const stamp = (at: Date | null): string => at?.toISOString() ?? never;

/** A managedDevice as a list has it; who has no user has empty texts. */
export function deviceRow(device: InventedDevice, lastSyncAt: Date | null): Row {
  const { id, name, user, platform, owner, agent } = device;
  return {
    ...{ id, deviceName: name, managedDeviceName: `${name}_${agent}` },
    ...{ userId: user?.id ?? '', userPrincipalName: user?.upn ?? '', userDisplayName: user?.name ?? '' },
    ...{ emailAddress: user?.upn ?? '', serialNumber: device.serial },
    ...{ operatingSystem: device.os, osVersion: device.osVersion },
    ...{ model: device.model, manufacturer: device.manufacturer, deviceType: device.deviceType },
    ...{ managedDeviceOwnerType: owner, ownerType: owner, managementAgent: agent, managementState: 'managed' },
    deviceEnrollmentType: device.enrollment,
    complianceState: device.silent ? 'noncompliant' : 'compliant',
    lastSyncDateTime: stamp(lastSyncAt),
    enrolledDateTime: '2025-09-01T08:00:00Z',
    azureADDeviceId: id.replace(/^.{8}/, '00000000'),
    isSupervised: platform === 'apple',
    isEncrypted: true,
    deviceRegistrationState: 'registered',
    // A list has it empty, whatever there is (graph-contract 0.3).
    deviceActionResults: [],
  };
}
