/**
 * `npm run check`: every tool that reads the code without running the bot, side by side; names what failed.
 * `-- --without guards`: for whoever runs `npm test` next, which has them too.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';

type Step = { name: string; command: string; hint: string };
type Result = Step & { passed: boolean; output: string; seconds: number };

const page = 'bot/practice/page';
const { without = [] } = parseArgs({ options: { without: { type: 'string', multiple: true } } }).values;

const steps: Step[] = [
  {
    name: 'format and lint',
    command: 'biome check --error-on-warnings --diagnostic-level=info --max-diagnostics=200 .',
    hint: 'Each finding begins with the file to edit. `npm run format` formats and sorts imports; the rules are in biome.json.',
  },
  {
    name: 'types',
    command: globSync(`${page}/*.ts`).length > 0 ? `tsc -p . && tsc -p ${page}` : 'tsc -p .',
    hint: 'Each finding begins with the file to edit; the flags are in tsconfig.json.',
  },
  {
    name: 'imports',
    command: 'node test/guards/imports.ts',
    hint: 'Each finding says which file to edit; the table is .dependency-cruiser.mjs.',
  },
  {
    name: 'dead code',
    command: 'knip --no-config-hints --no-progress',
    hint: 'Delete what nobody uses, or its `export`; a file that is started directly is an entry in knip.json.',
  },
  {
    name: 'guards',
    command: 'jest --selectProjects test --silent --testPathPatterns test/guards/',
    hint: 'Each failure says which file to edit; the guards are in test/guards.',
  },
];

function run(step: Step): Promise<Result> {
  const startedAt = Date.now();
  const child = spawn(step.command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ ...step, passed: code === 0, output, seconds: (Date.now() - startedAt) / 1000 });
    });
  });
}

const results = await Promise.all(steps.filter(({ name }) => !without.includes(name)).map(run));
for (const { name, output, hint } of results.filter(({ passed }) => !passed)) {
  console.log(`── ${name} ──\n${output.trim()}\n${hint}\n`);
}
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
