import { sightOf, sightScopes } from '../actions/sight.ts';
import type { NamedDevice, Seen } from '../watches/watch.ts';
import type { Turn } from './define.ts';
import { type Read, reading } from './reading.ts';

/** Looks of a turn are few: a watch is for what can be counted. */
export const mostDevices = 100;

type SeenDevice = NamedDevice & { seen: Seen };

/** Those that are still there, and can be seen in this person's name. */
export async function seenDevices(turn: Turn, devices: readonly NamedDevice[]): Promise<Read<SeenDevice[]>> {
  const graph = turn.desk.graphFor(turn.from, sightScopes.device);
  const reads = await Promise.all(
    devices.map(async (device) => ({
      ...device,
      read: await reading<Seen>(() => sightOf(graph, { kind: 'device', id: device.id })),
    })),
  );
  const gone = ({ read }: (typeof reads)[number]) => read.kind === 'refused' && read.refusal.kind === 'not-there';
  const refusedOne = reads.find((one) => one.read.kind === 'refused' && !gone(one));
  if (refusedOne?.read.kind === 'refused') return refusedOne.read;
  const value = reads.flatMap(({ id, label, read }) => (read.kind === 'read' ? [{ id, label, seen: read.value }] : []));
  return { kind: 'read', value };
}
