import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { openDatabase } from '../helpers/homes.ts';
import type { Scene } from './story.ts';

/** A PostgreSQL of the story's own, so that it can be stopped while everybody is at work. */
type Server = {
  /** To its first database, where others may be made. */
  url: string;
  /** As after a crash: nobody's work is ended first. */
  restarts(): Promise<void>;
  close(): Promise<void>;
};

/** Debian keeps them out of the PATH. */
const folders = [...globSync('/usr/lib/postgresql/*/bin').toSorted(), ...(process.env['PATH'] ?? '').split(':')];
const found = folders.map((folder) => join(folder, 'initdb')).filter((file) => globSync(file).length > 0);

/** The programs of PostgreSQL on this machine; null where there are none. */
export const programs: string | null = found.length > 0 ? join(found[0] ?? '', '..') : null;

/** `databases`: where more of them may be made. */
type ServerScene = Scene & { databases: string };

/** A story on a database of its own server, which is stopped at the end however that is. */
export function onServer(name: string, story: (scene: ServerScene) => Promise<void>, withinMs: number): void {
  if (programs) test(name, () => onOneOf(programs ?? '', story), withinMs);
  else test.skip(`${name} (skipped: no PostgreSQL on this machine to start one of its own)`, () => {});
}

async function onOneOf(bin: string, story: (scene: ServerScene) => Promise<void>): Promise<void> {
  const server = await openServer(bin);
  try {
    const { env } = await openDatabase(server.url);
    await story({ env, restarts: server.restarts, databases: server.url });
  } finally {
    await server.close();
  }
}

type Owner = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to be run by root, so its own user does it there. */
function ownerOf(): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (what: '-u' | '-g') => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function openServer(bin: string): Promise<Server> {
  const owner = ownerOf();
  const folder = await mkdtemp(join(tmpdir(), 'sync-desk-postgres-'));
  const data = join(folder, 'data');
  await mkdir(data);
  if ('uid' in owner) for (const one of [folder, data]) await chown(one, owner.uid, owner.gid);
  const as = { cwd: '/', ...owner };
  await promisify(execFile)(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], as);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const options = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=500',
  ];
  const start = async () => {
    const settings = options.flatMap((option) => ['-c', option]);
    const started = spawn(join(bin, 'postgres'), ['-D', data, '-p', `${port}`, ...settings], {
      ...as,
      stdio: 'ignore',
    });
    await answers(url).catch((error) => {
      started.kill('SIGKILL');
      throw error;
    });
    return started;
  };
  let running = await start();
  const stop = async () => {
    const ended = once(running, 'exit');
    running.kill('SIGQUIT');
    await ended;
  };
  return {
    url,
    async restarts() {
      await stop();
      running = await start();
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new Client({ connectionString: url });
    const error = await client.connect().then(
      () => null,
      (why: unknown) => why,
    );
    await client.end().catch(() => {});
    if (error === null) return;
    if (Date.now() > deadline) throw error;
    await wait(50);
  }
}
