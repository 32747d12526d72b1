/** Some processes that share one database and its queue, and what they are made to do. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './candidates.ts';
import { type Child, openChild } from './children.ts';
import { openDatabase } from './fan-out-database.ts';
import type { StepKind, Worked } from './steps-queue.ts';

export type Side = 'ours' | 'plain';
export type Home = 'PGlite' | 'PostgreSQL';

/** `cpuMs`: of a step, in these processes; a server's own is not in it. */
export type Drained = { perSecond: number; cpuMs: number };

export type Crew = {
  /** Milliseconds from sending to starting, one step after the other on an idle queue. */
  starts(count: number): Promise<number[]>;
  /** Works off so many that wait; with a chain, `each` one after the other. */
  drains(kind: StepKind, waiting: number, each: number): Promise<Drained>;
  /** Milliseconds for enqueueing so many in one transaction. */
  enqueues(count: number): Promise<number>;
  stop(): Promise<void>;
};

/** Null where there is no server. */
export async function openCrew(side: Side, home: Home, processes: number): Promise<Crew | null> {
  const database = home === 'PostgreSQL' ? await openDatabase() : null;
  if (home === 'PostgreSQL' && !database) return null;
  const env = database?.env ?? { DATA_DIR: join(temporaryFolder(), 'database') };
  const children: Child[] = [];
  // One after the other: the first one makes the tables.
  for (let i = 0; i < processes; i++) children.push(await started(side, env));
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await database?.drop();
  };
  return { ...crewOf(children), stop };
}

const files: Record<Side, string> = {
  ours: fileURLToPath(import.meta.resolve('./steps-ours.ts')),
  plain: fileURLToPath(import.meta.resolve('./steps-plain.ts')),
};

async function started(side: Side, env: Record<string, string>): Promise<Child> {
  const child = openChild(files[side], { env });
  await child.prints(/ready/);
  return child;
}

function crewOf(children: readonly Child[]): Omit<Crew, 'stop'> {
  const [first] = children;
  if (!first) throw new Error('a crew has at least one process');
  const enqueue = async (kind: StepKind, count: number, each: number) => {
    await all(children, 'kind', kind);
    const runId = await first.ask<string>('newRun', count);
    const ms = await first.ask<number>('sendAll', { runId, count });
    return { ms, worked: await workedOff(children, count * each) };
  };
  return {
    async starts(count) {
      await all(children, 'kind', 'nothing');
      const sentAt = await first.ask<bigint[]>('trickle', { runId: await first.ask<string>('newRun', count), count });
      const { begun } = await workedOff(children, count);
      return begun.map(({ position, at }) => Number(at - (sentAt[position] ?? at)) / 1e6);
    },
    async drains(kind, waiting, each) {
      const before = await cpuOf(children);
      const { begun, endedAt } = (await enqueue(kind, waiting, each)).worked;
      const cpuMs = ((await cpuOf(children)) - before) / begun.length;
      const seconds = Number(endedAt - (begun[0]?.at ?? endedAt)) / 1e9;
      return { perSecond: begun.length / seconds, cpuMs };
    },
    enqueues: async (count) => (await enqueue('nothing', count, 1)).ms,
  };
}

const all = <T>(children: readonly Child[], name: string, given?: unknown): Promise<T[]> =>
  Promise.all(children.map((child) => child.ask<T>(name, given)));

const cpuOf = async (children: readonly Child[]): Promise<number> =>
  (await Promise.all(children.map((child) => child.used()))).reduce((sum, { cpuMs }) => sum + cpuMs, 0);

const withinMs = 60_000;
const askEveryMs = 50;

/** Waits for the last step, and lists them as they began; the figures come from the processes' own stamps. */
async function workedOff(children: readonly Child[], count: number): Promise<Omit<Worked, 'ended'>> {
  const deadline = performance.now() + withinMs;
  for (let done = 0; done < count; ) {
    if (performance.now() > deadline) throw new Error(`${done} of ${count} steps were worked off`);
    await wait(askEveryMs);
    done = (await all<number>(children, 'count')).reduce((sum, one) => sum + one);
  }
  const worked = await all<Worked>(children, 'worked');
  const begun = worked.flatMap((one) => one.begun).toSorted((a, b) => Number(a.at - b.at));
  if (begun.length !== count) throw new Error(`${begun.length} of ${count} steps began`);
  const [endedAt = 0n] = worked.map((one) => one.endedAt).toSorted((a, b) => Number(b - a));
  return { begun, endedAt };
}
