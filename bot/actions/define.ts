import type { z } from 'zod';
import type { Graph, Receipt } from '../graph/client.ts';
import type { Language, Scope } from '../ports.ts';

/** What Intune can be asked to do. */
export const actionNames = ['autopilot-sync'] as const;
export type ActionName = (typeof actionNames)[number];

/** One device, one connector, or the tenant. */
export type Target = {
  kind: 'tenant';
  id: string;
  /** As Intune shows it; null where the kind says it all. */
  label: string | null;
  /** What was seen before anything happened, in the action's own shape; plain JSON. */
  baseline: unknown;
};

/** What an action on the whole tenant works on. */
export const tenantTarget = { kind: 'tenant', id: 'tenant', label: null } as const;

/** Where an opening time comes from, best first (product.md, manner 6). */
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

export const sightingStates = ['waiting', 'working', 'done', 'failed'] as const;

/** What can be seen of one target after a start. Accepted is not done. */
export type Sighting = {
  state: (typeof sightingStates)[number];
  at: Date;
  /** The service's own word for it. */
  mark: string | null;
  /** The time that proves it. */
  moved: { from: Date | null; to: Date } | null;
};

export type Since = { baseline: unknown; last: Sighting | null };

/** How often to look after a start, and when to stop. Milliseconds since the start. */
export type LookPace = {
  steps: readonly { untilMs: number; everyMs: number }[];
  /** No sign that the service took it up by then: no sign of life. */
  signByMs: number;
  /** No end by then: no longer watched. */
  endByMs: number;
};

/** Reading asks for less than writing; both are asked for when first needed. */
export type ActionScopes = { read: readonly Scope[]; write: readonly Scope[] };

export type Action = {
  name: ActionName;
  /** What a person says to have it done, the shown form first. */
  phrases: Record<Language, readonly [string, ...string[]]>;
  scopes: ActionScopes;
  /** Whether a plan must be confirmed, or asking for it by name is enough. */
  asksFirst: boolean;
  pace: LookPace;
  /** Reads only. */
  plan(graph: Graph, now: Date): Promise<Plan>;
  /** The only write: one call for one target. */
  start(graph: Graph, target: Target): Promise<Receipt>;
  /** Reads only. */
  look(graph: Graph, since: Since, now: Date): Promise<Sighting>;
};

/** Baselines come back from the database; this parses them before `look` sees them. */
export function parsesBaseline<B>(
  schema: z.ZodType<B>,
  look: (graph: Graph, since: { baseline: B; last: Sighting | null }, now: Date) => Promise<Sighting>,
): Action['look'] {
  return (graph, since, now) => look(graph, { ...since, baseline: schema.parse(since.baseline) }, now);
}
