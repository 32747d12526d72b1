/** What was measured of turns, as rows of a table. */
import { median, short, spread } from './figures.ts';
import { atMost, type Goal } from './goals.ts';
import type { Row } from './report.ts';

export type Measured = { cpuMs: number; perSecond: number; p50: number; p99: number; rssMb: number };

/** One round of one scenario at one size. */
export type Slot = { what: string; atOnce: number; bot: Measured; echo: Measured };

export function rowsFor(slots: readonly Slot[]): Row[] {
  // In the order of their first round: a scenario's sizes stay together.
  const kinds = Map.groupBy(slots, ({ what, atOnce }) => `${what} ${atOnce}`);
  return [...kinds.values()].map(rowFor);
}

/** Of the echo's CPU, and of a turn among 32. */
const goals = { help: 0.5, sync: { postgres: 1, embedded: 1.6 }, p99Ms: 25 } as const;

/** What was not measured this time is left out. */
export function goalsOf(slots: readonly Slot[], postgres: boolean): Goal[] {
  const cpu = (what: string) => median(slots.filter((one) => one.what === what && one.atOnce === 8).map(ratioOfCpu));
  const p99 = (what: string) =>
    median(slots.filter((one) => one.what === what && one.atOnce === 32).map(({ bot }) => bot.p99));
  const most = postgres ? goals.sync.postgres : goals.sync.embedded;
  const reached = [
    ['help: CPU by echo', cpu('help'), goals.help],
    ['help: p99 ms at 32 at once', p99('help'), goals.p99Ms],
    ['sync autopilot: CPU by echo', cpu('sync autopilot'), most],
    ['sync autopilot: p99 ms at 32 at once', p99('sync autopilot'), goals.p99Ms],
  ] as const;
  return reached.flatMap(([what, value, goal]) => (Number.isNaN(value) ? [] : [atMost(what, value, goal)]));
}

const ratioOfCpu = ({ bot, echo }: Slot): number => bot.cpuMs / echo.cpuMs;

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
