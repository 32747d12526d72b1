import type { Tone } from '../../cards/kit/types.ts';
import type { RunVerdict } from '../meter.ts';

/** How the end of a run is coloured; the word beside it says the same. */
export const runTones: Record<RunVerdict, Tone> = {
  done: 'good',
  failed: 'attention',
  partly: 'warning',
  silent: 'warning',
  refused: 'warning',
  cancelled: 'emphasis',
};
