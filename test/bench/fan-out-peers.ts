/** What others do, in a process of its own: Microsoft's client with its default retries, and a loop with a flat wait. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@microsoft/microsoft-graph-client';
import { answersTo } from './asked.ts';
import { pathFor, scale } from './fan-out-scale.ts';

export type Peer = 'graph-client' | 'flat wait';

export type PeerFanOut = { url: string; targets: number; peer: Peer };

const atOnce = 20;
const flatWaitMs = 60_000 / scale;

async function fanOut({ url, targets, peer }: PeerFanOut) {
  const post = peer === 'graph-client' ? postWithClient(url) : postWithFlatWait(url);
  let next = 0;
  let answered = 0;
  const began = performance.now();
  const worker = async () => {
    while (next < targets) {
      const taken = await post(pathFor(next++));
      answered += taken;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const ms = performance.now() - began;
  return { ms, answered, peakMb: process.resourceUsage().maxRSS / 1024, readMs: [] };
}

/** 1 for a write that was taken. */
type Post = (path: string) => Promise<number>;

function postWithClient(url: string): Post {
  const client = Client.init({
    baseUrl: url.replace(/\/beta$/, ''),
    defaultVersion: 'beta',
    authProvider: (done) => done(null, 'token'),
    customHosts: new Set(['127.0.0.1']),
  });
  return async (path) => {
    try {
      await client.api(path).post(null);
      return 1;
    } catch {
      return 0;
    }
  };
}

function postWithFlatWait(url: string): Post {
  return async (path) => {
    for (;;) {
      const answer = await fetch(url + path, { method: 'POST', headers: { authorization: 'Bearer token' } });
      await answer.arrayBuffer();
      if (answer.status !== 429) return answer.ok ? 1 : 0;
      await wait(flatWaitMs);
    }
  };
}

answersTo({ fanOut: (given) => fanOut(given as PeerFanOut) });
process.stdout.write('ready\n');
