/** How long the bot takes from starting to ready, and what it costs at rest, beside the bare echo. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startBot, startEcho, temporaryFolder } from './candidates.ts';
import { type Child, residentMb } from './children.ts';
import { median, short, spread } from './figures.ts';
import { freePort, untilReady } from './ready.ts';
import { type Row, report } from './report.ts';

export type StartOptions = { rounds: number; restSeconds: number };

type Resting = { readyMs: number; readyCpuMs: number; restMb: number; restCpu: number };
type Kind = 'bot, new folder' | 'bot, existing folder' | 'echo';
type Measured = Record<Kind, Resting>;

export async function start({ rounds, restSeconds }: StartOptions): Promise<void> {
  const folder = temporaryFolder();
  const existing = join(folder, 'existing');
  console.log('making the existing folder');
  await (await startedUp((port) => startBot({ dataDir: existing, port }))).child.stop();
  const measured: Measured[] = [];
  for (let round = 1; round <= rounds; round++) {
    const copy = join(folder, `existing-${round}`);
    cpSync(existing, copy, { recursive: true });
    measured.push(await roundOf({ fresh: join(folder, `new-${round}`), copy }, restSeconds));
    console.log(`round ${round} of ${rounds}`);
  }
  const title = `Start and rest, ${rounds} rounds`;
  report({ name: 'start', title, rows: rowsFor(measured), reading: readingFor(restSeconds), measured });
}

const readingFor = (restSeconds: number): string =>
  'Ready: from spawning the process until /ready answers 200; ratio to the echo of the same round. At rest: resident ' +
  `memory and CPU ${restSeconds} s after the last start; all three rest at the same time.`;

async function roundOf(folders: { fresh: string; copy: string }, restSeconds: number): Promise<Measured> {
  const started = {
    'bot, new folder': await startedUp((port) => startBot({ dataDir: folders.fresh, port })),
    'bot, existing folder': await startedUp((port) => startBot({ dataDir: folders.copy, port })),
    echo: await startedUp(startEcho),
  } satisfies Record<Kind, Started>;
  const cpuBefore = await Promise.all(Object.values(started).map(cpuOf));
  await wait(restSeconds * 1000);
  const cpuAfter = await Promise.all(Object.values(started).map(cpuOf));
  const found = Object.entries(started).map(([kind, { child, ...ready }], i) => {
    const restCpu = ((cpuAfter[i] ?? 0) - (cpuBefore[i] ?? 0)) / restSeconds;
    return [kind, { ...ready, restMb: residentMb(child.pid), restCpu }];
  });
  await Promise.all(Object.values(started).map(({ child }) => child.stop()));
  return Object.fromEntries(found) as Measured;
}

type Started = { child: Child; readyMs: number; readyCpuMs: number };

const cpuOf = async ({ child }: Started): Promise<number> => (await child.used()).cpuMs;

async function startedUp(open: (port: number) => Child): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const child = open(port);
  await untilReady(child, port);
  const readyMs = performance.now() - began;
  return { child, readyMs, readyCpuMs: (await child.used()).cpuMs };
}

function rowsFor(measured: readonly Measured[]): Row[] {
  const kinds: Kind[] = ['bot, new folder', 'bot, existing folder', 'echo'];
  return kinds.map((kind) => {
    const of = (key: keyof Resting) => measured.map((round) => round[kind][key]);
    return {
      start: kind,
      'ready ms': spread(of('readyMs')),
      ratio: short(median(measured.map((round) => round[kind].readyMs / round.echo.readyMs))),
      'CPU ms until ready': spread(of('readyCpuMs')),
      'MB at rest': spread(of('restMb')),
      'CPU ms a second at rest': spread(of('restCpu')),
    };
  });
}
