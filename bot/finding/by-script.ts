import type { Graph } from '../graph/client.ts';
import { type DetectedApp, detectedAppsNamed, devicesWithApp } from '../graph/detected-apps.ts';
import type { DeviceRoute } from '../graph/device-routes.ts';
import { type DeviceScript, type RunState, runStates, scriptsNamed } from '../graph/device-scripts.ts';
import type { Refusal } from '../graph/refusal.ts';
import { folded } from '../graph/texts.ts';
import { devicesById, everyDevice, type FoundDevice, mostFound, mostMeant, unique } from './devices.ts';

/** Several things are called so, and which is meant changes which devices are. */
export type Which = { kind: 'which'; what: 'script' | 'app'; names: string[] };
/** `refused`: what may not be looked at, where it might have been. */
export type NoSuch = { kind: 'no-such'; what: 'script' | 'app'; name: string; refused: Refusal | null };

/** A run of a script on a device, as a way to it. */
export type ScriptRun = { script: DeviceScript; state: RunState; deviceId: string };
/** `more`: there are others that were not read. */
export type ScriptRuns = { kind: 'runs'; runs: ScriptRun[]; more: boolean };
export type WithApps = { devices: (FoundDevice & { app: string })[]; more: boolean };

/** What is called exactly so, else the only one that is called nearly so. */
function chosen<T extends { name: string }>(found: readonly T[], name: string): T[] | string[] {
  const exact = found.filter((one) => folded(one.name) === folded(name));
  if (exact.length > 0) return exact;
  const names = [...new Set(found.map((one) => one.name))];
  return names.length > 1 ? names : [...found];
}

const areNames = <T>(found: T[] | string[]): found is string[] => typeof found[0] === 'string';

/** Where a script has run, or failed; a script of that name in several families is meant in all of them. */
export async function scriptRuns(
  graph: Graph,
  { name, failed }: { name: string; failed: boolean },
): Promise<ScriptRuns | Which | NoSuch> {
  const { rows, refused } = await scriptsNamed(graph, name, mostFound);
  const scripts = chosen(rows, name);
  if (scripts.length === 0) return { kind: 'no-such', what: 'script', name, refused: refused[0] ?? null };
  if (areNames(scripts)) return { kind: 'which', what: 'script', names: scripts };
  const only = failed ? 'failed' : 'all';
  const each = await Promise.all(
    scripts.map(async (script) => ({ script, ...(await runStates(graph, script, { only, most: mostMeant })) })),
  );
  return { kind: 'runs', runs: each.flatMap(runsIn), more: each.some(({ more }) => more) };
}

const runsIn = ({ script, rows }: { script: DeviceScript; rows: readonly RunState[] }): ScriptRun[] =>
  rows.flatMap((state) => (state.device ? [{ script, state, deviceId: state.device.id }] : []));

/** What a script's result tells of a device is its name only; the rest is read, of very many from the list of all. */
export async function devicesOfRuns(
  graph: Graph,
  runs: readonly ScriptRun[],
): Promise<{ devices: FoundDevice[]; more: boolean }> {
  const byId = new Map(runs.toReversed().map((run) => [run.deviceId, run]));
  const ids = [...new Set(runs.map(({ deviceId }) => deviceId))];
  const isMany = ids.length > mostFound;
  const read = isMany ? await everyDevice(graph) : { devices: await devicesById(graph, ids), more: false };
  const devices = read.devices.flatMap((device) => {
    const run = byId.get(device.id);
    return run ? [{ ...device, route: routeOf(run) }] : [];
  });
  return { devices, more: read.more && devices.length < ids.length };
}

export const routeOf = ({ script, state }: ScriptRun): DeviceRoute => ({
  via: script.family,
  script: script.id,
  state: state.id,
});

/** Every version of an app is the app. */
export async function appsCalled(graph: Graph, name: string): Promise<DetectedApp[] | Which | NoSuch> {
  const { rows } = await detectedAppsNamed(graph, name, mostFound);
  const apps = chosen(rows, name);
  if (apps.length === 0) return { kind: 'no-such', what: 'app', name, refused: null };
  return areNames(apps) ? { kind: 'which', what: 'app', names: apps } : apps;
}

export async function devicesWithApps(graph: Graph, apps: readonly DetectedApp[]): Promise<WithApps> {
  const found = await Promise.all(
    apps.map(async ({ id }) => ({ id, ...(await devicesWithApp(graph, id, mostMeant)) })),
  );
  const devices = found.flatMap(({ id, rows }) =>
    rows.map((device) => ({ ...device, route: { via: 'managed' as const }, app: id })),
  );
  return { devices: unique(devices), more: found.some(({ more }) => more) };
}
