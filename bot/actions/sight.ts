import type { Graph } from '../graph/client.ts';
import { readConnector } from '../graph/exchange-connectors.ts';
import { readPayloadResult } from '../graph/payload-results.ts';
import { readAutopilotSettings } from '../graph/windows-autopilot-settings.ts';
import type { Scope } from '../ports.ts';
import { autopilotSync } from './autopilot-sync.ts';
import { exchangeSync } from './exchange-sync.ts';
import { hasEnded } from './payload-set.ts';
import type { SerialStanding } from './serial-standing.ts';
import { readSerial } from './serials.ts';
import { syncPayloads } from './sync-payloads.ts';

/** What can be looked at although nothing of ours is under way on it. */
export type SightTarget = { kind: 'autopilot' } | { kind: 'device' | 'connector' | 'serial'; id: string };

/** How it was seen, as far as a change is worth telling. */
export type Sight =
  | { kind: 'autopilot'; status: string; lastSyncAt: Date | null }
  /** `pending`, `failed`: of what was asked for on it last. */
  | { kind: 'device'; lastSyncAt: Date | null; pending: number; failed: number }
  | { kind: 'connector'; status: string; lastSyncAt: Date | null }
  | { kind: 'serial'; standing: SerialStanding };

export const sightScopes: Record<SightTarget['kind'], readonly Scope[]> = {
  autopilot: autopilotSync.scopes.read,
  device: syncPayloads.scopes.read,
  connector: exchangeSync.scopes.read,
  serial: autopilotSync.scopes.read,
};

/** Reads only, one request for each; a serial in groups takes two. */
export function sightOf(graph: Graph, target: SightTarget): Promise<Sight> {
  switch (target.kind) {
    case 'autopilot':
      return autopilotSight(graph);
    case 'device':
      return deviceSight(graph, target.id);
    case 'connector':
      return connectorSight(graph, target.id);
    case 'serial':
      return serialSight(graph, target.id);
  }
}

async function autopilotSight(graph: Graph): Promise<Sight> {
  const { status, lastSyncAt } = await readAutopilotSettings(graph);
  return { kind: 'autopilot', status, lastSyncAt };
}

async function deviceSight(graph: Graph, id: string): Promise<Sight> {
  const { device, result } = await readPayloadResult(graph, { via: 'managed' }, id);
  const items = result?.items ?? [];
  const pending = items.filter((item) => !hasEnded(item)).length;
  const failed = items.filter(({ status }) => status === 'error').length;
  return { kind: 'device', lastSyncAt: device.lastSyncAt, pending, failed };
}

async function serialSight(graph: Graph, serial: string): Promise<Sight> {
  const { standing } = await readSerial(graph, serial);
  return { kind: 'serial', standing };
}

async function connectorSight(graph: Graph, id: string): Promise<Sight> {
  const { status, lastSyncAt } = await readConnector(graph, id);
  return { kind: 'connector', status, lastSyncAt };
}
