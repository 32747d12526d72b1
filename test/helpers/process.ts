import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readyCode } from './ready.ts';

/** The bot as a process of its own, so that it can be killed. */
export type BotProcess = {
  url: string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  errors(): string;
  /** Settles when the process has ended, however it did: its code, or the signal. */
  ended: Promise<number | string | null>;
};

const main = join(import.meta.dirname, '../../bot/main.ts');

/** PGlite is compiled once, quickly: a process that lives for seconds earns nothing back from its best machine code. */
const flags = ['--liftoff-only'];

/** In practice mode, or with the settings of a real tenant (`settingsFor` in tenant-desk.ts, and a DATA_DIR). */
export async function startBot(
  env: Record<string, string>,
  mode: 'practice' | 'real' = 'practice',
): Promise<BotProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [...flags, main, ...(mode === 'practice' ? ['practice'] : [])], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'info', ...readyCode, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string | null);
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => errors);
  return {
    url,
    ended,
    errors: () => errors,
    async kill(signal) {
      child.kill(signal);
      const how = await ended;
      return typeof how === 'number' ? how : null;
    },
  };
}

async function ready(url: string, child: ChildProcess, errors: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The bot ended before it was ready:\n${errors()}`);
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The bot was not ready within a minute:\n${errors()}`);
}

/**
 * Two neighbouring ports, because practice mode also opens its page on the next one. Below those that the system hands out, so that
 * no connection of another test takes them in between.
 */
export async function freePort(): Promise<number> {
  const port = 20_000 + 2 * Math.floor(Math.random() * 6_000);
  const free = (await isFree(port)) && (await isFree(port + 1));
  return free ? port : freePort();
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const listens = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  if (listens) {
    server.close();
    await once(server, 'close');
  }
  return listens;
}
