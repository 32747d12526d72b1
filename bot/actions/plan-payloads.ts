import type { Graph } from '../graph/client.ts';
import type { DeviceRoute } from '../graph/device-routes.ts';
import { refusalIn } from '../graph/errors.ts';
import { type PayloadPlatform, readPayloadResult } from '../graph/payload-results.ts';
import type { Vocabulary } from '../graph/payload-vocabulary.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Target } from './define.ts';
import {
  baselineOf,
  mostItems,
  type PayloadBaseline,
  type RemovedItem,
  type SetChange,
  type SetItem,
  without,
} from './payload-set.ts';

export type PlannedDevice = { id: string; name: string; route: DeviceRoute };

/** What somebody wants to have taken off some devices, or put back. */
export type PayloadAsk = {
  /** `all`: whatever is off a device comes back. */
  devices: readonly (PlannedDevice & { items: readonly SetItem[] | 'all' })[];
  intent: 'remove' | 'restore';
  vocabulary: Vocabulary;
};

/** What would happen to one device, or why nothing would. */
export type DevicePlan = { device: PlannedDevice } & (
  | { kind: 'change'; target: Target; wish: SetChange; now: readonly SetItem[] }
  | { kind: 'nothing-to-do'; now: readonly SetItem[] }
  | { kind: 'too-many'; count: number }
  | { kind: 'refused'; refusal: Refusal }
);

/** What is off one device, and what the device is; or why that could not be read. */
export type SetRead =
  | { kind: 'read'; baseline: PayloadBaseline; platform: PayloadPlatform }
  | { kind: 'refused'; refusal: Refusal };

type Readable = Pick<PlannedDevice, 'id' | 'route'>;

/** Reads what is off each device now. Nothing is changed. */
export function readSets(graph: Graph, devices: readonly Readable[], now: Date): Promise<SetRead[]> {
  return Promise.all(devices.map((device) => readSet(graph, device, now)));
}

async function readSet(graph: Graph, { id, route }: Readable, now: Date): Promise<SetRead> {
  try {
    const read = await readPayloadResult(graph, route, id);
    const { os, owner, agent } = read.device;
    return { kind: 'read', baseline: baselineOf(read, now), platform: { os, owner, agent } };
  } catch (error) {
    return { kind: 'refused', refusal: refusalIn(error) };
  }
}

/** Works out what would be off each device afterwards, from what was read of it, in the same order. Pure. */
export const plansFor = ({ devices, ...ask }: PayloadAsk, sets: readonly SetRead[]): DevicePlan[] =>
  devices.flatMap((device, index) => {
    const set = sets[index];
    if (!set) return [];
    return set.kind === 'refused'
      ? { kind: 'refused', device, refusal: set.refusal }
      : planFor({ ask, device }, set.baseline);
  });

type One = { ask: Omit<PayloadAsk, 'devices'>; device: PayloadAsk['devices'][number] };

export function planFor({ ask, device }: One, baseline: PayloadBaseline): DevicePlan {
  const { removed: now } = baseline;
  const { adds, restores } = changeOf(ask.intent, device.items, now);
  const keep = [...without(without(now, restores), adds).map(named), ...adds];
  if (keep.length > mostItems) return { kind: 'too-many', device, count: keep.length };
  if (adds.length + restores.length === 0) return { kind: 'nothing-to-do', device, now };
  const { route } = device;
  const wish: SetChange = { route, vocabulary: ask.vocabulary, keep, adds, restores, since: baseline.startedAt };
  const target: Target = { kind: 'device', id: device.id, label: device.name, wish, baseline };
  return { kind: 'change', device, target, wish, now };
}

const named = ({ id, kind, name, type = null }: SetItem): SetItem => ({ id, kind, name, type });

function changeOf(
  intent: PayloadAsk['intent'],
  items: readonly SetItem[] | 'all',
  now: readonly RemovedItem[],
): { adds: SetItem[]; restores: SetItem[] } {
  if (intent === 'remove')
    return { adds: items === 'all' ? [] : without(items.map(named), standing(now)), restores: [] };
  return { adds: [], restores: (items === 'all' ? now : without(now, without(now, items))).map(named) };
}

/** What failed to go may be asked for once more. */
const standing = (now: readonly RemovedItem[]) => now.filter(({ failed }) => !failed);
