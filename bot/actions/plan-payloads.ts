import type { Graph } from '../graph/client.ts';
import type { DeviceRoute } from '../graph/device-routes.ts';
import { refusalIn } from '../graph/errors.ts';
import { readPayloadResult } from '../graph/payload-results.ts';
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

/** Reads what is off each device now, and works out what it would be afterwards. Nothing is changed. */
export function planPayloads(graph: Graph, ask: PayloadAsk, now: Date): Promise<DevicePlan[]> {
  return Promise.all(ask.devices.map((device) => planOne(graph, { ask, device }, now)));
}

type One = { ask: Omit<PayloadAsk, 'devices'>; device: PayloadAsk['devices'][number] };

async function planOne(graph: Graph, { ask, device }: One, now: Date): Promise<DevicePlan> {
  try {
    const read = await readPayloadResult(graph, device.route, device.id);
    return planFor({ ask, device }, baselineOf(read, now));
  } catch (error) {
    return { kind: 'refused', device, refusal: refusalIn(error) };
  }
}

export function planFor({ ask, device }: One, baseline: PayloadBaseline): DevicePlan {
  const { removed: now } = baseline;
  const { adds, restores } = changeOf(ask.intent, device.items, now);
  const keep = [...without(without(now, restores), adds).map(named), ...adds];
  if (keep.length > mostItems) return { kind: 'too-many', device, count: keep.length };
  if (adds.length + restores.length === 0) return { kind: 'nothing-to-do', device, now };
  const wish: SetChange = { route: device.route, vocabulary: ask.vocabulary, keep, adds, restores };
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
