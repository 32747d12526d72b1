/** From enqueueing to starting, and how fast a backlog is worked off: the bot's queue beside plain pg-boss. */
import { report } from './report.ts';
import { type Crew, type Home, openCrew } from './steps-crew.ts';
import { goalsOf, lineOf } from './steps-goals.ts';
import { type Measured, rowsFor, type Sides } from './steps-rows.ts';
import { longChain } from './steps-scale.ts';

export type StepsOptions = { rounds: number };

const homes: readonly { home: Home; processes: number }[] = [
  { home: 'PGlite', processes: 1 },
  { home: 'PostgreSQL', processes: 1 },
  { home: 'PostgreSQL', processes: 2 },
  { home: 'PostgreSQL', processes: 4 },
];

export async function steps({ rounds }: StepsOptions): Promise<void> {
  const measured: Measured[] = [];
  for (const { home, processes } of homes) {
    const sides = await roundsOf(home, processes, rounds);
    if (sides) measured.push({ home, processes, rounds: sides });
    else console.log('set TEST_DATABASE_URL to a server on which databases may be created: PostgreSQL is left out');
  }
  const title = `Steps, ${rounds} rounds`;
  report({ name: 'steps', title, rows: rowsFor(measured), reading, measured });
  const reached = goalsOf(measured);
  console.log(lineOf(reached));
  if (reached.some(({ met }) => !met)) process.exitCode = 1;
}

/** A B, A B, A B. */
async function roundsOf(home: Home, processes: number, rounds: number): Promise<Sides[] | null> {
  const [plain, ours] = [await openCrew('plain', home, processes), await openCrew('ours', home, processes)];
  if (!plain || !ours) return null;
  const sides: Sides[] = [];
  for (const crew of [plain, ours]) await crew.drains('nothing', warmUp * processes, 1);
  for (let i = 0; i < longWarmUp; i++) await ours.drains('chain', (warmUp * processes) / longChain, longChain);
  for (let round = 1; round <= rounds; round++) {
    sides.push({ plain: await yardstick(plain), ours: await measureOurs(ours) });
    console.log(`${home}, ${processes}: round ${round} of ${rounds}`);
  }
  await Promise.all([plain.stop(), ours.stop()]);
  return sides;
}

/** For each process: V8 goes on compiling for a while, and a process that has done few steps takes twice the CPU for one. */
const warmUp = 1_000;
const longWarmUp = 4;
const waiting = 2_000;
const trickled = 100;
const together = 1_000;

const yardstick = async (crew: Crew) => ({
  starts: await crew.starts(trickled),
  nothing: await crew.drains('nothing', waiting, 1),
  enqueued: await crew.enqueues(together),
});

const measureOurs = async (crew: Crew) => ({
  ...(await yardstick(crew)),
  row: await crew.drains('row', waiting, 1),
  chain: await crew.drains('chain', waiting / longChain, longChain),
});

const reading =
  'Start: from sending until the step begins, one every 60 ms. Steps a second: of a backlog; plain steps do nothing, ours change the ' +
  'row of their target in a transaction (row), and enqueue the next step in it too (chain, counted as steps). Plain: pg-boss with ' +
  'notifications and a step that wakes its worker. All processes share the cores with the database. A goal counts the calmest round.';
