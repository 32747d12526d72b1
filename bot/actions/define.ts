import type { Graph, Receipt } from '../graph/client.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import type { Vocabulary } from '../graph/payload-vocabulary.ts';
import type { Language, Scope, TenantId } from '../ports.ts';

/** What Intune can be asked to do. */
export const actionNames = ['sync-payloads', 'autopilot-sync', 'exchange-sync'] as const;
export type ActionName = (typeof actionNames)[number];

/** One device, one connector, or the tenant. */
export const targetKinds = ['tenant', 'device', 'connector'] as const;
export type Target = {
  kind: (typeof targetKinds)[number];
  id: string;
  /** As Intune shows it; null where the kind says it all. */
  label: string | null;
  /** What is to be done with it, in the action's own shape; plain JSON. */
  wish: unknown;
  /** What was seen before anything happened, in the action's own shape; plain JSON. */
  baseline: unknown;
};

/** What an action on the whole tenant works on. */
export const tenantTarget = { kind: 'tenant', id: 'tenant', label: null, wish: null } as const;

/** Where an opening time comes from, best first. */
export const clockBases = ['service', 'last-manual', 'last-sync', 'guess'] as const;
export type ClockBasis = (typeof clockBases)[number];

/** Whether a start would be taken now. */
export type Opening =
  | { kind: 'free' }
  /** `mark` is the service's own word for it. */
  | { kind: 'running'; since: Date | null; mark: string }
  | { kind: 'closed'; opensAt: Date; basis: ClockBasis };

/** What would happen, before anything does. */
export type Plan = { targets: readonly Target[]; opening: Opening };

/**
 * What is found just before a start: whether it would be taken, and what to compare with afterwards. `changed`: not what the
 * person saw when they said yes.
 */
export type Recheck = { opening: Opening; baseline: unknown } | 'changed';

export const sightingStates = ['waiting', 'working', 'done', 'failed'] as const;

/** What can be seen of one target after a start. Accepted is not done. */
export type Sighting = {
  state: (typeof sightingStates)[number];
  at: Date;
  /** The service's own word for it. */
  mark: string | null;
  /** The time that proves it. */
  moved: { from: Date | null; to: Date } | null;
  /** Where one start does several things: how each of them stands. */
  items?: readonly SeenItem[] | undefined;
  /** Ids of those that stand differently than at the look before. */
  changed?: readonly string[] | undefined;
};

/** How often to look after a start, and when to stop. Milliseconds since the start. */
export type LookPace = {
  steps: readonly { untilMs: number; everyMs: number }[];
  /** No sign that the service took it up by then: no sign of life. */
  signByMs: number;
  /** No end by then: no longer watched. */
  endByMs: number;
  /** A start whose answer was lost has shown itself by then, or did not happen; two minutes where nothing is said. */
  unsureByMs?: number;
};

/** Reading asks for less than writing; all are asked for when first needed, `also` only by what needs more than the others. */
export type ActionScopes = { read: readonly Scope[]; write: readonly Scope[]; also?: readonly Scope[] };

export type Action = {
  name: ActionName;
  /** What a person says to have it done, the shown form first. */
  phrases: Record<Language, readonly [string, ...string[]]>;
  scopes: ActionScopes;
  pace: LookPace;
  /** A plan older than this is checked again before anything is started. Milliseconds. */
  planGoodForMs: number;
  /** The least that can be read with its permissions; whether it works is all that counts. */
  probe(graph: Graph, now: Date): Promise<unknown>;
  /** Reads only. */
  recheck(graph: Graph, target: Target, now: Date): Promise<Recheck>;
  /** The only write: one call for one target. */
  start(graph: Graph, target: Target): Promise<Receipt>;
  /** Reads only. */
  look(graph: Graph, looked: { target: Target; last: Sighting | null }, now: Date): Promise<Sighting>;
};

export { vocabularyNames } from '../graph/payload-vocabulary.ts';

/** What a tenant's Graph calls the payload action; the older name where nobody there has had to choose yet. */
export type Vocabularies = {
  of(tenantId: TenantId): Promise<Vocabulary>;
  choose(tenantId: TenantId, vocabulary: Vocabulary): Promise<void>;
};
