import { firstFew } from './first-few.ts';
import type { Words } from './words/index.ts';

/** How a serial may stand, the least ready first. */
export type SerialStanding =
  | 'unregistered'
  | 'failed'
  | 'unknown'
  | 'not-assigned'
  | 'pending'
  | 'out-of-sync'
  | 'ready';

/** Those that stand alike; only the first few may be named. */
export type SerialGroup = { standing: SerialStanding; count: number; names: readonly string[] };

type Counted = { count: number; groups: readonly SerialGroup[] };

/** How many are ready, once all are; until then, how many are registered. */
export function serialsVerdict({ count, groups }: Counted, words: Words): string {
  const of = (standing: SerialStanding) => groups.find((group) => group.standing === standing)?.count ?? 0;
  if (of('ready') === count) return words.say('serials.verdict.ready', { count });
  const registered = count - of('unregistered') - of('unknown');
  return words.say('serials.verdict.registered', { registered, count });
}

const mostNamed = 10;

export const serialLine = ({ standing, count, names }: SerialGroup, words: Words): string =>
  words.say(`serials.${standing}`, { count, names: firstFew({ names, count }, mostNamed, words) });
