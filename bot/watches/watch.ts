import type { ActionName } from '../actions/define.ts';
import type { Sight, SightTarget } from '../actions/sight.ts';
import type { PersonId, RunId, TenantId } from '../ports.ts';

/** What somebody watches. */
export type What =
  | { kind: 'autopilot' }
  /** Until each has checked in, or is done with what was asked for on it. `run`: whose silent devices they are. */
  | { kind: 'devices'; devices: readonly NamedDevice[]; until: 'check-in' | 'done'; run: number | null }
  /** `olderThanMs`: only whether its last success is longer ago. */
  | { kind: 'connector'; id: string; label: string; olderThanMs: number | null }
  /** Until all of them are ready. */
  | { kind: 'serials'; serials: readonly string[] }
  | { kind: 'run'; runId: RunId; number: number; action: ActionName };

/** When all of it is as it should be, or the watch ends; all else is told whenever it changes. */
export const isToldOnce = ({ kind }: What): boolean => kind === 'devices' || kind === 'serials';

export type NamedDevice = { id: string; label: string };

/** What is worth a message: any change, or only what went wrong. */
export const newsWanted = ['change', 'failure'] as const;
export type NewsWanted = (typeof newsWanted)[number];

/**
 * `blind`: nothing can be looked at in the watcher's name until they mend it. `waking`: they say that they have; nothing is told them
 * before a look in their own name has been answered.
 */
export const watchStates = ['active', 'blind', 'waking', 'ended'] as const;

/** Somebody wants to be told; every watch ends by itself. */
export type Watch = {
  id: string;
  tenantId: TenantId;
  /** Counted per tenant: what people say and see. */
  number: number;
  personId: PersonId;
  conversationId: string;
  what: What;
  on: NewsWanted;
  state: (typeof watchStates)[number];
  endsAt: Date;
  mutedUntil: Date | null;
};

/** Muted, it waits; what has come by then is told together. */
export const toldAt = ({ mutedUntil }: Pick<Watch, 'mutedUntil'>, now: Date): Date =>
  mutedUntil && mutedUntil > now ? mutedUntil : now;

/** How a watch last saw what it watches. `old`: its age has been told. */
export type Seen = Sight & { old?: boolean | undefined };

/** Names what is watched in a tenant, so that one look serves everybody who watches it. */
export const keyOf = (target: SightTarget): string =>
  target.kind === 'autopilot' ? 'autopilot' : `${target.kind}:${target.id}`;

export const runKeyOf = (runId: RunId): string => `run:${runId}`;

export function keysOf(what: What): string[] {
  switch (what.kind) {
    case 'autopilot':
      return ['autopilot'];
    case 'devices':
      return what.devices.map(({ id }) => keyOf({ kind: 'device', id }));
    case 'connector':
      return [keyOf({ kind: 'connector', id: what.id })];
    case 'serials':
      return what.serials.map((id) => keyOf({ kind: 'serial', id }));
    case 'run':
      return [runKeyOf(what.runId)];
  }
}

/** Null for what is not looked at, because its steps tell. */
export function targetOf(key: string): SightTarget | null {
  if (key === 'autopilot') return { kind: 'autopilot' };
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return kind === 'device' || kind === 'connector' || kind === 'serial' ? { kind, id } : null;
}
