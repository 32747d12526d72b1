import type { Parts } from '../runs/step.ts';

/** What a round of looks works with. */
export type WatchParts = Pick<Parts, 'store' | 'queue' | 'clock' | 'log' | 'graphFor'>;
