import fc from 'fast-check';
import type { Claim } from './claim.ts';

/** What came of the inputs of one seed. */
export type Played = { inputs: number; slowestMs: number; failure: Failure | null };

/** `path` leads from the seed to the smallest input that was found. */
export type Failure = { seed: number; path: string | null; input: string; error: string };

export type Round = { seed: number; inputs: number; path?: string | undefined };

/** A process that works on one input for so long answers nobody else meanwhile. What it waits for is not counted. */
const hangsMs = 1_000;

/** Plays a claim on the inputs that follow from a seed. `begins`: told of each; then one that hangs has failed. */
export async function play(claim: Claim, round: Round, begins?: () => void): Promise<Played> {
  let [inputs, slowestMs] = [0, 0];
  const property = fc.asyncProperty(claim.input, async (input) => {
    inputs += 1;
    const ms = await timed(claim, input, begins);
    slowestMs = Math.max(slowestMs, ms);
  });
  const { seed, inputs: numRuns, path } = round;
  // With a whole bot, hundreds of smaller inputs would take minutes.
  const details = await fc.check(property, {
    seed,
    numRuns,
    endOnFailure: claim.after !== undefined,
    ...(path ? { path } : {}),
  });
  const found = details.failed
    ? { path: details.counterexamplePath, input: fc.stringify(details.counterexample), error: details.errorInstance }
    : await together(claim);
  return { inputs, slowestMs, failure: found && { seed, ...found, error: textOf(found.error) } };
}

async function timed(claim: Claim, input: unknown, begins?: () => void): Promise<number> {
  begins?.();
  const ms = await msOf(claim, input);
  if (!begins || ms < hangsMs) return ms;
  // Others work on this machine too: what hangs does so every time.
  const again = await msOf(claim, input);
  if (again >= hangsMs) throw new Error(`It took ${Math.round(Math.min(ms, again))} ms of CPU`);
  return again;
}

async function msOf({ holds }: Claim, input: unknown): Promise<number> {
  const began = process.cpuUsage();
  const held = holds(input);
  if (held instanceof Promise) await held;
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

async function together({ after }: Claim): Promise<(Omit<Failure, 'seed' | 'error'> & { error: unknown }) | null> {
  try {
    await after?.();
    return null;
  } catch (error) {
    return { path: null, input: 'all inputs of this seed together', error };
  }
}

const textOf = (error: unknown): string =>
  error instanceof Error
    ? ours(error.stack ?? error.message) + (error.cause ? `\nbecause of ${textOf(error.cause)}` : '')
    : String(error);

/** The lines of a stack that lead into code of ours. */
const ours = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => !/^ +at .*(node_modules|fuzz\/play|node:|<anonymous>)/.test(line))
    .join('\n');
