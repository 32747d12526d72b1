import type { Graph } from '../graph/client.ts';
import type { DetectedApp } from '../graph/detected-apps.ts';
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
import { comanagedCalled, devicesCalled, devicesOf, everyComanaged, type Found, type FoundDevice } from './devices.ts';
import { heldByAll, narrowed } from './narrow.ts';

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
  if (comanaged) return coManaged(graph, wanted);
  if (user !== null) return narrowed(await devicesOf(graph, user), { words, among: [] });
  return devicesCalled(graph, words ?? '');
}

async function coManaged(graph: Graph, { words, user }: Wanted): Promise<Found> {
  if (user === null && words !== null) return narrowed(await comanagedCalled(graph, words), { words, among: [] });
  const [all, among] = await Promise.all([everyComanaged(graph), amongOf(graph, { user, comanaged: false })]);
  return narrowed(all, { words, among });
}

/** What else was said, each as the devices of which it is true. */
async function amongOf(graph: Graph, { user, comanaged }: Pick<Wanted, 'user' | 'comanaged'>): Promise<Found[]> {
  const asked = [...(user === null ? [] : [devicesOf(graph, user)]), ...(comanaged ? [everyComanaged(graph)] : [])];
  return Promise.all(asked);
}

async function byApp(graph: Graph, wanted: Wanted & { app: string }): Promise<FindAnswer> {
  const apps = await appsCalled(graph, wanted.app);
  if ('kind' in apps) return apps;
  const [{ devices, more }, among] = await Promise.all([devicesWithApps(graph, apps), amongOf(graph, wanted)]);
  const route: DeviceRoute = { via: wanted.comanaged ? 'comanaged' : 'managed' };
  const routed = devices.map((device) => ({ ...device, route }));
  return narrowed({ kind: 'found', match: 'exact', devices: routed, more }, { words: wanted.words, among });
}

type ByScript = Wanted & { script: { name: string; failed: boolean } };

async function byScript(graph: Graph, wanted: ByScript): Promise<FindAnswer> {
  const found = await scriptRuns(graph, wanted.script);
  if (found.kind !== 'runs') return found;
  const apps = wanted.app === null ? null : await appsCalled(graph, wanted.app);
  if (apps && 'kind' in apps) return apps;
  const [withApp, others] = await Promise.all([withAnyOf(graph, apps), amongOf(graph, wanted)]);
  const among = [...(withApp ? [withApp] : []), ...others];
  // What a device is called is read only of those of which all the rest is true.
  const runs = heldByAll(
    found.runs.map((run) => ({ ...run, id: run.deviceId })),
    among,
  );
  const { devices, more } = await devicesOfRuns(graph, runs);
  const also = { user: wanted.user, appOf: new Map(withApp?.devices.map(({ id, app }) => [id, app])) };
  const routed = devices.map((device) => ({ ...device, route: longer(device, also, runs) }));
  const all: Found = { kind: 'found', match: 'exact', devices: routed, more: found.more || more };
  return narrowed(all, { words: wanted.words, among });
}

/** The devices with any version of an app, and which it is. */
async function withAnyOf(graph: Graph, apps: readonly DetectedApp[] | null) {
  return apps && ({ kind: 'found', match: 'exact', ...(await devicesWithApps(graph, apps)) } as const);
}

type Also = { user: string | null; appOf: ReadonlyMap<string, string> };

/** From a management script's device Graph also leads on by its user, or by an app on it. */
function longer(device: FoundDevice, { user, appOf }: Also, runs: readonly ScriptRun[]): DeviceRoute {
  const run = runs.find(({ deviceId }) => deviceId === device.id);
  if (run?.script.family !== 'management-script') return device.route;
  const way = { script: run.script.id, state: run.state.id };
  if (user !== null && device.userId) return { via: 'management-script-user', ...way, user: device.userId };
  const app = appOf.get(device.id);
  return app === undefined ? device.route : { via: 'management-script-app', ...way, app };
}
