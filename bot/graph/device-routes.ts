import { z } from 'zod';
import { key } from './odata.ts';
import { id } from './texts.ts';

const state = { script: id, state: id };

/**
 * The way to a device on which its action is asked for: each of the seven is a path of its own, and all of them end at the same
 * device (graph-contract 1.1). `state` is the id of what came of a script on one device.
 */
export const deviceRoute = z.discriminatedUnion('via', [
  z.object({ via: z.enum(['managed', 'comanaged']) }),
  z.object({ via: z.enum(['health-script', 'management-script', 'compliance-script']), ...state }),
  z.object({ via: z.literal('management-script-user'), ...state, user: id }),
  z.object({ via: z.literal('management-script-app'), ...state, app: id }),
]);
export type DeviceRoute = z.infer<typeof deviceRoute>;

/** The script families by the name of their route. */
export const scriptCollections = {
  'health-script': '/deviceManagement/deviceHealthScripts',
  'management-script': '/deviceManagement/deviceManagementScripts',
  'compliance-script': '/deviceManagement/deviceComplianceScripts',
} as const;
export type ScriptFamily = keyof typeof scriptCollections;

/** Where the device is, as seen from there; an action's name comes after it. */
export function devicePath(route: DeviceRoute, deviceId: string): string {
  const device = key(deviceId);
  switch (route.via) {
    case 'managed':
      return `/deviceManagement/managedDevices/${device}`;
    case 'comanaged':
      return `/deviceManagement/comanagedDevices/${device}`;
    case 'management-script-user':
      return `${scriptDevice('management-script', route)}/users/${key(route.user)}/managedDevices/${device}`;
    case 'management-script-app':
      return `${scriptDevice('management-script', route)}/detectedApps/${key(route.app)}/managedDevices/${device}`;
    default:
      return scriptDevice(route.via, route);
  }
}

const scriptDevice = (family: ScriptFamily, { script, state }: { script: string; state: string }) =>
  `${scriptCollections[family]}/${key(script)}/deviceRunStates/${key(state)}/managedDevice`;
