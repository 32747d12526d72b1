import { hash } from 'node:crypto';
import type { ActionName, Target } from '../actions/define.ts';

/** An index row of the database holds little more. */
const longestKey = 200;

/**
 * Names what a run does in its tenant. While a run with a key is on its way, no second one with the same key can begin: the
 * next asker joins it. The database holds this with a unique index, so two processes cannot both win.
 */
export function joinKeyFor(action: ActionName, targets: readonly Pick<Target, 'kind' | 'id' | 'wish'>[]): string {
  const named = targets.map(({ kind, id, wish }) => `${kind}:${id}${wish === null ? '' : `=${JSON.stringify(wish)}`}`);
  const key = [action, ...named.sort()].join('|');
  return key.length <= longestKey ? key : `${action}|${hash('sha256', key, 'base64url')}`;
}
