/** What the queue has to reach, in one run beside plain pg-boss. */
import { median, percentile, short } from './figures.ts';
import type { Measured, Sides } from './steps-rows.ts';

const goals = {
  startByPlain: 2,
  startP99Ms: 30,
  rowByPlain: 0.5,
  rowOnPglite: 300,
  enqueuedMs: 100,
  /** Below 1.15 a ratio means nothing. */
  moreProcesses: 1 / 1.15,
} as const;

type Goal = { text: string; met: boolean };

export function goalsOf(measured: readonly Measured[]): Goal[] {
  const all = measured.map(({ rounds }) => rounds);
  const pglite = measured.filter(({ home }) => home === 'PGlite').map(({ rounds }) => rounds);
  return [
    atMost('start by plain', worst(all, startByPlain), goals.startByPlain),
    atMost(
      'p99 ms',
      worst(all, ({ ours }) => percentile(ours.starts, 0.99)),
      goals.startP99Ms,
    ),
    atLeast(
      'rows by plain',
      -worst(all, ({ ours, plain }) => -ours.row.perSecond / plain.nothing.perSecond),
      goals.rowByPlain,
    ),
    atLeast('rows a second on PGlite', -worst(pglite, ({ ours }) => -ours.row.perSecond), goals.rowOnPglite),
    atMost(
      '1,000 enqueued in ms',
      worst(all, ({ ours }) => ours.enqueued),
      goals.enqueuedMs,
    ),
    moreProcesses(measured),
  ];
}

const startByPlain = ({ ours, plain }: Sides) => median(ours.starts) / median(plain.starts);

function moreProcesses(measured: readonly Measured[]): Goal {
  const what = 'more processes by one';
  const [one, ...more] = measured.filter(({ home }) => home === 'PostgreSQL').map(({ rounds }) => fastest(rounds));
  if (one === undefined || more.length === 0) return { text: `${what} skipped`, met: true };
  return atLeast(what, Math.min(...more) / one, goals.moreProcesses);
}

const fastest = (rounds: readonly Sides[]): number => Math.max(...rounds.map(({ ours }) => ours.row.perSecond));

/** What else the machine does only ever makes it slower: of each home its calmest round, and of these the worst. */
const worst = (homes: readonly Sides[][], of: (round: Sides) => number): number =>
  Math.max(...homes.map((rounds) => Math.min(...rounds.map(of))));

/** One line of figures. */
export const lineOf = (list: readonly Goal[]): string =>
  `steps: ${list.map(({ text, met }) => (met ? text : `FALLS SHORT ${text}`)).join(', ')}`;

const atMost = (what: string, value: number, most: number): Goal => ({
  text: `${what} ${short(value)} (at most ${short(most)})`,
  met: value <= most,
});

const atLeast = (what: string, value: number, least: number): Goal => ({
  text: `${what} ${short(value)} (at least ${short(least)})`,
  met: value >= least,
});
