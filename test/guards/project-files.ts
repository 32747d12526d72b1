import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export function textOf(file: string): string {
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing: write it.`);
  return readFileSync(join(root, file), 'utf8');
}

export function jsonOf<T>(file: string): T {
  return JSON.parse(textOf(file)) as T;
}

/** TypeScript that people run: bot/, cards/ and manifest/, without the gallery. */
export function shippedFiles(): string[] {
  return globSync('{bot,cards,manifest}/**/*.ts', { cwd: root })
    .filter((file) => !file.startsWith('cards/gallery/'))
    .sort();
}

/** `what` tells which file to edit. */
export const expectNone = (what: string, found: readonly unknown[]) =>
  expect({ [what]: found }).toEqual({ [what]: [] });
