import { refused, type Told } from './graph-asked.ts';
import { lastSyncOf } from './graph-device-life.ts';
import { resultsOf } from './graph-device-results.ts';
import { deviceRow, stamp } from './graph-device-row.ts';
import type { InventedDevice } from './graph-devices.ts';
import { type Filterable, filtered } from './graph-filter.ts';
import { contextOf, type List, listTold, type Row, selected } from './graph-lists.ts';
import { getOne, type Route, type Routed } from './graph-router.ts';
import type { Intune } from './graph-world.ts';

const all = '/deviceManagement/managedDevices';
const comanaged = '/deviceManagement/comanagedDevices';

export const isComanaged = ({ agent }: InventedDevice): boolean => agent === 'configurationManagerClientMdm';

/** Lists of devices, and one device by its id. */
export function deviceRoutes(intune: Intune): Route[] {
  return [
    devicesRoute(intune, all, () => intune.devices()),
    devicesRoute(intune, comanaged, () => intune.devices().filter(isComanaged)),
    devicesRoute(intune, '/users/{}/managedDevices', ({ keys: [who = ''] }) =>
      intune.devices().filter((device) => isOf(device, who)),
    ),
    getOne(`${all}/{}`, (routed) => shownDevice(intune, routed, intune.device(routed.keys[0] ?? ''))),
    getOne(`${comanaged}/{}`, (routed) => {
      const device = intune.device(routed.keys[0] ?? '');
      return shownDevice(intune, routed, device && isComanaged(device) ? device : null);
    }),
  ];
}

/** By the id or the account of a user. */
export const isOf = ({ user }: InventedDevice, who: string): boolean =>
  user !== null && [user.id, user.upn].includes(who.toLowerCase());

const devicesRoute = (
  intune: Intune,
  template: string,
  devices: (routed: Routed) => readonly InventedDevice[],
): Route => ({
  method: 'GET',
  template,
  answer: (routed) => devicesTold(intune, routed, devices(routed)),
});

function devicesTold(intune: Intune, routed: Routed, devices: readonly InventedDevice[]): Told {
  const lookAt = filterableAt(intune, routed.at);
  const kept = filtered(devices, routed.query.get('$filter'), lookAt);
  return kept === 'bad' ? refused(400) : listTold(routed, deviceList(intune, routed.at, kept.things));
}

export const deviceList = (intune: Intune, at: Date, things: readonly InventedDevice[]): List<InventedDevice> => ({
  things,
  rowOf: (device) => deviceRow(device, lastSync(intune, device, at)),
});

const filterableAt =
  (intune: Intune, at: Date) =>
  (device: InventedDevice): Filterable => ({
    deviceName: device.name,
    serialNumber: device.serial,
    userPrincipalName: device.user?.upn ?? '',
    operatingSystem: device.os,
    // Asked for rarely, and worked out from all that happened.
    get lastSyncDateTime() {
      return stamp(lastSync(intune, device, at));
    },
  });

const lastSync = (intune: Intune, device: InventedDevice, at: Date) =>
  lastSyncOf(device, { foundAt: intune.world().foundAt, life: lifeOf(intune, device) }, at);

const lifeOf = (intune: Intune, { id }: InventedDevice) => intune.world().lives[id] ?? null;

/** One device by itself: only here its action results are filled (graph-contract 0.3). */
export function shownDevice(intune: Intune, routed: Routed, device: InventedDevice | null): Row | null {
  if (!device) return null;
  const { at, query } = routed;
  const { foundAt } = intune.world();
  const row = {
    ...deviceRow(device, lastSync(intune, device, at)),
    deviceActionResults: resultsOf({ device, foundAt, life: lifeOf(intune, device) }, at),
  };
  return { ...contextOf(routed), ...selected(row, query) };
}
