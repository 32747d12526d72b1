import { openAsBlob } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Made before all test files by ready/prepare.ts; without it a database is opened from nothing. */
const ready = process.env['READY_DATABASE'];

/** For the environment of a process: what Node has compiled of the bot before. */
export const readyCode: Record<string, string> = ready ? { NODE_COMPILE_CACHE: join(ready, 'code') } : {};

/** An embedded database in memory, brought up to date before. */
export async function readyMemory(): Promise<{ kind: 'memory'; from?: Blob }> {
  return ready ? { kind: 'memory', from: await openAsBlob(join(ready, 'dump.tar')) } : { kind: 'memory' };
}

/** A folder of its own with such a database in it. */
export async function readyFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sync-desk-'));
  if (ready) await cp(join(ready, 'folder'), path, { recursive: true });
  return path;
}
