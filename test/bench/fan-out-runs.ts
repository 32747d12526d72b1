/** Plays one client against a tenant of its own, and says what both sides saw of it. */
import { type Child, type ChildOptions, openChild } from './children.ts';
import type { Spelling, WindowKind } from './fan-out-budget.ts';
import type { Seen, TenantWish } from './fan-out-graph.ts';
import type { FannedOut } from './fan-out-ours.ts';
import type { Peer } from './fan-out-peers.ts';
import { limit } from './fan-out-scale.ts';

export type Run = {
  targets: number;
  windows: WindowKind;
  spelling: Spelling;
  /** Of the budget, by another app. */
  eaten?: number;
  /** Of the limit, where time runs faster still. */
  windowMs?: number;
  reads?: boolean;
};

export type Played = Run & {
  /** Time by targets ÷ limit. */
  ratio: number;
  refused: number;
  /** Of everything asked. */
  refusedShare: number;
  lost: number;
  twice: number;
  /** By targets ÷ 20. */
  trips: number;
  peakMb: number;
  readMs: number[];
};

/** The loopback Graph; each run has a tenant of its own. */
export type Tenants = { graph: Child; url: string; opened: number };

export async function openTenants(): Promise<Tenants> {
  const graph = openChild('test/bench/fan-out-graph.ts');
  return { graph, url: await graph.prints(/(http:\/\/127\.0\.0\.1:\d+)/), opened: 0 };
}

export const openOurs = (options: ChildOptions = {}) => ready(openChild('test/bench/fan-out-ours.ts', options));
export const openPeers = () => ready(openChild('test/bench/fan-out-peers.ts'));

/** What is asked before a process listens is lost. */
async function ready(child: Child): Promise<Child> {
  await child.prints(/ready/);
  return child;
}

/** `children`: they share the targets; `peer`: which of the others. */
export type Players = { children: readonly Child[]; peer?: Peer };

export async function play(tenants: Tenants, run: Run, players: Players): Promise<Played> {
  const { windows, spelling, eaten = 0, windowMs = limit.windowMs } = run;
  const { graph } = tenants;
  const name = `tenant-${++tenants.opened}`;
  await graph.ask('open', { name, windows, spelling, windowMs, eaten } satisfies TenantWish);
  const told = await fanOut(`${tenants.url}/${name}/beta`, run, players);
  return playedOf(run, told, await graph.ask<Seen>('close', name));
}

/** How long somebody's reads take while nothing else goes on. */
export async function quietReads(tenants: Tenants, child: Child): Promise<number[]> {
  const name = `tenant-${++tenants.opened}`;
  await tenants.graph.ask('open', { name, windows: 'sliding', spelling: 'whole' } satisfies TenantWish);
  return child.ask<number[]>('quiet', { url: `${tenants.url}/${name}/beta`, ms: 3_000 });
}

/** Several processes share the targets. */
function fanOut(url: string, run: Run, { children, peer }: Players): Promise<FannedOut[]> {
  const targets = run.targets / children.length;
  const asked = (child: Child, i: number) =>
    child.ask<FannedOut>('fanOut', { ...run, url, peer, targets, from: i * targets });
  return Promise.all(children.map(asked));
}

function playedOf(run: Run, told: readonly FannedOut[], seen: Seen): Played {
  const { targets, eaten = 0, windowMs = limit.windowMs } = run;
  const answered = told.reduce((sum, one) => sum + one.answered, 0);
  const idealMs = (targets / (limit.places - eaten)) * windowMs;
  return {
    ...run,
    ratio: Math.max(...told.map(({ ms }) => ms)) / idealMs,
    refused: seen.refused,
    refusedShare: seen.refused / seen.counted,
    lost: targets - Math.min(answered, seen.written),
    twice: seen.twice,
    trips: seen.trips / (targets / 20),
    peakMb: Math.max(...told.map(({ peakMb }) => peakMb)),
    readMs: told.flatMap(({ readMs }) => readMs),
  };
}

const tries = 3;

/** What else the machine does only ever makes it slower, so a run that was too slow is played again, twice at most. */
export async function playUntil(most: number, once: () => Promise<Played>): Promise<Played[]> {
  const played = [await once()];
  while (played.length < tries && Math.min(...played.map(({ ratio }) => ratio)) > most) played.push(await once());
  return played;
}
