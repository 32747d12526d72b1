/** The table of steps: a line for each home and side. */
import { median, percentile, short, spread } from './figures.ts';
import type { Row } from './report.ts';
import type { Drained, Home } from './steps-crew.ts';

export type Yardstick = { starts: number[]; nothing: Drained; enqueued: number };
export type Ours = Yardstick & { row: Drained; chain: Drained };
/** One round. */
export type Sides = { plain: Yardstick; ours: Ours };
export type Measured = { home: Home; processes: number; rounds: Sides[] };

type Line = { side: Yardstick; drained: Drained };

const lines: Record<string, (round: Sides) => Line> = {
  'plain pg-boss, nothing': ({ plain }) => ({ side: plain, drained: plain.nothing }),
  'ours, nothing': ({ ours }) => ({ side: ours, drained: ours.nothing }),
  'ours, row': ({ ours }) => ({ side: ours, drained: ours.row }),
  'ours, chain': ({ ours }) => ({ side: ours, drained: ours.chain }),
};

export const rowsFor = (measured: readonly Measured[]): Row[] =>
  measured.flatMap((one) => Object.entries(lines).map(([what, line]) => rowFor(one, what, line)));

function rowFor({ home, processes, rounds }: Measured, what: string, line: (round: Sides) => Line): Row {
  const sides = rounds.map((round) => line(round).side);
  const starts = sides.flatMap((side) => side.starts);
  return {
    steps: `${home}, ${processes}: ${what}`,
    'start ms, median': short(median(starts)),
    p99: short(percentile(starts, 0.99)),
    '1,000 enqueued, ms': short(median(sides.map((side) => side.enqueued))),
    'steps/s': spread(rounds.map((round) => line(round).drained.perSecond)),
    'by plain': spread(rounds.map((round) => line(round).drained.perSecond / round.plain.nothing.perSecond)),
    'CPU ms a step': short(median(rounds.map((round) => line(round).drained.cpuMs))),
  };
}
