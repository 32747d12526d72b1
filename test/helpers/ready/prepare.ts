import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');

/**
 * An embedded database takes two seconds of initdb and migrations before its first row. They are spent once, before all test
 * files: each then opens a copy (ready.ts). It is kept beside jest's transforms until what it is made from changes.
 */
// biome-ignore lint/style/noDefaultExport: jest takes its global setup as a module's default export.
export default async function prepare(_: object, { cacheDirectory }: { cacheDirectory: string }): Promise<void> {
  const ready = join(cacheDirectory, `sync-desk-ready-${fingerprint()}`);
  if (!existsSync(ready)) await build(cacheDirectory, ready);
  process.env['READY_DATABASE'] = ready;
}

function fingerprint(): string {
  const made = [
    'bot/store/migrations/*.ts',
    'bot/store/{migrate,open,pglite-dialect}.ts',
    'bot/runs/{lanes,queue}.ts',
    'test/helpers/ready/build.ts',
    'package-lock.json',
  ];
  const hash = createHash('sha256');
  for (const path of globSync(made, { cwd: root }).sort()) hash.update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

/** Another run may build it at the same time; whoever is first keeps theirs. */
async function build(cacheDirectory: string, ready: string): Promise<void> {
  await mkdir(cacheDirectory, { recursive: true });
  const mine = await mkdtemp(join(cacheDirectory, 'sync-desk-building-'));
  const env = { ...process.env, NODE_COMPILE_CACHE: join(mine, 'code') };
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'build.ts'), mine], { env });
  await rename(mine, ready).catch(() => rm(mine, { recursive: true }));
  await forgetOld(cacheDirectory);
}

/** Those of a day ago belong to a state of the code that nobody tests any more. */
async function forgetOld(cacheDirectory: string): Promise<void> {
  const dayAgo = Date.now() - 24 * 60 * 60_000;
  for (const path of globSync(join(cacheDirectory, 'sync-desk-{ready,building}-*')))
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < dayAgo)
      await rm(path, { recursive: true, force: true });
}
