import type { PracticeAnswer } from '../../bot/ports.ts';
import type { Asking } from '../../bot/practice/graph-planned.ts';
import type { Dice } from './dice.ts';

/** How Microsoft answers for a while. */
export const weathers = ['fine', 'changeable', 'stormy'] as const;
export type Weather = (typeof weathers)[number];

/** How many requests meet with something. */
const troubled: Record<Weather, number> = { fine: 0, changeable: 0.12, stormy: 0.45 };

type Row = Omit<PracticeAnswer, 'on'> & { weight: number };
const row = (weight: number, status: PracticeAnswer['status'], flavour: string | null = null): Row => ({
  ...{ weight, status, flavour },
  retryAfter: null,
});

/** Each of the documented refusals, lost answers, and what happened although it was not said. */
const onWrite: readonly Row[] = [
  row(3, 'broken', 'begun'),
  row(3, 'broken'),
  row(2, 'timeout', 'begun'),
  row(2, 'timeout'),
  row(3, 500, 'begun'),
  row(2, 500),
  row(1, 503),
  row(1, 'nonsense'),
  row(2, 204, 'failed'),
  row(1, 204, 'silent'),
  row(2, 429),
  { ...row(2, 429), retryAfter: '45' },
  row(1, 409),
  row(1, 403),
  row(1, 403, 'role'),
  row(1, 403, 'approval'),
  row(1, 401),
  row(1, 404),
  row(1, 400, 'action'),
];

const onRead: readonly Row[] = [
  row(3, 'broken'),
  row(3, 503),
  row(2, 500),
  row(2, 'timeout'),
  row(1, 'nonsense'),
  row(2, 429),
  { ...row(1, 429), retryAfter: '20' },
  row(1, 403),
  row(1, 401),
];

export function weatherOf(weather: Weather, { on }: Asking, dice: Dice): PracticeAnswer | null {
  if (troubled[weather] === 0 || !dice.happens(troubled[weather])) return null;
  const met = dice.weighed(on === 'write' ? onWrite : onRead);
  return met && { on, status: met.status, retryAfter: met.retryAfter, flavour: met.flavour };
}
