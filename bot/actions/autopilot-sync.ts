import { z } from 'zod';
import type { Graph } from '../graph/client.ts';
import { readAutopilotSettings, startAutopilotSync } from '../graph/windows-autopilot-settings.ts';
import { autopilotOpeningFor, autopilotSightingFor } from './autopilot-clock.ts';
import { type Action, type Plan, tenantTarget } from './define.ts';

const date = z.coerce.date().nullable();
const baselineSchema = z.object({ lastSyncAt: date, lastManualSyncAt: date });

const second = 1000;
const minute = 60 * second;

/** The Autopilot clock as a person asks for it. */
export async function readAutopilotClock(graph: Graph, now: Date) {
  const settings = await readAutopilotSettings(graph);
  return { settings, opening: autopilotOpeningFor(settings, now) };
}

async function check(graph: Graph, now: Date) {
  const { settings, opening } = await readAutopilotClock(graph, now);
  const { lastSyncAt, lastManualSyncAt } = settings;
  return { opening, baseline: { lastSyncAt, lastManualSyncAt } };
}

export async function planAutopilotSync(graph: Graph, now: Date): Promise<Plan> {
  const { opening, baseline } = await check(graph, now);
  return { targets: [{ ...tenantTarget, baseline }], opening };
}

/** Fetches newly registered devices from the Autopilot service, once for the whole tenant. */
export const autopilotSync: Action = {
  name: 'autopilot-sync',
  phrases: {
    en: ['sync autopilot', 'autopilot sync', 'start autopilot sync', 'run autopilot sync', 'sync windows autopilot'],
    ru: [
      'синхронизировать автопилот',
      'синхронизируй автопилот',
      'синхронизация автопилота',
      'запустить синхронизацию автопилота',
      'автопилот синхронизировать',
    ],
    de: [
      'autopilot synchronisieren',
      'synchronisiere autopilot',
      'autopilot-synchronisierung',
      'autopilot synchronisierung starten',
      'starte autopilot-synchronisierung',
    ],
  },
  scopes: {
    read: ['DeviceManagementServiceConfig.Read.All'],
    write: ['DeviceManagementServiceConfig.ReadWrite.All'],
  },
  pace: {
    steps: [
      { untilMs: 20 * second, everyMs: 5 * second },
      { untilMs: 2 * minute, everyMs: 15 * second },
      { untilMs: 10 * minute, everyMs: 30 * second },
      { untilMs: Number.POSITIVE_INFINITY, everyMs: minute },
    ],
    signByMs: 10 * minute,
    endByMs: 45 * minute,
  },
  planGoodForMs: 15 * second,

  probe: readAutopilotClock,
  recheck: (graph, _target, now) => check(graph, now),
  start: (graph) => startAutopilotSync(graph),

  async look(graph, { target, last }, now) {
    const baseline = baselineSchema.parse(target.baseline);
    return autopilotSightingFor(await readAutopilotSettings(graph), { baseline, last }, now);
  },
};
