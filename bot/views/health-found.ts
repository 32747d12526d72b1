import type { ActionName, ActionScopes } from '../actions/define.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Limited } from '../graph/standing.ts';
import type { Account } from '../ports.ts';
import type { Outcome } from '../runs/outcome.ts';

/** What was found out about one action, for one person. */
export type ActionHealth = {
  action: ActionName;
  scopes: ActionScopes;
  /** Why it could not be read; null where it could. */
  reading: Refusal | null;
  /** Why it could not even be asked for; null where it could. */
  starting: Refusal | null;
  /** The last start of theirs that tells something about their rights. */
  lastStart: Outcome | null;
};

export type Health = {
  account: Account | null;
  actions: readonly ActionHealth[];
  limits: readonly Limited[];
};
