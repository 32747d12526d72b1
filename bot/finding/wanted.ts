import type { Graph } from '../graph/client.ts';
import type { DeviceRoute } from '../graph/device-routes.ts';
import {
  appsCalled,
  devicesOfRuns,
  devicesWithApps,
  type NoSuch,
  type ScriptRun,
  scriptRuns,
  type Which,
} from './by-script.ts';
import {
  comanagedCalled,
  devicesCalled,
  devicesOf,
  type Found,
  type FoundDevice,
  isCalled,
  mostFound,
} from './devices.ts';

/** Which devices somebody means, in as many ways as they said; all of them hold at once. */
export type Wanted = {
  /** A name, serial or user, or what kind of device. */
  words: string | null;
  user: string | null;
  script: { name: string; failed: boolean } | null;
  app: string | null;
  comanaged: boolean;
};

export type FindAnswer = Found | Which | NoSuch;

/** Each way to a device is a route of its own in Graph, and its action is asked for on it (graph-contract 1.1). */
export async function findWanted(graph: Graph, wanted: Wanted): Promise<FindAnswer> {
  const { words, user, script, app, comanaged } = wanted;
  if (script) return byScript(graph, { ...wanted, script });
  if (app !== null) return byApp(graph, { ...wanted, app });
  if (comanaged) return comanagedCalled(graph, words ?? '');
  if (user !== null) return narrowed(await devicesOf(graph, user), { words });
  return devicesCalled(graph, words ?? '');
}

type Narrow = { words: string | null; ids?: ReadonlySet<string> };

function narrowed(found: Found, { words, ids }: Narrow): Found {
  const devices = found.devices.filter(
    (device) => (words === null || isCalled(device, words)) && (ids?.has(device.id) ?? true),
  );
  return { ...found, devices };
}

async function byApp(graph: Graph, { words, user, app }: Wanted & { app: string }): Promise<FindAnswer> {
  const apps = await appsCalled(graph, app);
  if ('kind' in apps) return apps;
  const [devices, theirs] = await Promise.all([devicesWithApps(graph, apps), idsOf(graph, user)]);
  return narrowed(foundOf(devices), { words, ...(theirs ? { ids: theirs } : {}) });
}

async function byScript(
  graph: Graph,
  { words, user, script, app }: Wanted & { script: { name: string; failed: boolean } },
): Promise<FindAnswer> {
  const runs = await scriptRuns(graph, script);
  if ('kind' in runs) return runs;
  const apps = app === null ? [] : await appsCalled(graph, app);
  if ('kind' in apps) return apps;
  const [devices, withApp, theirs] = await Promise.all([
    devicesOfRuns(graph, runs),
    app === null ? null : devicesWithApps(graph, apps),
    idsOf(graph, user),
  ]);
  const appOf = withApp && new Map(withApp.map((device) => [device.id, device.app]));
  const both = devices.filter(({ id }) => appOf?.has(id) ?? true);
  const routed = both.map((device) => ({
    ...device,
    route: longer(device, { user, app: appOf?.get(device.id) ?? null }, runs),
  }));
  return narrowed(foundOf(routed), { words, ...(theirs ? { ids: theirs } : {}) });
}

/** From a management script's device Graph also leads on by its user, or by an app on it. */
function longer(
  device: FoundDevice,
  also: { user: string | null; app: string | null },
  runs: readonly ScriptRun[],
): DeviceRoute {
  const run = runs.find(({ deviceId }) => deviceId === device.id);
  if (run?.script.family !== 'management-script') return device.route;
  const way = { script: run.script.id, state: run.state.id };
  if (also.user !== null && device.userId) return { via: 'management-script-user', ...way, user: device.userId };
  return also.app === null ? device.route : { via: 'management-script-app', ...way, app: also.app };
}

async function idsOf(graph: Graph, user: string | null): Promise<Set<string> | null> {
  return user === null ? null : new Set((await devicesOf(graph, user)).devices.map(({ id }) => id));
}

const foundOf = (devices: FoundDevice[]): Found => ({
  ...{ kind: 'found', match: 'exact', devices },
  more: devices.length >= mostFound,
});
