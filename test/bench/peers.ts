/** Turns a second of the whole bot, beside the same echo on Microsoft's two newer kits. They are installed for this bench alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openPeer, type Server } from './candidates.ts';
import { median, short, spread } from './figures.ts';
import { atLeast, sayGoals } from './goals.ts';
import { type Row, report } from './report.ts';
import { signEverybodyIn } from './sign-in.ts';
import { type Candidate, openTenant } from './tenant.ts';
import { type Bench, help, measure, people, tenants, warm } from './turn.ts';
import type { Measured } from './turn-rows.ts';

export type PeersOptions = { rounds: number; turns: number; atOnce: number };

const kits = { agents: '@microsoft/agents-hosting', teams: '@microsoft/teams.apps' } as const;
const goal = 2;

type Slots = Map<string, Measured[]>;

export async function peers({ rounds, turns, atOnce }: PeersOptions): Promise<void> {
  if (!existsSync(join(import.meta.dirname, 'peers/node_modules')))
    throw new Error('Run npm install --prefix test/bench/peers first: the kits do not come with the bot');
  const tenant = await openTenant({ people, tenants, postgres: 0, profileAs: null });
  await signEverybodyIn(tenant);
  const opened = await Promise.all(Object.keys(kits).map((kit) => kitNamed(kit, tenant.settings)));
  const candidates = [tenant.bot, tenant.echo, ...opened];
  const bench: Bench = { tenant, turns, token: await tenant.tokens(1) };
  await warm(bench, candidates.slice(1));
  const slots: Slots = new Map(candidates.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++)
    for (const candidate of candidates)
      slots.get(candidate.name)?.push(await measure(bench, { candidate, scenario: help, atOnce, times: 1 }));
  await Promise.all(opened.map(({ server }) => server.stop()));
  await tenant.stop();
  const title = `help, ${atOnce} at once, ${rounds} rounds of ${turns} turns`;
  report({ name: 'peers', title, rows: rowsFor(slots), reading, measured: [...slots] });
  sayGoals('peers', goalsOf(slots));
}

const reading =
  'All check signed tokens and answer with the same card; median of the rounds (least..greatest). The driver shares the cores, which ' +
  'lets the faster look slower than they are: CPU is of each server alone.';

async function kitNamed(name: string, settings: Record<string, string>): Promise<Candidate & { server: Server }> {
  return { name, server: await openPeer(name, settings) };
}

const of = (slots: Slots, name: string, key: keyof Measured): number[] =>
  (slots.get(name) ?? []).map((one) => one[key]);

/** Inside a round, so that it does not depend on the machine. */
function timesOf(slots: Slots, name: string): number[] {
  const others = of(slots, name, 'perSecond');
  return of(slots, 'bot', 'perSecond').map((bot, round) => bot / (others[round] ?? Number.NaN));
}

const rowsFor = (slots: Slots): Row[] =>
  [...slots.keys()].map((name) => ({
    server: name,
    'turns/s': spread(of(slots, name, 'perSecond')),
    'bot does so many times': spread(timesOf(slots, name)),
    'CPU ms': spread(of(slots, name, 'cpuMs')),
    'p99 ms': short(median(of(slots, name, 'p99'))),
    'MB resident': short(median(of(slots, name, 'rssMb'))),
  }));

const goalsOf = (slots: Slots) =>
  Object.entries(kits).map(([name, kit]) => atLeast(`turns/s by ${kit}`, median(timesOf(slots, name)), goal));
