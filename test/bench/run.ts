/** `npm run bench -- <name> [--option number]`: measurements on loopback; each stops by itself. */
import { killAll } from './children.ts';
import { fanOut } from './fan-out.ts';
import { load } from './load.ts';
import { payloads } from './payloads.ts';
import { peers } from './peers.ts';
import { press } from './press.ts';
import { soak } from './soak.ts';
import { stampede } from './stampede.ts';
import { start } from './start.ts';
import { statements } from './statements.ts';
import { steps } from './steps.ts';
import { turn } from './turn.ts';

type Bench = {
  about: string;
  /** Every option is a number; these are the defaults. */
  options: Record<string, number>;
  run(options: Record<string, number>): Promise<void>;
};

/** Makes a bench whose options are known by name. */
const bench = <O extends Record<string, number>>(about: string, options: O, run: (options: O) => Promise<void>) => ({
  about,
  options,
  run: (given: Record<string, number>) => run({ ...options, ...given }),
});

const benches: Record<string, Bench> = {
  turn: bench(
    'CPU and time of a turn, beside a bare botbuilder echo',
    { rounds: 5, turns: 1000, only: 0, postgres: 0, profile: 0 },
    turn,
  ),
  peers: bench('turns a second, beside echoes on newer kits', { rounds: 9, turns: 3000, atOnce: 32 }, peers),
  press: bench(
    'from pressing "Sync now" to the card that says Accepted',
    { presses: 200, warmUp: 20, profile: 0 },
    press,
  ),
  'fan-out': bench('many writes through a limit, beside other clients', { rounds: 3 }, fanOut),
  payloads: bench('payload sync on many devices: plan, run, looks, board', { devices: 1_000, rounds: 3 }, payloads),
  start: bench('from starting to ready, and memory at rest', { rounds: 5, restSeconds: 10 }, start),
  soak: bench(
    'many watches of many devices for scaled minutes: memory, looks, notices',
    { minutes: 10, devices: 2_000, watchers: 5, checkIns: 20 },
    soak,
  ),
  load: bench(
    'a thousand conversations at a steady rate, and then far too many at once',
    { people: 1_000, runs: 20_000, tenants: 20, seconds: 20, perSecond: 60, crowd: 5_000, postgres: 0 },
    load,
  ),
  stampede: bench(
    'everybody asks for the same at once, through Teams’ limits',
    { people: 1000, postgres: 0, only: 0, profile: 0 },
    stampede,
  ),
  steps: bench('from enqueueing to starting, and a backlog, beside plain pg-boss', { rounds: 3 }, steps),
  statements: bench('database statements of a turn, of a press and at rest', { times: 20 }, statements),
};

/** Longer than any bench with its defaults; a bench that hangs is a result too. */
const minutesAtMost = 15;

const [name = '', ...rest] = process.argv.slice(2);
const chosen = benches[name];
if (chosen) await runBench(chosen);
else list();

async function runBench({ run, options }: Bench): Promise<void> {
  setTimeout(() => fail(`Stopped after ${minutesAtMost} minutes`), minutesAtMost * 60_000).unref();
  process.once('SIGINT', () => fail('Stopped'));
  try {
    await run(optionsFrom(rest, options));
  } catch (error) {
    fail(error);
  }
}

/** `--rounds 3` */
function optionsFrom(args: readonly string[], known: Record<string, number>): Record<string, number> {
  const given: Record<string, number> = {};
  for (let i = 0; i < args.length; i += 2) {
    const [option, value] = [args[i]?.replace(/^--/, '') ?? '', Number(args[i + 1])];
    if (!(option in known) || !(value >= 0)) throw new Error(`Options: ${optionsText(known)}`);
    given[option] = value;
  }
  return given;
}

function optionsText(options: Record<string, number>): string {
  return Object.entries(options)
    .map(([option, value]) => `--${option} ${value}`)
    .join(' ');
}

function list(): void {
  console.log('npm run bench -- <name> [options]\n');
  for (const [one, { about, options }] of Object.entries(benches)) {
    console.log(`  ${one.padEnd(11)} ${about}\n${' '.repeat(14)}${optionsText(options)}`);
  }
  if (name !== '') process.exitCode = 1;
}

function fail(why: unknown): void {
  console.error(why);
  killAll();
  process.exit(1);
}
