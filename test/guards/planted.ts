import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './project-files.ts';

/** Path in the project → text of the file. */
export type Tree = Record<string, string>;

/**
 * Puts files into a folder that has this project's rules, and runs one of its tools there. The project's packages are
 * there too, unless the tree brings packages of its own.
 */
export function onPlanted(tree: Tree, command: (folder: string) => string[]): { passed: boolean; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const file of ['biome.json', '.gitignore', 'package.json', 'tsconfig.json']) {
      copyFileSync(join(root, file), join(folder, file));
    }
    const packagesToo = Object.keys(tree).some((file) => file.startsWith('node_modules/'));
    if (!packagesToo) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const [program = '', ...rest] = command(folder);
    const ran = spawnSync(program, rest, { cwd: folder, encoding: 'utf8' });
    if (ran.error) throw ran.error;
    return { passed: ran.status === 0, output: `${ran.stdout}${ran.stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
