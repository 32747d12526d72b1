import { deviceList, shownDevice } from './graph-device-routes.ts';
import type { InventedDevice } from './graph-devices.ts';
import { getList, type Row, selected } from './graph-lists.ts';
import { getOne, type Route, type Routed } from './graph-router.ts';
import type { Intune } from './graph-world.ts';
import { guidOf } from './people.ts';

export const scriptFamilies = ['deviceHealthScripts', 'deviceManagementScripts', 'deviceComplianceScripts'] as const;
export type ScriptFamily = (typeof scriptFamilies)[number];

type Script = { id: string; name: string };

const named = (...names: string[]): Script[] => names.map((name) => ({ name, id: guidOf(`script ${name}`) }));

/** Scripts of Windows laptops, the only devices they run on. */
const scripts: Record<ScriptFamily, readonly Script[]> = {
  deviceHealthScripts: named('Stale certificates', 'Time service'),
  deviceManagementScripts: named('Map drives', 'Remove old VPN'),
  deviceComplianceScripts: named('Disk space'),
};

export const scriptRoutes = (intune: Intune): Route[] => scriptFamilies.flatMap((family) => routesOf(intune, family));

function routesOf(intune: Intune, family: ScriptFamily): Route[] {
  const path = `/deviceManagement/${family}`;
  const rowOf = (script: Script) => scriptRow(family, script);
  return [
    getList(path, () => ({ things: scripts[family], rowOf })),
    getList(`${path}/{}/deviceRunStates`, (routed) => {
      const script = scriptOf(family, routed.keys[0]);
      return (
        script && {
          things: targetsOf(intune),
          rowOf: (device: InventedDevice) => stateRow(intune, routed, { family, script, device }),
        }
      );
    }),
    getOne(`${path}/{}/deviceRunStates/{}/managedDevice`, (routed) =>
      shownDevice(intune, routed, stateDevice(intune, family, routed.keys)),
    ),
  ];
}

const targetsOf = (intune: Intune) => intune.devices().filter(({ platform }) => platform === 'windows');

const scriptOf = (family: ScriptFamily, id = '') =>
  scripts[family].find((each) => each.id === id.toLowerCase()) ?? null;

/** The device of a run state: its id joins the script's and the device's. */
export function stateDevice(
  intune: Intune,
  family: ScriptFamily,
  [scriptId = '', stateId = '']: readonly string[],
): InventedDevice | null {
  const script = scriptOf(family, scriptId);
  const [first, deviceId = ''] = stateId.split(':');
  return script && first?.toLowerCase() === script.id ? targetIn(intune, deviceId) : null;
}

function targetIn(intune: Intune, id: string): InventedDevice | null {
  const device = intune.device(id);
  return device?.platform === 'windows' ? device : null;
}

function scriptRow(family: ScriptFamily, { id, name }: Script): Row {
  const own = {
    deviceHealthScripts: { publisher: 'Contoso', isGlobalScript: false, detectionScriptContent: 'ZXhpdCAw' },
    deviceManagementScripts: { fileName: `${name.toLowerCase().replaceAll(' ', '-')}.ps1`, scriptContent: 'ZXhpdCAw' },
    deviceComplianceScripts: { publisher: 'Contoso', detectionScriptContent: 'ZXhpdCAw' },
  };
  return { id, displayName: name, description: null, runAsAccount: 'system', ...own[family] };
}

type Of = { family: ScriptFamily; script: Script; device: InventedDevice };

function stateRow(intune: Intune, routed: Routed, { family, script, device }: Of): Row {
  const failed = (Number.parseInt(device.id.slice(0, 4), 16) + script.name.length) % 4 === 0;
  const [word, at] = [failed ? 'fail' : 'success', '2026-01-12T06:30:00Z'];
  const own = {
    deviceHealthScripts: { detectionState: word, remediationState: failed ? 'remediationFailed' : 'skipped' },
    deviceManagementScripts: { runState: word, errorCode: failed ? -2016281112 : 0, resultMessage: '' },
    deviceComplianceScripts: { detectionState: word, scriptError: null },
  };
  const row = { id: `${script.id}:${device.id}`, lastStateUpdateDateTime: at, ...own[family] };
  return { ...row, ...expandedDevice(intune, routed, device) };
}

/** `$expand=managedDevice($select=id,deviceName)` saves a request for each row (graph-contract 4.3). */
function expandedDevice(intune: Intune, { at, query }: Routed, device: InventedDevice): Row {
  const options = /\bmanagedDevice\b(?:\(\$select=([\w,]+)\))?/.exec(query.get('$expand') ?? '');
  if (!options) return {};
  const asked = new URLSearchParams(options[1] ? { $select: options[1] } : {});
  return { managedDevice: selected(deviceList(intune, at, []).rowOf(device), asked) };
}
