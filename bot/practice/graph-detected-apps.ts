import { deviceList } from './graph-device-routes.ts';
import type { InventedDevice } from './graph-devices.ts';
import { getList, type Row } from './graph-lists.ts';
import type { Route } from './graph-router.ts';
import type { Intune } from './graph-world.ts';
import { guidOf } from './people.ts';

type DetectedApp = { id: string; name: string; platform: InventedDevice['platform']; word: string };

const app = (name: string, platform: DetectedApp['platform'], word: string): DetectedApp => ({
  ...{ name, platform, word, id: guidOf(`detected ${platform} ${name}`).replaceAll('-', '') },
});

const apps: readonly DetectedApp[] = [
  app('7-Zip', 'windows', 'windows'),
  app('Adobe Reader', 'windows', 'windows'),
  app('Zoom', 'windows', 'windows'),
  app('Outlook', 'apple', 'ios'),
  app('Field Maps', 'apple', 'ios'),
  app('Chrome', 'android', 'androidDedicatedAndFullyManaged'),
  app('Terminal', 'mac', 'macOS'),
];

const one = '/deviceManagement/managedDevices/{}/detectedApps';

/** Which apps were found where: every third device of a platform lacks one. */
export function detectedAppRoutes(intune: Intune): Route[] {
  const rowOf = (found: DetectedApp): Row =>
    rowFor(found, intune.devices().filter((device) => has(device, found)).length);
  return [
    getList('/deviceManagement/detectedApps', () => ({ things: apps, rowOf })),
    getList('/deviceManagement/detectedApps/{}/managedDevices', ({ keys: [id = ''], at }) => {
      const found = apps.find((each) => each.id === id.toLowerCase());
      return found
        ? deviceList(
            intune,
            at,
            intune.devices().filter((device) => has(device, found)),
          )
        : null;
    }),
    getList(one, ({ keys: [id = ''] }) => {
      const device = intune.device(id);
      return device && { things: apps.filter((each) => has(device, each)), rowOf };
    }),
  ];
}

export const hasApp = (device: InventedDevice, appId: string): boolean =>
  apps.some((each) => each.id === appId.toLowerCase() && has(device, each));

const has = (device: InventedDevice, { id, platform }: DetectedApp): boolean =>
  device.platform === platform &&
  (Number.parseInt(device.id.slice(0, 4), 16) + Number.parseInt(id.slice(0, 4), 16)) % 3 > 0;

const rowFor = ({ id, name, word }: DetectedApp, deviceCount: number): Row => ({
  ...{ id, displayName: name, platform: word, deviceCount, version: '24.1.0', publisher: 'Contoso', sizeInByte: 0 },
});
