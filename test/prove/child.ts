import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Proof } from './proofs.ts';

export type Ended = { output: string; code: number | null; seconds: number };

const root = join(import.meta.dirname, '../..');

/** Runs one of the project's commands to its end; what it started ends with it when its time is over. */
export function ended({ command, env, minutesAtMost }: Proof): Promise<Ended> {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', ...command], {
    ...{ cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    env: { ...process.env, ...env },
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(String(piece)));
  const stop = () => child.pid && process.kill(-child.pid, 'SIGKILL');
  const late = setTimeout(stop, minutesAtMost * 60_000);
  process.once('SIGINT', stop);
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  child.once('error', reject);
  child.once('close', (code) => {
    clearTimeout(late);
    process.off('SIGINT', stop);
    resolve({ output: pieces.join(''), code, seconds: (performance.now() - began) / 1000 });
  });
  return promise;
}
