/** What was measured of turns, as rows of a table. */
import { median, short, spread } from './figures.ts';
import type { Row } from './report.ts';

export type Measured = { cpuMs: number; perSecond: number; p50: number; p99: number; rssMb: number };

/** One round of one scenario at one size. */
export type Slot = { what: string; atOnce: number; bot: Measured; echo: Measured };

export function rowsFor(slots: readonly Slot[]): Row[] {
  // In the order of their first round: a scenario's sizes stay together.
  const kinds = Map.groupBy(slots, ({ what, atOnce }) => `${what} ${atOnce}`);
  return [...kinds.values()].map(rowFor);
}

function rowFor(slots: readonly Slot[]): Row {
  const [{ what, atOnce } = { what: '', atOnce: 0 }] = slots;
  const of = (name: 'bot' | 'echo', key: keyof Measured) => slots.map((slot) => slot[name][key]);
  const pair = (key: keyof Measured) => `${short(median(of('bot', key)))} / ${short(median(of('echo', key)))}`;
  const ratio = (key: keyof Measured) => slots.map((slot) => slot.bot[key] / slot.echo[key]);
  return {
    turn: what,
    'at once': String(atOnce),
    'CPU ms, bot': spread(of('bot', 'cpuMs')),
    'CPU ms, echo': spread(of('echo', 'cpuMs')),
    'CPU ratio': spread(ratio('cpuMs')),
    'p50 ms': pair('p50'),
    'p99 ms': pair('p99'),
    'turns/s': pair('perSecond'),
    'turns/s ratio': short(median(ratio('perSecond'))),
    'MB resident': pair('rssMb'),
  };
}
