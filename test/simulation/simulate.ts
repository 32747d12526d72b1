import { openStage } from './stage.ts';
import { type Told, tellStory } from './story.ts';

/** `npm run simulate -- 20000`, or `-- --seed 4711` to have one story told in words. */
const [how = '200', seed] = process.argv.slice(2);
const really = { now: performance.now.bind(performance) };
const dayMs = 24 * 60 * 60_000;

const stage = await openStage();
process.exitCode = how === '--seed' ? await tellOne(seed ?? '1') : await tellMany(Number(how));
await stage.close();

async function tellOne(one: string): Promise<number> {
  const told = await tellStory(stage, one);
  print(told.lines.join('\n'));
  print(told.broken.length === 0 ? 'Everything held.' : `Broken:\n${told.broken.join('\n')}`);
  return told.broken.length === 0 ? 0 : 1;
}

async function tellMany(count: number): Promise<number> {
  const beganMs = really.now();
  const failed: Told[] = [];
  let passedMs = 0;
  for (let number = 1; number <= count; number += 1) {
    const told = await tellStory(stage, String(number));
    passedMs += told.passedMs;
    if (told.broken.length > 0) failed.push(told);
    if (told.broken.length > 0) print(`seed ${told.seed}: ${told.broken[0]?.split('\n')[0]}`);
  }
  const seconds = (really.now() - beganMs) / 1000;
  const days = passedMs / dayMs;
  print(
    `${count} stories, ${failed.length} broken; ${seconds.toFixed(1)} s, ${(days / seconds).toFixed(2)} simulated days a second`,
  );
  return failed.length === 0 ? 0 : 1;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
