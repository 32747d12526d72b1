import { autopilotSync } from '../../../bot/actions/autopilot-sync.ts';
import { type Sighting, tenantTarget } from '../../../bot/actions/define.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import type { RunTarget } from '../../../bot/runs/run.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

export const noon = new Date('2026-03-02T12:00:00Z');
export const later = (ms: number, from = noon) => new Date(from.getTime() + ms);

export const { pace } = autopilotSync;

/** A run's only target as it is written first: due at once, nothing tried. */
export const waiting = (change: Partial<RunTarget> = {}): RunTarget => ({
  position: 0,
  target: { ...tenantTarget, baseline: { lastSyncAt: null, lastManualSyncAt: null } },
  state: 'waiting',
  verdict: null,
  revision: 1,
  dueAt: noon,
  attempts: 0,
  startedAt: null,
  lookUntil: null,
  window: null,
  outcome: null,
  sighting: null,
  blind: null,
  ...change,
});

type Kind = Refusal extends infer R ? (R extends Refusal ? Omit<R, 'support' | 'changed'> : never) : never;

export const refusal = (kind: Kind, changed: Refusal['changed'] = 'nothing'): Refusal => ({
  changed,
  support: { at: noon, status: null, code: null, requestId: null, clientRequestId: null, activityId: null },
  ...kind,
});

export const unreachable = refusal({ kind: 'unreachable', how: 'server' });
export const unreadable = refusal({ kind: 'unexpected', how: 'unreadable' });
export const lostAnswer = refusal({ kind: 'unreachable', how: 'timeout' }, 'unknown');
export const notAllowed = refusal({ kind: 'not-allowed', missing: { kind: 'role' } });
export const signedOut = refusal({ kind: 'signed-out', need: 'sign-in' });
export const needsConsent = refusal({ kind: 'signed-out', need: 'consent' });
export const needsProof = refusal({ kind: 'signed-out', need: 'proof' });
export const throttled = (retryAt: Date | null) => refusal({ kind: 'throttled', retryAt });
export const tooEarly = (retryAt: Date | null) => refusal({ kind: 'too-early', retryAt });

export const sighting = (state: Sighting['state'], at = noon, mark: string | null = null): Sighting => ({
  state,
  at,
  mark,
  moved: null,
});
