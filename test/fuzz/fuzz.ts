/** `npm run fuzz -- 1000000`, or `-- --seed 17 --claim "words: are" --path 3:1` to play one again. */
import { parseArgs } from 'node:util';
import type { Claim } from './claim.ts';
import { claims } from './claims/index.ts';
import { type Failure, type Played, play } from './play.ts';
import { openTurns } from './turns/index.ts';
import { openWatchdog } from './watchdog.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, claim: { type: 'string' }, path: { type: 'string' }, from: { type: 'string' } },
});

/** So many inputs follow from one seed: enough that they grow from small to large. */
const perSeed = 250;

type Sum = { claim: Claim; inputs: number; seconds: number; slowestMs: number; failures: Failure[] };

const turns = await openTurns();
const sums: Sum[] = [...claims, ...turns.claims]
  .filter(({ name }) => name.startsWith(values.claim ?? ''))
  .map((claim) => ({ claim, inputs: 0, seconds: 0, slowestMs: 0, failures: [] }));

const watchdog = openWatchdog();
if (values.seed) await playSeed(Number(values.seed), values.path);
else await playMany(Number(positionals[0] ?? 100_000), Number(values.from ?? 1));
await turns.close();
await watchdog.stop();
report();
process.exitCode = sums.some(({ failures }) => failures.length > 0) ? 1 : 0;

async function playSeed(seed: number, path: string | undefined): Promise<void> {
  for (const sum of sums) await add(sum, { seed, path });
}

/** Each claim takes its share of all inputs, seed by seed, until it has failed. */
async function playMany(inputs: number, from: number): Promise<void> {
  const shares = sums.reduce((all, { claim }) => all + claim.share, 0);
  for (const sum of sums) {
    const seeds = Math.ceil((inputs * sum.claim.share) / shares / perSeed);
    for (let seed = from; seed < from + seeds && sum.failures.length === 0; seed += 1) {
      await add(sum, { seed });
    }
    print(lineOf(sum));
  }
}

async function add(sum: Sum, { seed, path }: { seed: number; path?: string | undefined }): Promise<void> {
  const begins = () => watchdog.sees(replayOf(sum.claim, seed));
  const began = performance.now();
  const { inputs, slowestMs, failure }: Played = await play(sum.claim, { seed, inputs: perSeed, path }, begins);
  sum.seconds += (performance.now() - began) / 1000;
  sum.inputs += inputs;
  sum.slowestMs = Math.max(sum.slowestMs, slowestMs);
  if (failure) sum.failures.push(failure);
}

function replayOf({ name }: Claim, seed: number): string {
  return `npm run fuzz -- --seed ${seed} --claim ${JSON.stringify(name)}`;
}

function lineOf({ claim, inputs, seconds, slowestMs, failures }: Sum): string {
  const speed = seconds > 0 ? `${Math.round(inputs / seconds)}/s` : '';
  const cells = [String(inputs).padStart(8), speed.padStart(9), `${slowestMs.toFixed(0)} ms`.padStart(8)];
  return `${failures.length > 0 ? 'FAILED' : 'held  '} ${cells.join(' ')}  ${claim.name}`;
}

function report(): void {
  for (const { claim, failures } of sums) for (const failure of failures) print(failureText(claim, failure));
  const inputs = sums.reduce((all, sum) => all + sum.inputs, 0);
  const seconds = sums.reduce((all, sum) => all + sum.seconds, 0);
  const failed = sums.filter(({ failures }) => failures.length > 0).length;
  const slowest = Math.max(...sums.map(({ slowestMs }) => slowestMs));
  const seeds = inputs / perSeed;
  print(
    `${inputs} inputs, ${failed} of ${sums.length} claims failed; ${seconds.toFixed(0)} s, ${(seeds / seconds || 0).toFixed(1)} seeds a second, the slowest input took ${slowest.toFixed(0)} ms`,
  );
}

function failureText(claim: Claim, { seed, path, input, error }: Failure): string {
  const replay = `${replayOf(claim, seed)}${path ? ` --path ${path}` : ''}`;
  return `\n${claim.name}\n  ${replay}\n  input: ${input.slice(0, 2_000)}\n  ${error.slice(0, 2_000)}\n`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
