import { z } from 'zod';
import type { Graph } from './client.ts';
import { filtersFor, spelledSerial } from './device-match.ts';
import { query } from './odata.ts';
import type { Pages } from './pages.ts';
import { id, text, wordOf } from './texts.ts';

/*
 * The graph-contract does not have this list. Source: Microsoft's pages "List windowsAutopilotDeviceIdentities"
 * (learn.microsoft.com/graph/api/intune-enrollment-windowsautopilotdeviceidentity-list: no `eq`, but `contains` on a serial) and
 * "windowsAutopilotDeviceIdentity resource type", whose beta alone says how a profile is assigned.
 */

/** Graph's own words, its spelling included; one that is not among them is `unknown`. */
export const profileStatuses = [
  'unknown',
  'assignedInSync',
  'assignedOutOfSync',
  'assignedUnkownSyncState',
  'notAssigned',
  'pending',
  'failed',
] as const;
export const enrollmentStates = ['unknown', 'enrolled', 'pendingReset', 'failed', 'notContacted', 'blocked'] as const;

/** A device that Windows Autopilot knows; it need not be enrolled yet. */
export type AutopilotDevice = {
  id: string;
  serial: string | null;
  profile: (typeof profileStatuses)[number];
  enrollment: (typeof enrollmentStates)[number];
};

const list = '/deviceManagement/windowsAutopilotDeviceIdentities';

const identity = z
  .object({
    id,
    serialNumber: text,
    deploymentProfileAssignmentStatus: wordOf(profileStatuses),
    enrollmentState: wordOf(enrollmentStates),
  })
  .transform(
    (row): AutopilotDevice => ({
      id: row.id,
      serial: row.serialNumber,
      profile: row.deploymentProfileAssignmentStatus,
      enrollment: row.enrollmentState,
    }),
  );

/** A serial is registered once; a tenant may have imported it again. */
const most = 10;

/** `GET windowsAutopilotDeviceIdentities?$filter=contains(…)`, which finds more: those that have exactly this serial. */
export async function autopilotDevicesOf(graph: Graph, serial: string): Promise<Pages<AutopilotDevice>> {
  const wanted = spelledSerial(serial);
  const keep = (device: AutopilotDevice) => device.serial !== null && spelledSerial(device.serial) === wanted;
  const filters = filtersFor({ by: 'serial', value: serial, exact: false });
  const found = await Promise.all(
    filters.map(($filter) => graph.all(list + query({ $filter }), identity, { most, keep })),
  );
  const byId = new Map(found.flatMap(({ rows }) => rows.map((device) => [device.id, device] as const)));
  return { rows: [...byId.values()], more: found.some(({ more }) => more) };
}
