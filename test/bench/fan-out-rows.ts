/** The table of a fan-out: a line for each client and kind of run. */
import type { Played } from './fan-out-runs.ts';
import { median, short, spread } from './figures.ts';
import type { Row } from './report.ts';

export function rowFor(client: string, plays: readonly Played[]): Row {
  const of = (key: 'ratio' | 'lost' | 'twice' | 'trips' | 'peakMb') => plays.map((one) => one[key]);
  return {
    client,
    'time ÷ ideal': spread(of('ratio')),
    '429 %': short(100 * median(plays.map(({ refusedShare }) => refusedShare))),
    lost: whole(of('lost')),
    twice: whole(of('twice')),
    'round trips ÷ (targets ÷ 20)': short(median(of('trips'))),
    'peak MB': short(median(of('peakMb'))),
  };
}

const whole = (values: readonly number[]): string => String(Math.max(...values));
