import type { Graph } from '../graph/client.ts';
import type { DeviceRoute } from '../graph/device-routes.ts';
import { readPayloadResult, type SeenItem } from '../graph/payload-results.ts';
import { baselineOf } from './payload-set.ts';

/** What is off a device now, and how each of these items stands. */
export async function removedFrom(
  graph: Graph,
  device: { id: string; route: DeviceRoute },
  now: Date,
): Promise<{ items: SeenItem[]; startedAt: Date | null }> {
  const read = await readPayloadResult(graph, device.route, device.id);
  const { removed, startedAt } = baselineOf(read, now);
  const off = new Set(removed.map(({ kind, id }) => `${kind}/${id}`));
  return { items: (read.result?.items ?? []).filter(({ kind, id }) => off.has(`${kind}/${id}`)), startedAt };
}
