/** Many writes through a limit: our door beside Microsoft's client and a loop with a flat wait. */
import type { Child } from './children.ts';
import { spellings, windowKinds } from './fan-out-budget.ts';
import { openDatabase } from './fan-out-database.ts';
import { goals, goalsOf, lineOf, type Ours } from './fan-out-goals.ts';
import { rowFor } from './fan-out-rows.ts';
import {
  openOurs,
  openPeers,
  openTenants,
  type Played,
  play,
  playUntil,
  quietReads,
  type Run,
  type Tenants,
} from './fan-out-runs.ts';
import { report } from './report.ts';

export type FanOutOptions = { rounds: number };

const plain: Run = { targets: 2_000, windows: 'sliding', spelling: 'whole' };

export async function fanOut({ rounds }: FanOutOptions): Promise<void> {
  const tenants = await openTenants();
  const [one, other, peers] = await Promise.all([openOurs(), openOurs(), openPeers()]);
  for (const child of [one, other]) await play(tenants, { ...plain, targets: 20 }, { children: [child] });
  const beside = await sideBySide(tenants, { ours: one, peers, rounds });
  const harder = await hardOnes(tenants, [one, other]);
  const [long, halfAndShared] = await Promise.all([
    playUntil(goals.long, () => play(tenants, { ...plain, targets: 10_000 }, { children: [one] })),
    halfThenShared(tenants, other),
  ]);
  const ours: Ours = {
    ...{ short: [beside.ours, ...harder], long, ...halfAndShared },
    ...(await memoryAndReads(tenants)),
  };
  await Promise.all([one, other, peers, tenants.graph].map((child) => child.stop()));
  conclude(beside, ours);
}

type Beside = { ours: Played[]; client: Played[]; flat: Played[] };

/** The loop waits so long that one round of it is enough. */
async function sideBySide(
  tenants: Tenants,
  { ours, peers, rounds }: { ours: Child; peers: Child; rounds: number },
): Promise<Beside> {
  const beside: Beside = { ours: [], client: [], flat: [] };
  for (let round = 1; round <= rounds; round++) {
    beside.ours.push(await play(tenants, plain, { children: [ours] }));
    beside.client.push(await play(tenants, plain, { children: [peers], peer: 'graph-client' }));
    if (round === 1) beside.flat.push(await play(tenants, plain, { children: [peers], peer: 'flat wait' }));
    console.log(`round ${round} of ${rounds}`);
  }
  return beside;
}

/** Both kinds of windows with every spelling, two at a time. */
async function hardOnes(tenants: Tenants, children: readonly Child[]): Promise<Played[][]> {
  const waiting = windowKinds
    .flatMap((windows) => spellings.map((spelling) => ({ ...plain, windows, spelling })))
    .filter(({ windows, spelling }) => windows !== plain.windows || spelling !== plain.spelling);
  const played: Played[][] = [];
  const work = async (child: Child) => {
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      const wish = run;
      played.push(await playUntil(goals.short, () => play(tenants, wish, { children: [child] })));
    }
  };
  await Promise.all(children.map(work));
  return played;
}

async function halfThenShared(tenants: Tenants, child: Child): Promise<Pick<Ours, 'half' | 'shared'>> {
  const half: Played[][] = [];
  for (const windows of windowKinds) {
    const run = { ...plain, windows, eaten: 100 };
    half.push(await playUntil(goals.half, () => play(tenants, run, { children: [child] })));
  }
  return { half, shared: await shared(tenants) };
}

async function shared(tenants: Tenants): Promise<Played[] | null> {
  const database = await openDatabase();
  if (!database) return null;
  try {
    const children = [await openOurs({ env: database.env }), await openOurs({ env: database.env })];
    const played = await play(tenants, plain, { children });
    await Promise.all(children.map((child) => child.stop()));
    return [played];
  } finally {
    await database.drop();
  }
}

/** Four times faster still, so that 20,000 fit into half a minute. */
async function memoryAndReads(tenants: Tenants): Promise<Pick<Ours, 'memoryMb' | 'reads'>> {
  const child = await openOurs({ node: ['--expose-gc'] });
  const fast = { ...plain, windowMs: 250 };
  const few = await play(tenants, fast, { children: [child] });
  const quiet = await quietReads(tenants, child);
  const many = await play(tenants, { ...fast, targets: 20_000, reads: true }, { children: [child] });
  await child.stop();
  return { memoryMb: many.peakMb - few.peakMb, reads: { quiet, meanwhile: many.readMs } };
}

function conclude({ ours, client, flat }: Beside, measured: Ours): void {
  const rows = [
    rowFor('ours', ours),
    rowFor('microsoft-graph-client, default retries, 20 at once', client),
    rowFor('loop, waits 60 s after a 429, 20 at once', flat),
    rowFor('ours, every kind of windows and Retry-After', measured.short.flat()),
    rowFor('ours, 10,000 targets', measured.long),
    rowFor('ours, half of the budget gone unseen', measured.half.flat()),
    ...(measured.shared ? [rowFor('ours, two processes on one PostgreSQL', measured.shared)] : []),
  ];
  const title = `Fan-out, ${plain.targets.toLocaleString('en')} targets where not said otherwise, ${ours.length} rounds`;
  report({ name: 'fan-out', title, rows, reading, measured: { ours, client, flat, measured } });
  const reached = goalsOf(measured);
  console.log(lineOf(reached));
  if (reached.some(({ met }) => !met)) process.exitCode = 1;
}

const reading =
  'Ideal: targets ÷ what is left of the limit (200 writes in 20 s; time runs 20 times faster, 30 ms latency). The true floor is a ' +
  'window less. A goal of time counts the calmest of up to three plays; every other goal counts all of them. MB more: from 2,000 to ' +
  '20,000 targets in one process, its garbage collected twice a second; the column has the peaks as they come.';
