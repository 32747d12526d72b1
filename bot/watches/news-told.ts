import type { SerialGroup } from '../actions/serial-standing.ts';
import type { RunVerdict } from '../meter.ts';
import type { Counts } from '../runs/run.ts';

/** How a watched device stands. `gone`: Intune does not know it any more, or does not show it to whoever watches it. */
export const standings = ['silent', 'checked-in', 'done', 'failed', 'gone'] as const;
export type Standing = (typeof standings)[number];

export const connectorWhys = ['old', 'fresh', 'status', 'moved'] as const;

/** What a watch tells: finished facts. */
export type News =
  | { kind: 'autopilot'; status: string; lastSyncAt: Date | null }
  | { kind: 'devices'; devices: readonly { label: string; standing: Standing; lastSyncAt: Date | null }[] }
  | { kind: 'connector'; why: (typeof connectorWhys)[number]; status: string; lastSyncAt: Date | null }
  /** All that are watched, by how they stand. */
  | { kind: 'serials'; groups: readonly SerialGroup[] }
  /** `counts`: of how many of what it was on. */
  | { kind: 'run'; verdict: RunVerdict; asker: string; counts: Counts };

/** Why nothing can be looked at in somebody's name any more. */
export const blindReasons = ['sign-in', 'consent', 'proof', 'not-allowed'] as const;
export type BlindReason = (typeof blindReasons)[number];
