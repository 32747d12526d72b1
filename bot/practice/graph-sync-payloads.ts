import { refused, rehearsed, type Told, taken } from './graph-asked.ts';
import { hasApp } from './graph-detected-apps.ts';
import { declared, itemsOf, payloadOf } from './graph-device-life.ts';
import { isComanaged, isOf } from './graph-device-routes.ts';
import type { InventedDevice } from './graph-devices.ts';
import { namedIn } from './graph-payload-body.ts';
import type { Route, Routed } from './graph-router.ts';
import { scriptFamilies, stateDevice } from './graph-scripts.ts';
import type { Intune, PayloadRef, Vocabulary } from './graph-world.ts';

type FindDevice = (intune: Intune, keys: readonly string[]) => InventedDevice | null;

/** The ways to a device on which the action exists (graph-contract 1.1). */
const ways: readonly (readonly [template: string, find: FindDevice])[] = [
  ['/deviceManagement/managedDevices/{}', (intune, [id = '']) => intune.device(id)],
  ['/deviceManagement/comanagedDevices/{}', (intune, [id = '']) => only(intune.device(id), isComanaged)],
  ...scriptFamilies.map(
    (family) =>
      [scriptWay(family), (intune: Intune, keys: readonly string[]) => stateDevice(intune, family, keys)] as const,
  ),
  [
    `${scriptWay('deviceManagementScripts')}/users/{}/managedDevices/{}`,
    (intune, [script = '', state = '', user = '', id = '']) =>
      behindState(intune, [script, state], () => only(intune.device(id), (device) => isOf(device, user))),
  ],
  [
    `${scriptWay('deviceManagementScripts')}/detectedApps/{}/managedDevices/{}`,
    (intune, [script = '', state = '', app = '', id = '']) =>
      behindState(intune, [script, state], () => only(intune.device(id), (device) => hasApp(device, app))),
  ],
];

function scriptWay(family: string): string {
  return `/deviceManagement/${family}/{}/deviceRunStates/{}/managedDevice`;
}

const only = (device: InventedDevice | null, isMeant: (device: InventedDevice) => boolean) =>
  device && isMeant(device) ? device : null;

const behindState = (intune: Intune, keys: readonly string[], find: () => InventedDevice | null) =>
  stateDevice(intune, 'deviceManagementScripts', keys) ? find() : null;

const vocabularies: readonly Vocabulary[] = ['syncPayloads', 'changeAssignments'];

/** The write under its old and its new name; a tenant knows one of them. */
export const syncPayloadsRoutes = (intune: Intune): Route[] =>
  vocabularies.flatMap((vocabulary) =>
    ways.map(
      ([template, find]): Route => ({
        method: 'POST',
        template: `${template}/${vocabulary}`,
        answer: (routed) => answerTo(intune, routed, { vocabulary, find }),
      }),
    ),
  );

type Means = { vocabulary: Vocabulary; find: FindDevice };

function answerTo(intune: Intune, routed: Routed, { vocabulary, find }: Means): Told {
  const { forced, keys, body, at } = routed;
  const isKnown = intune.world().successor === (vocabulary === 'changeAssignments');
  if (!isKnown) return forced ?? refused(400, 'action');
  const tooMany = forced ? null : throttledAt(intune, at);
  if (tooMany) return tooMany;
  return rehearsed(forced, (flavour) => {
    const device = find(intune, keys);
    if (!device) return refused(404);
    const named = namedIn(body, vocabulary);
    if (!named?.every(isRightKind)) return refused(400);
    declare(intune, device, { named, vocabulary, fails: flavour === 'failed', now: at });
    return taken;
  });
}

/** What exists under another kind is a mistake; what does not exist at all turns out on the device. */
const isRightKind = (named: PayloadRef): boolean => (payloadOf(named)?.kind ?? named.kind) === named.kind;

export function declare(intune: Intune, device: InventedDevice, declaration: Parameters<typeof declared>[2]): void {
  const { lives } = intune.world();
  const life = declared(device, lives[device.id] ?? null, declaration);
  intune.becomes({ lives: { ...lives, [device.id]: life } });
}

/** What is declared removed on a device. */
export function removedOn(intune: Intune, deviceId: string, now: Date): PayloadRef[] {
  const [device, life] = [intune.device(deviceId), intune.world().lives[deviceId]];
  const items = device && life ? itemsOf(device, life, now) : [];
  return items.flatMap(({ id, kind, intent }) => (intent === 'remove' ? [{ id, kind }] : []));
}

function throttledAt(intune: Intune, now: Date): Told | null {
  const { throttle } = intune.world();
  const leftMs = throttle ? Date.parse(throttle.until) - now.getTime() : 0;
  if (!throttle || leftMs <= 0) return null;
  if (throttle.left > 0) {
    intune.becomes({ throttle: { ...throttle, left: throttle.left - 1 } });
    return null;
  }
  return { status: 429, retryAfter: String(Math.ceil(leftMs / 1000)), flavour: null };
}
