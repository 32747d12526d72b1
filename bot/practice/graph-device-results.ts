import { itemsOf, payloadOf, type Standing, standingOf } from './graph-device-life.ts';
import type { InventedDevice } from './graph-devices.ts';
import type { Row } from './graph-lists.ts';
import type { PayloadKind } from './graph-payload-samples.ts';
import type { DeviceLife, Item } from './graph-world.ts';

type Looked = { item: Item; standing: Standing };
type Of = { device: InventedDevice; life: DeviceLife | null; foundAt: string };

/** `deviceActionResults` of one device: something older of another kind first, then what became of the latest action. */
export function resultsOf({ device, life, foundAt }: Of, now: Date): Row[] {
  const older = device.platform === 'apple' ? [locatedAt(new Date(Date.parse(foundAt) - 3 * dayMs))] : [];
  if (!life) return older;
  const looked = itemsOf(device, life, now).map((item) => ({ item, standing: standingOf(device, item, now) }));
  const times = [life.startedAt, ...looked.map(({ standing }) => standing.changedAt.toISOString())];
  const result = {
    actionName: life.vocabulary,
    actionState: stateOf(device, looked),
    startDateTime: life.startedAt,
    lastUpdatedDateTime: times.toSorted().at(-1),
  };
  return [...older, { ...result, ...spelt(life, looked) }];
}

const dayMs = 24 * 3_600_000;

function locatedAt(at: Date): Row {
  return {
    '@odata.type': '#microsoft.graph.locateDeviceActionResult',
    ...{ actionName: 'locateDevice', actionState: 'done' },
    startDateTime: at.toISOString(),
    lastUpdatedDateTime: new Date(at.getTime() + 90_000).toISOString(),
    deviceLocation: { latitude: 59.91, longitude: 10.75, horizontalAccuracy: 35 },
  };
}

function stateOf(device: InventedDevice, looked: readonly Looked[]): string {
  if (!device.supported) return 'notSupported';
  const words = looked.map(({ standing }) => standing.status);
  if (words.some((word) => word === 'initiated' || word === 'inProgress')) {
    return words.some((word) => word !== 'initiated' && word !== 'inProgress') ? 'active' : 'pending';
  }
  return words.includes('error') ? 'failed' : 'done';
}

/** The same under the action's two names (graph-contract 1.3 and 1.4). */
function spelt({ vocabulary }: DeviceLife, looked: readonly Looked[]): Row {
  const type = `#microsoft.graph.${vocabulary}ActionResult`;
  if (vocabulary === 'syncPayloads') return { '@odata.type': type, deviceActionPayloads: looked.map(asPayload) };
  return { '@odata.type': type, deviceAssignmentItems: looked.map(asAssignment) };
}

function asPayload({ item, standing }: Looked): Row {
  const { status, failure, changedAt } = standing;
  return {
    ...{ payloadId: item.id, payloadType: item.kind, displayName: payloadOf(item)?.name ?? null },
    ...{ intent: item.intent, status: status === 'initiated' ? 'inProgress' : status },
    ...{ detail: failure?.detail ?? null, errorCode: failure?.code ?? '0' },
    lastModifiedDateTime: changedAt.toISOString(),
  };
}

function asAssignment({ item, standing }: Looked): Row {
  const { status, failure, changedAt } = standing;
  const payload = payloadOf(item);
  return {
    ...{ itemId: item.id, itemType: item.kind, itemDisplayName: payload?.name ?? null },
    itemSubTypeDisplayName: payload ? subType(payload) : null,
    ...{ assignmentItemActionIntent: item.intent, assignmentItemActionStatus: status },
    ...{ intentActionMessage: failure?.detail ?? null, errorCode: failure?.code ?? '0' },
    ...{ lastActionDateTime: item.since, lastModifiedDateTime: changedAt.toISOString() },
  };
}

const subTypes: readonly (readonly [RegExp, string])[] = [
  [/wifi/i, 'wiFi'],
  [/vpn/i, 'vpn'],
  [/certificate/i, 'certificate'],
  [/email/i, 'email'],
];

function subType({ kind, type }: { kind: PayloadKind; type: string | null }): string | null {
  if (kind === 'deviceManagementConfigurationPolicy') return 'settingsCatalog';
  return subTypes.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? type;
}

/** JSON with its error codes as numbers: here they are texts, because they may be beyond what a number holds exactly. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/"errorCode":"(-?\d+)"/g, '"errorCode":$1');
