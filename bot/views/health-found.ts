import type { ActionName, ActionScopes } from '../actions/define.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Limited } from '../graph/standing.ts';
import type { Account, RunId, Scope } from '../ports.ts';
import type { Outcome } from '../runs/outcome.ts';

/** What was found out about one action, for one person. */
export type ActionHealth = {
  action: ActionName;
  scopes: ActionScopes;
  /** Why it could not be read; null where it could. */
  reading: Refusal | null;
  /** Reading works, and there is nothing here that it could be done to. */
  absent: boolean;
  /** Why it could not even be asked for; null where it could. */
  starting: Refusal | null;
  /** The last start of theirs that tells something about their rights. */
  lastStart: Outcome | null;
  /** What the tenant's Graph calls it, where it has two names. */
  naming: Naming;
};

/**
 * `first`: as far as anybody knows. `successor`: chosen for the tenant. `unknown`: the last start that anybody made under its name
 * was refused because Graph does not know that name; `run` can be repeated under the other one, if there is another.
 */
export type Naming =
  | { kind: 'first' | 'successor' }
  | { kind: 'unknown'; refusal: Refusal; at: Date; run: { id: RunId; number: number } | null };

export type Health = {
  account: Account | null;
  actions: readonly ActionHealth[];
  limits: readonly Limited[];
  /** Permissions that an administrator has not agreed to. */
  consent: readonly Scope[];
};

/** Why an action does not work; `at`: when that was, if not just now. */
export type Finding = { refusal: Refusal; phase: 'read' | 'start'; at: Date | null; renamed: boolean };

/** What is in the way of an action. What was just asked counts more than what a start has told before. */
export function findingsOf({ absent, reading, starting, naming, lastStart }: ActionHealth): Finding[] {
  const now = { at: null, renamed: false };
  if (absent) return [];
  if (reading || starting)
    return [
      ...(reading ? [{ ...now, refusal: reading, phase: 'read' as const }] : []),
      ...(starting ? [{ ...now, refusal: starting, phase: 'start' as const }] : []),
    ];
  if (naming.kind === 'unknown')
    return [{ refusal: naming.refusal, phase: 'start', at: naming.at, renamed: naming.run !== null }];
  if (lastStart?.kind !== 'refused') return [];
  return [{ refusal: lastStart.refusal, phase: 'start', at: lastStart.at, renamed: false }];
}

/** Until it works, nothing else can be told. */
export function isAboutSignIn(refusal: Refusal): boolean {
  if (refusal.kind === 'signed-out') return refusal.need !== 'consent';
  if (refusal.kind === 'not-allowed') return refusal.missing.kind === 'policy';
  return refusal.kind === 'unexpected' && refusal.how === 'settings';
}

export const lacksConsent = (refusal: Refusal | null): boolean =>
  refusal?.kind === 'signed-out' && refusal.need === 'consent';
