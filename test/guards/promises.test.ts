/** Every promise of these tables leads to code that is there and to a test that is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-files.ts';

type Promised = { where: string[]; proofs: { file: string; title: string }[] };

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());

/** A row ends with its proof; where code is named, it stands before that. */
function promises(text: string): Promised[] {
  const rows = text.split('\n').filter((line) => /^\|.*`test\//.test(line));
  return rows.map((line) => {
    const [proof = '', where = ''] = cellsOf(line).slice(0, -1).reverse();
    const files = [...where.matchAll(/`([\w./-]+(?:\.ts|\/))`/g)].map(([, file = '']) => file);
    return {
      where: files.map((file) => (file.startsWith('cards/') ? file : `bot/${file}`)),
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

test.each([
  ['bot/SECURITY.md', 24],
  ['manifest/STORE.md', 25],
])('every row of %s names code and tests that are there', (file, rows) => {
  const table = promises(readFileSync(join(root, file), 'utf8'));
  expect(table.length).toBeGreaterThanOrEqual(rows);
  expect({ [`mend in ${file}`]: table.flatMap(missing) }).toEqual({ [`mend in ${file}`]: [] });
});

test('a row whose test is gone would be found', () => {
  const [row] = promises('| who | what | how | `http.ts`, `gone.ts` | `test/guards/lint.test.ts`: nobody wrote this |');
  expect(row && missing(row)).toEqual(['bot/gone.ts', 'test/guards/lint.test.ts: nobody wrote this']);
});
