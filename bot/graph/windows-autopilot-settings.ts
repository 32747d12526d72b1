import { z } from 'zod';
import type { Graph, Receipt } from './client.ts';
import { moment } from './moments.ts';

export const autopilotSyncStatuses = ['unknown', 'inProgress', 'completed', 'failed'] as const;

export type AutopilotSettings = {
  status: (typeof autopilotSyncStatuses)[number];
  lastSyncAt: Date | null;
  lastManualSyncAt: Date | null;
};

const path = '/deviceManagement/windowsAutopilotSettings';

const statusOf = (word: string) => autopilotSyncStatuses.find((status) => status === word) ?? 'unknown';

const settings = z.object({
  syncStatus: z.string().transform(statusOf),
  lastSyncDateTime: moment,
  lastManualSyncTriggerDateTime: moment,
});

/** The documentation's samples wrap the object in `value`; the service has not been seen to (graph-contract 2). */
const answer = z.union([z.object({ value: settings }).transform((wrapped) => wrapped.value), settings]).transform(
  (row): AutopilotSettings => ({
    status: row.syncStatus,
    lastSyncAt: row.lastSyncDateTime,
    lastManualSyncAt: row.lastManualSyncTriggerDateTime,
  }),
);

/** `GET windowsAutopilotSettings`: the state of the tenant's Autopilot sync. */
export function readAutopilotSettings(graph: Graph): Promise<AutopilotSettings> {
  return graph.get(path, answer);
}

/** `POST windowsAutopilotSettings/sync`: 204 started, 409 one is running, 429 less than ten minutes since the last. */
export function startAutopilotSync(graph: Graph): Promise<Receipt> {
  return graph.post(`${path}/sync`, { meanings: { conflict: 'running-already', tooMany: 'too-early' } });
}
