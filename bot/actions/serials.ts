import type { Graph } from '../graph/client.ts';
import {
  type AutopilotDevice,
  autopilotDevicesOf,
  type enrollmentStates,
} from '../graph/windows-autopilot-device-identities.ts';

/**
 * How a serial stands with Windows Autopilot, the least ready first. `out-of-sync`: its profile is assigned in Intune, and the
 * Autopilot service has another one or none. `not-assigned`: no profile reaches it. `pending`: one is about to.
 */
export const serialStandings = [
  'unregistered',
  'failed',
  'unknown',
  'not-assigned',
  'pending',
  'out-of-sync',
  'ready',
] as const;
export type SerialStanding = (typeof serialStandings)[number];

/** Serials as somebody gave them, each once. */
export type SerialList = {
  serials: readonly string[];
  /** How many stood there again. */
  repeated: number;
  /** What was not taken for one. */
  nonsense: readonly string[];
  /** Cells of a table's other columns, where no heading said which one is meant. */
  skipped: number;
};

export type SerialRead = {
  serial: string;
  standing: SerialStanding;
  enrollment: (typeof enrollmentStates)[number];
};

/** Twenty go in one question to Graph; what a turn can wait for. */
export const mostSerials = 200;

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
