import type { Engine } from './open.ts';

export const aMinute = 60_000;

/** For how long what was read of a row that hardly ever changes is believed; whoever is alone with the database makes each change themselves. */
export const believedMs = ({ kind }: Engine): number => (kind === 'pglite' ? Number.POSITIVE_INFINITY : aMinute);
