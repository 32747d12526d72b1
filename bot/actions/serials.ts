import type { Graph } from '../graph/client.ts';
import { type AutopilotDevice, autopilotDevicesOf } from '../graph/windows-autopilot-device-identities.ts';
import { type SerialRead, type SerialStanding, serialStandings } from './serial-standing.ts';

/** Reads only. What is asked at once goes out together. */
export const readSerials = (graph: Graph, serials: readonly string[]): Promise<SerialRead[]> =>
  Promise.all(serials.map((serial) => readSerial(graph, serial)));

export async function readSerial(graph: Graph, serial: string): Promise<SerialRead> {
  const { rows, more } = await autopilotDevicesOf(graph, serial);
  const [worst] = rows.map(readFrom(serial)).sort((a, b) => rankOf(a) - rankOf(b));
  // Not found in so long a list that its end was not reached is not known to be missing.
  return worst ?? { serial, standing: more ? 'unknown' : 'unregistered', enrollment: 'unknown' };
}

const rankOf = ({ standing }: SerialRead) => serialStandings.indexOf(standing);

const readFrom =
  (serial: string) =>
  ({ profile, enrollment }: AutopilotDevice): SerialRead => ({ serial, standing: standingOf[profile], enrollment });

const standingOf: Record<AutopilotDevice['profile'], SerialStanding> = {
  unknown: 'unknown',
  assignedInSync: 'ready',
  // What the service says of nearly every device whose profile is assigned.
  assignedUnkownSyncState: 'ready',
  assignedOutOfSync: 'out-of-sync',
  notAssigned: 'not-assigned',
  pending: 'pending',
  failed: 'failed',
};
