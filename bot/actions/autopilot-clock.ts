import type { AutopilotSettings } from '../graph/windows-autopilot-settings.ts';
import type { Opening, Sighting } from './define.ts';
import { isLater, movedBetween } from './moved.ts';

/** Less than this since the last sync, and the service answers 429 (graph-contract 2). */
export const autopilotWindowMs = 10 * 60 * 1000;

/** Whether a sync would be taken now, as far as the settings tell; the service's own answer is the truth. */
export function autopilotOpeningFor(settings: AutopilotSettings, now: Date): Opening {
  if (settings.status === 'inProgress') {
    const byHand = isLater(settings.lastManualSyncAt, settings.lastSyncAt);
    return { kind: 'running', since: byHand ? settings.lastManualSyncAt : null, mark: settings.status };
  }
  const last = settings.lastManualSyncAt ?? settings.lastSyncAt;
  if (last === null) return { kind: 'free' };
  const opensAt = new Date(last.getTime() + autopilotWindowMs);
  if (opensAt <= now) return { kind: 'free' };
  return { kind: 'closed', opensAt, basis: settings.lastManualSyncAt === null ? 'last-sync' : 'last-manual' };
}

/** What was seen before the start. */
export type AutopilotBaseline = { lastSyncAt: Date | null; lastManualSyncAt: Date | null };

type Before = { baseline: AutopilotBaseline; last: Sighting | null };

/**
 * What the settings say of a sync that began after `before`. Both times have been seen to move at once,
 * so a moved time alone is not the end of it: the status must say so too.
 */
export function autopilotSightingFor(settings: AutopilotSettings, before: Before, now: Date): Sighting {
  const { baseline } = before;
  const moved = movedBetween(baseline.lastSyncAt, settings.lastSyncAt);
  const triggered = isLater(settings.lastManualSyncAt, baseline.lastManualSyncAt);
  const sawIt = before.last?.mark === 'inProgress';
  return {
    state: stateFor(settings, { synced: moved !== null, triggered, sawIt }),
    at: now,
    mark: settings.status,
    moved,
  };
}

type Signs = { synced: boolean; triggered: boolean; sawIt: boolean };

function stateFor(settings: AutopilotSettings, signs: Signs): Sighting['state'] {
  const began = signs.synced || signs.triggered || signs.sawIt;
  if (settings.status === 'inProgress') return 'working';
  if (settings.status === 'failed') return began ? 'failed' : 'waiting';
  if (settings.status === 'completed' && (signs.synced || signs.sawIt)) return 'done';
  return began ? 'working' : 'waiting';
}
