import type { Graph } from '../graph/client.ts';
import type { DeviceRoute } from '../graph/device-routes.ts';
import { readPayloadResult, type SeenItem } from '../graph/payload-results.ts';
import { isRemoved } from './payload-set.ts';

/** What is off a device now, and how each of these items stands. */
export async function removedFrom(
  graph: Graph,
  device: { id: string; route: DeviceRoute },
  now: Date,
): Promise<{ items: SeenItem[]; startedAt: Date | null }> {
  const { result } = await readPayloadResult(graph, device.route, device.id);
  const items = (result?.items ?? []).filter((item) => isRemoved(item, now));
  return { items, startedAt: result?.startedAt ?? null };
}
