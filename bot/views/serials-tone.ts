import type { Tone } from '../../cards/kit/types.ts';
import type { SerialGroup } from '../../cards/serial-lines.ts';
import type { SerialStanding } from '../actions/serial-standing.ts';

const tones: Record<SerialStanding, Tone> = {
  unregistered: 'warning',
  failed: 'attention',
  unknown: 'warning',
  'not-assigned': 'warning',
  pending: 'emphasis',
  'out-of-sync': 'emphasis',
  ready: 'good',
};

/** The most alarming of them all. */
export function serialsTone(groups: readonly Pick<SerialGroup, 'standing'>[]): Tone {
  const found = new Set(groups.map(({ standing }) => tones[standing]));
  return (['attention', 'warning', 'emphasis'] as const).find((tone) => found.has(tone)) ?? 'good';
}
