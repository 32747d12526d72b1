/** The bot's own door to Graph in a process of its own: bulk writes, and a person's reads beside them. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openGraph } from '../../bot/graph/client.ts';
import { ledgersInMemory, openPace } from '../../bot/graph/pace.ts';
import { openSender, shortWaits } from '../../bot/graph/send.ts';
import { readAutopilotSettings } from '../../bot/graph/windows-autopilot-settings.ts';
import type { PersonId, TenantId } from '../../bot/ports.ts';
import { ledgersIn } from '../../bot/store/ledgers.ts';
import { openStore } from '../../bot/store/open.ts';
import { answersTo } from './asked.ts';
import { watchMemory } from './fan-out-memory.ts';
import { limit, pathFor } from './fan-out-scale.ts';

/** `from`: the first device; `windowMs`: of the limit, where time runs faster still; `reads`: somebody reads meanwhile. */
export type FanOut = { url: string; from?: number; targets: number; windowMs?: number; reads?: boolean };
export type FannedOut = { ms: number; answered: number; peakMb: number; readMs: number[] };

const clock = { now: () => new Date() };
const log = { debug() {}, info() {}, warn() {}, error() {} };
const sender = openSender(shortWaits);
const database = process.env['DATABASE_URL'];
const ledgers = database
  ? ledgersIn((await openStore({ kind: 'postgres', url: database })).db)
  : ledgersInMemory(clock);

async function fanOut({
  url,
  from = 0,
  targets,
  windowMs = limit.windowMs,
  reads = false,
}: FanOut): Promise<FannedOut> {
  const graph = graphOf(url, windowMs);
  const peakMb = watchMemory();
  const asks = Array.from({ length: targets }, (_, i) => ({
    id: String(i),
    method: 'POST' as const,
    path: pathFor(from + i),
  }));
  const stopped = new AbortController();
  const reading = reads ? readUntil(graph, stopped.signal) : [];
  let answered = 0;
  const began = performance.now();
  await graph.bulk(asks, { answered: ({ kind }) => (answered += kind === 'answered' ? 1 : 0) });
  const ms = performance.now() - began;
  stopped.abort();
  return { ms, answered, peakMb: peakMb(), readMs: await reading };
}

function graphOf(url: string, windowMs: number) {
  const pace = openPace({ ledgers, newId: randomUUID, limits: () => ({ windowMs, places: limit.places }) });
  const door = openGraph({ url, send: sender.send, pace, clock, log });
  const person = { tenantId: url as TenantId, id: 'person' as PersonId };
  return door({ person, token: async () => ({ kind: 'token', token: 'token' }) });
}

const betweenReadsMs = 50;

async function readUntil(graph: ReturnType<typeof graphOf>, signal: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!signal.aborted) {
    const began = performance.now();
    await readAutopilotSettings(graph);
    times.push(performance.now() - began);
    await wait(betweenReadsMs);
  }
  return times;
}

/** Somebody reads, and nothing else goes on. */
const quiet = ({ url, ms }: { url: string; ms: number }) =>
  readUntil(graphOf(url, limit.windowMs), AbortSignal.timeout(ms));

answersTo({
  fanOut: (given) => fanOut(given as FanOut),
  quiet: (given) => quiet(given as { url: string; ms: number }),
});
process.stdout.write('ready\n');
