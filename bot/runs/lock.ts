import type { Target } from '../actions/define.ts';
import type { RunTarget } from './run.ts';

/**
 * What a start names on a device replaces what an earlier one named. So from a start until it has been seen, nobody else may
 * start on that device: they would build on a set that is about to change. The database holds this with a unique index.
 */
export function lockKeyFor(one: Pick<RunTarget, 'target' | 'state' | 'sighting' | 'blind'>): string | null {
  return isUnseen(one) ? lockKeyOf(one.target) : null;
}

export const lockKeyOf = ({ kind, id }: Pick<Target, 'kind' | 'id'>): string | null =>
  kind === 'device' ? `device:${id}` : null;

function isUnseen({ state, sighting, blind }: Pick<RunTarget, 'state' | 'sighting' | 'blind'>): boolean {
  if (state === 'starting') return true;
  // Its asker may be away for hours. It has been a look's time since the start, so whoever reads the set now sees it.
  if (blind?.kind === 'signed-out') return false;
  return state === 'following' && (sighting === null || sighting.state === 'waiting');
}
