/** Plants what the linter must find in shipped code and asserts that it is found. */
import { join } from 'node:path';
import { onPlanted, type Tree } from './planted.ts';
import { root } from './project-files.ts';

const lint = () => [join(root, 'node_modules/.bin/biome'), 'lint', '--error-on-warnings', '--colors=off', '.'];

const save = 'export async function save(n: number): Promise<number> {\n  return n;\n}\n';
const long = (lines: number, line: string) => Array(lines).fill(line).join('\n');

const planted: [name: string, rule: string, file: string, text: string][] = [
  [
    'an unawaited promise of another file',
    'noFloatingPromises',
    'bot/runs/unawaited.ts',
    "import { save } from './save.ts';\n\nexport function forget(): void {\n  save(1);\n}\n",
  ],
  [
    'an unawaited promise of a package',
    'noFloatingPromises',
    'bot/runs/package.ts',
    "import type { Boss } from 'a-queue';\n\nexport function forget(boss: Boss): void {\n  boss.start();\n}\n",
  ],
  [
    'an unawaited promise in a card',
    'noFloatingPromises',
    'cards/unawaited.ts',
    `${save}\nexport function forget(): void {\n  save(1);\n}\n`,
  ],
  [
    'a promise silenced with void',
    'noVoid',
    'bot/runs/void.ts',
    "import { save } from './save.ts';\n\nexport function forget(): void {\n  void save(1);\n}\n",
  ],
  [
    'an async function where nobody waits',
    'noMisusedPromises',
    'bot/runs/misused.ts',
    "import { save } from './save.ts';\n\nexport function all(list: number[]): void {\n  list.forEach(async (n) => {\n    await save(n);\n  });\n}\n",
  ],
  ['any', 'noExplicitAny', 'bot/runs/any.ts', 'export const x = (y: any): string => String(y);\n'],
  [
    'a missing case',
    'useExhaustiveSwitchCases',
    'bot/runs/case.ts',
    "export function say(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a':\n      return 'x';\n  }\n  return '';\n}\n",
  ],
  ['console', 'noConsole', 'bot/runs/console.ts', "console.log('x');\n"],
  ['process.env outside bot/config.ts', 'noProcessEnv', 'bot/runs/env.ts', "export const x = process.env['X'];\n"],
  ['an enum', 'noEnum', 'bot/runs/enum.ts', 'export enum Colour {\n  Red,\n}\n'],
  ['a default export', 'noDefaultExport', 'bot/runs/default.ts', 'export default 1;\n'],
  [
    'a non-null assertion',
    'noNonNullAssertion',
    'bot/runs/assertion.ts',
    'export const x = (y?: string): string => y!;\n',
  ],
  [
    'a value import of a type',
    'useImportType',
    'bot/runs/type.ts',
    "import { Boss } from 'a-queue';\n\nexport type X = Boss;\n",
  ],
  [
    'four parameters',
    'useMaxParams',
    'bot/runs/four.ts',
    'export const x = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
  ],
  [
    'a function over 50 lines',
    'noExcessiveLinesPerFunction',
    'bot/runs/long-function.ts',
    `export function x(n: number): number {\n  let m = n;\n${long(51, '  m += 1;')}\n  return m;\n}\n`,
  ],
  [
    'a file over 200 lines',
    'noExcessiveLinesPerFile',
    'cards/long-file.ts',
    `${long(201, '// line')}\nexport const x = 1;\n`,
  ],
  ['a file name that is not kebab-case', 'useFilenamingConvention', 'bot/runs/longFile.ts', 'export const x = 1;\n'],
];

const findings = () => {
  const tree: Tree = {
    'bot/runs/save.ts': save,
    'node_modules/a-queue/package.json': '{ "name": "a-queue", "version": "1.0.0", "types": "index.d.ts" }',
    'node_modules/a-queue/index.d.ts': 'export declare class Boss {\n  start(): Promise<void>;\n}\n',
  };
  for (const [, , file, text] of planted) tree[file] = text;
  return onPlanted(tree, lint);
};

test('everything planted is found', () => {
  const { passed, output } = findings();
  const missed = planted.filter(([, rule, file]) => !new RegExp(`^${file}\\S* lint/\\w+/${rule}\\b`, 'm').test(output));
  expect({ 'not found, edit biome.json': missed.map(([name]) => name), passed }).toEqual({
    'not found, edit biome.json': [],
    passed: false,
  });
});

test('what shipped code may not do is allowed where it belongs', () => {
  const tree = {
    'bot/config.ts': "export const port = process.env['PORT'];\n",
    'bot/practice/page/draw.ts': "console.log('x');\n",
    'bot/practice/chat.ts': "console.log('x');\n",
    'cards/gallery/build.ts': "console.log('x');\n",
    'cards/words/en.ts': `${long(300, '// line')}\nexport const en = 1;\n`,
    'test/bot/long.test.ts': `${long(300, '// line')}\ntest('x', () => {\n  expect(['a'][0]!).toBe('a');\n});\n`,
  };
  const { passed, output } = onPlanted(tree, lint);
  expect({ passed, output: passed ? '' : output }).toEqual({ passed: true, output: '' });
});
