import { parseArgs } from 'node:util';
import { openStage } from './stage.ts';
import { tellStory } from './story.ts';

/** `npm run simulate -- 20000`, from seed 1 or `--from 20001`; or `-- --seed 4711` to have one story told in words. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, from: { type: 'string' } },
});
const really = { now: performance.now.bind(performance) };
const dayMs = 24 * 60 * 60_000;
/** After so many, how far it is. */
const reportEvery = 1_000;

const stage = await openStage();
let isEnough = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isEnough = true));
const broken = values.seed ? await tellOne(values.seed) : await tellMany();
process.exitCode = broken === 0 ? 0 : 1;
await stage.close();

async function tellOne(seed: string): Promise<number> {
  const told = await tellStory(stage, seed);
  print(told.lines.join('\n'));
  print(told.broken.length === 0 ? 'Everything held.' : `Broken:\n${told.broken.join('\n')}`);
  return told.broken.length;
}

/** Stopped earlier, it says how far it came. */
async function tellMany(): Promise<number> {
  const [count, from] = [Number(positionals[0] ?? 200), Number(values.from ?? 1)];
  const [beganMs, sum] = [really.now(), { stories: 0, broken: 0, passedMs: 0 }];
  const report = () => print(inWords(sum, (really.now() - beganMs) / 1000));
  for (let number = from; number < from + count && !isEnough; number += 1) {
    const told = await tellStory(stage, String(number));
    sum.stories += 1;
    sum.passedMs += told.passedMs;
    if (told.broken.length > 0) sum.broken += 1;
    if (told.broken.length > 0) print(`seed ${told.seed}: ${told.broken[0]?.split('\n')[0]}`);
    if (sum.stories % reportEvery === 0 && sum.stories < count) report();
  }
  report();
  return sum.broken;
}

function inWords(
  { stories, broken, passedMs }: { stories: number; broken: number; passedMs: number },
  seconds: number,
) {
  const days = passedMs / dayMs;
  const speed = `${seconds.toFixed(1)} s, ${(days / seconds).toFixed(2)} simulated days a second`;
  return `${stories} stories, ${broken} broken; ${days.toFixed(1)} simulated days in ${speed}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
