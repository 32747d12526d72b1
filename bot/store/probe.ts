import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Client } from 'pg';
import { ownerOf } from './folder.ts';
import type { Place } from './open.ts';

/** Whether a database could be opened; `code`: what PostgreSQL or the file system says, never a text that could hold a secret. */
export type Probed =
  | { kind: 'opens' }
  /** By another process on this machine. */
  | { kind: 'in-use'; owner: number }
  /** The folder is not there yet, and can be made. */
  | { kind: 'new' }
  | { kind: 'fails'; code: string };

/** Looks without changing anything: nothing is brought up to date, no folder is made, none is claimed. */
export async function probe(place: Place): Promise<Probed> {
  try {
    if (place.kind === 'memory') return { kind: 'opens' };
    return place.kind === 'postgres' ? await askPostgres(place.url) : await lookAt(resolve(place.path));
  } catch (error) {
    return { kind: 'fails', code: codeOf(error) };
  }
}

async function askPostgres(url: string): Promise<Probed> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 3_000 });
  // A connection that breaks later would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select 1');
  } finally {
    await client.end();
  }
  return { kind: 'opens' };
}

async function lookAt(folder: string): Promise<Probed> {
  const there = await stat(folder).catch(() => null);
  const nearest = there ? folder : await nearestAbove(folder);
  if (!(await stat(nearest)).isDirectory()) return { kind: 'fails', code: 'ENOTDIR' };
  await access(nearest, constants.W_OK);
  const owner = there && (await ownerOf(folder));
  return owner ? { kind: 'in-use', owner } : { kind: there ? 'opens' : 'new' };
}

async function nearestAbove(folder: string): Promise<string> {
  const above = dirname(folder);
  const there = await stat(above).catch(() => null);
  return there || above === folder ? above : nearestAbove(above);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no answer';
