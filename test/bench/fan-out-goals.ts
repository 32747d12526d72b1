/** What our door has to reach (one run; both kinds of windows, every spelling of `Retry-After`). */

import type { Played } from './fan-out-runs.ts';
import { median, short } from './figures.ts';

export const goals = {
  short: 0.98,
  long: 1.03,
  half: 1.02,
  halfRefused: 0.005,
  trips: 1.2,
  memoryMb: 15,
  reads: 2,
} as const;

/** Everything measured of ours; each list holds the plays of one kind of run. */
export type Ours = {
  /** 2,000 targets: one list for each kind of windows and each spelling. */
  short: Played[][];
  long: Played[];
  half: Played[][];
  /** Two processes on one database; null where there is none. */
  shared: Played[] | null;
  memoryMb: number;
  reads: { quiet: number[]; meanwhile: number[] };
};

export type Goal = { text: string; met: boolean };

export function goalsOf(ours: Ours): Goal[] {
  const own = [...ours.short.flat(), ...ours.long, ...(ours.shared ?? [])];
  const all = [...own, ...ours.half.flat()];
  return [
    atMost('2,000 in', slowest(ours.short), goals.short),
    atMost('10,000 in', slowest([ours.long]), goals.long),
    atMost('half of the budget', slowest(ours.half), goals.half),
    atMost('% of it refused', 100 * greatest(ours.half.flat(), 'refusedShare'), 100 * goals.halfRefused),
    atMost('refused', greatest(own, 'refused'), 0),
    atMost('lost', greatest(all, 'lost'), 0),
    atMost('twice', greatest(all, 'twice'), 0),
    atMost('round trips', greatest([...ours.short.flat(), ...ours.long], 'trips'), goals.trips),
    atMost('MB more', ours.memoryMb, goals.memoryMb),
    atMost('autopilot meanwhile', median(ours.reads.meanwhile) / median(ours.reads.quiet), goals.reads),
    { text: ours.shared ? 'two processes within it' : 'two processes skipped', met: true },
  ];
}

/** One line of figures. */
export const lineOf = (list: readonly Goal[]): string =>
  `fan-out: ${list.map(({ text, met }) => (met ? text : `FALLS SHORT ${text}`)).join(', ')}`;

const atMost = (what: string, value: number, most: number): Goal => ({
  text: `${what} ${value === 0 ? 0 : value.toFixed(value < 10 ? 3 : 1)} (${short(most)})`,
  // Nothing measured is nothing met.
  met: value <= most,
});

const greatest = (list: readonly Played[], key: 'refused' | 'refusedShare' | 'lost' | 'twice' | 'trips') =>
  Math.max(...list.map((one) => one[key]));

/** The slowest kind of run, each by its calmest play. */
const slowest = (kinds: readonly Played[][]): number =>
  Math.max(...kinds.map((plays) => Math.min(...plays.map(({ ratio }) => ratio))));
