/** Waits for a server that says by itself when it is ready, on a port that was free a moment ago. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Child } from './children.ts';

const readyWithinMs = 60_000;
const askEveryMs = 5;

export async function untilReady(child: Child, port: number): Promise<void> {
  const began = performance.now();
  while (!(await isReady(port))) {
    if (!child.isRunning()) throw new Error('It ended before it was ready');
    if (performance.now() - began > readyWithinMs) throw new Error('It never became ready');
    await wait(askEveryMs);
  }
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
  await answer?.text();
  return answer?.status === 200;
}

/** The practice page takes the next one up, which is as good as always free too. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
