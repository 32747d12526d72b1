import type { Conversation } from '../../bot/ports.ts';
import type { Cast } from './cast.ts';
import type { Dice } from './dice.ts';
import type { Somebody } from './people.ts';
import type { World } from './process.ts';
import type { Stage } from './stage.ts';
import type { Truth } from './truths/define.ts';

/** A story as it goes on. */
export type Story = {
  stage: Stage;
  cast: Cast;
  dice: Dice;
  truths: readonly Truth[];
  world: World;
  /** How many things people are still going to do. */
  wishesLeft: number;
  deeds: number;
  /** Who did something last, and where. */
  lately: { somebody: Somebody; where: Conversation } | null;
  say(line: string): void;
};

/** When something is due next, or somebody wakes. */
export function nextMs({ time, jobs }: Pick<Stage, 'time' | 'jobs'>): number | null {
  const due = jobs.all().flatMap(({ at, dueMs }) => (at === null ? [dueMs] : []));
  const all = [...due, time.nextAt() ?? Number.POSITIVE_INFINITY].map((ms) => Math.max(ms, time.nowMs()));
  const next = Math.min(...all);
  return Number.isFinite(next) ? next : null;
}
