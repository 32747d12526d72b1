/** Every promise of bot/SECURITY.md leads to code that is there and to a test that is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-files.ts';

type Promised = { where: string[]; proofs: { file: string; title: string }[] };

const cellsOf = (line: string) => line.split(/(?<!\\)\|/).map((cell) => cell.trim());

function promises(text: string): Promised[] {
  const rows = text.split('\n').filter((line) => /^\|.*`test\//.test(line));
  return rows.map((line) => {
    const [, , , , where = '', proof = ''] = cellsOf(line);
    return {
      where: [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => (file?.startsWith('cards/') ? file : `bot/${file}`)),
      proofs: proof.split(/; (?=`test)/).map((one) => {
        const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(one) ?? [];
        return { file, title };
      }),
    };
  });
}

/** What a row names and is not there. */
const missing = ({ where, proofs }: Promised): string[] => [
  ...where.filter((file) => !existsSync(join(root, file))),
  ...proofs.flatMap(({ file, title }) => {
    if (!existsSync(join(root, file))) return [file];
    return readFileSync(join(root, file), 'utf8').includes(title) ? [] : [`${file}: ${title}`];
  }),
];

const table = promises(readFileSync(join(root, 'bot/SECURITY.md'), 'utf8'));

test('every row of bot/SECURITY.md names code and tests that are there', () => {
  expect(table.length).toBeGreaterThan(20);
  expect({ 'mend in bot/SECURITY.md': table.flatMap(missing) }).toEqual({ 'mend in bot/SECURITY.md': [] });
});

test('a row whose test is gone would be found', () => {
  const [row] = promises('| who | what | how | `http.ts`, `gone.ts` | `test/guards/lint.test.ts`: nobody wrote this |');
  expect(row && missing(row)).toEqual(['bot/gone.ts', 'test/guards/lint.test.ts: nobody wrote this']);
});
