import type { ActionName, Target } from '../actions/define.ts';

/**
 * Names what a run does in its tenant. While a run with a key is on its way, no second one with the same key can begin: the
 * next asker joins it. The database holds this with a unique index, so two processes cannot both win.
 */
export function joinKeyFor(action: ActionName, targets: readonly Pick<Target, 'kind' | 'id'>[]): string {
  const named = targets.map((target) => `${target.kind}:${target.id}`).sort();
  return [action, ...named].join('|');
}
