/** The day botbuilder is replaced costs the files that bot/teams/README.md names, and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPlanted, type Tree } from './planted.ts';
import { root, shippedFiles } from './project-files.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The bot as it would compile if botbuilder had nothing in it. */
function withoutBotbuilder(): Tree {
  const sources = shippedFiles().filter((file) => /^(bot|cards)\/.*\.(ts|json)$/.test(file));
  const gone = { compilerOptions: { paths: { botbuilder: ['./gone.d.ts'] }, types: ['node'], incremental: false } };
  return {
    ...Object.fromEntries(sources.map((file) => [file, read(file)])),
    'gone.d.ts': 'export {};\n',
    'gone.json': JSON.stringify({ extends: './tsconfig.json', include: ['bot', 'cards'], ...gone }),
  };
}

/** The table's first column. */
const planned = [...read('bot/teams/README.md').matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, file]) => `bot/teams/${file}`),
);

test('without botbuilder nothing fails to compile but what the plan names', () => {
  const { output } = onPlanted(withoutBotbuilder(), (folder) => [
    process.execPath,
    join(root, 'node_modules/typescript/bin/tsc'),
    ...['-p', join(folder, 'gone.json'), '--pretty', 'false'],
  ]);
  const broken = new Set([...output.matchAll(/^([^(\n]+\.ts)\(\d+,\d+\): error/gm)].map(([, file]) => file));
  expect([...broken].sort()).toEqual(planned.toSorted());
});
