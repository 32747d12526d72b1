import { types } from './define.ts';

/** A connector that works, one that is cut off, one that never moves. */
export const exchange = types(3, (dice) =>
  dice.one(['sync exchange EX01 quick', 'sync exchange EX03 quick', 'sync exchange all full', 'exchange']),
);
