import { setTimeout as wait } from 'node:timers/promises';
import { openPracticeClock } from '../../bot/practice/clock.ts';
import { type PracticeGraph, startPracticeGraph } from '../../bot/practice/graph.ts';
import { openChat } from '../helpers/chat.ts';
import { type Connector, openConnector } from '../helpers/connector.ts';
import { type Asker, asks, openAsker } from './asker.ts';
import { compiledOnce } from './compiled.ts';
import { type Fleet, openFleet } from './fleet.ts';
import { type MixedTold, nothingElse, openMixed } from './mixed.ts';
import { countWrites, type Writes } from './writes.ts';

/** Many ask, processes are killed and the database goes away meanwhile, and in the end everybody is told. */
export type Faults = {
  processes: number;
  runs: number;
  /** One a second as long as a process answers, which a machine with much else to do makes rare; no more after so many seconds. */
  kills: number;
  seconds: number;
  /** Of the database, spread over the kills. */
  restarts: number;
  /** Besides payload syncs, everything else that people may want. */
  mixed?: boolean;
};

/** Where the bot keeps what it keeps, and how its database goes away and comes back. */
export type Scene = { env: Record<string, string>; restarts(): Promise<void> };

type Caused = { kills: number; restarts: number; faultsMs: number };

export type Told = Caused & {
  /** Of those who asked, how each was told: the verdict of each board in their chat. */
  boards: string[][];
  /** How often each device was written to. */
  writes: number[];
  others: MixedTold[];
  troubles: string[];
  allMs: number;
};

export async function playFaults(faults: Faults, scene: Scene): Promise<Told> {
  const clock = openPracticeClock();
  const graph = await startPracticeGraph({ clock, devices: Math.ceil(faults.runs * 1.8) + 20 });
  const connector = await openConnector();
  const env = { ...scene.env, ...compiledOnce, GRAPH_URL: graph.url, LOG_LEVEL: 'warn' };
  const fleet = openFleet({ processes: faults.processes, env });
  const writes = countWrites(graph);
  const close = () => Promise.all([writes.stop(), fleet.close(), graph.close(), connector.close()]);
  try {
    return await play(faults, { scene, clock, graph, connector, fleet, writes });
  } finally {
    await close();
  }
}

type World = {
  scene: Scene;
  clock: ReturnType<typeof openPracticeClock>;
  graph: PracticeGraph;
  connector: Connector;
  fleet: Fleet;
  writes: Writes;
};

const withinMs = 12 * 60_000;
const second = 1_000;

async function play(faults: Faults, world: World): Promise<Told> {
  const { fleet, connector, graph, writes } = world;
  const began = Date.now();
  const isOver = () => Date.now() - began > withinMs;
  await until(fleet.isWhole, isOver);
  const around = { fleet, connector, isOver };
  const askers = devicesOf(graph, faults.runs).map(({ serial, id }, at) =>
    openAsker(around, { name: `Asker ${at}`, serial, deviceId: id }),
  );
  const everyMs = (faults.kills * second) / faults.runs;
  const watched = faults.mixed ? askers.slice(0, 10).map(({ serial }) => serial) : [];
  const others = faults.mixed ? openMixed(around, writes, watched) : nothingElse;
  const ask = async () => {
    // A device that has checked in before it is watched has nothing more to tell.
    await askInTurn(others.asks, everyMs);
    await askInTurn(
      askers.map((one) => () => asks(one, around)),
      everyMs,
    );
  };
  const [caused] = await Promise.all([causeFaults(faults, world), ask()]);
  await until(fleet.isWhole, isOver);
  await untilTold(() => askers.every(isTold) && others.isTold(), world, isOver);
  return {
    ...{ ...caused, troubles: fleet.troubles },
    boards: askers.map(({ person }) => person.messages().flatMap(boardIn)),
    writes: askers.map(({ deviceId }) => writes.to(deviceId)),
    others: others.told(),
    allMs: Date.now() - began,
  };
}

const askAtOnce = 12;

/** One after the other, as far as they are heard; some wait side by side. */
async function askInTurn(wishes: readonly (() => Promise<void>)[], everyMs: number): Promise<void> {
  const left = [...wishes];
  const line = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      await Promise.all([next(), wait(everyMs * askAtOnce)]);
    }
  };
  await Promise.all(Array.from({ length: askAtOnce }, line));
}

/** Those on which the payload is and comes off without a story of its own. */
function devicesOf(graph: PracticeGraph, count: number) {
  const plain = graph
    .devices()
    .filter(({ platform, supported, silent, mishap }) => platform === 'apple' && supported && !silent && !mishap);
  if (plain.length < count) throw new Error(`the invented fleet has ${plain.length} plain devices only`);
  return plain.slice(-count);
}

async function causeFaults({ kills, seconds, restarts }: Faults, { fleet, scene }: World): Promise<Caused> {
  const began = Date.now();
  const caused = { kills: 0, restarts: 0 };
  while (caused.kills < kills && Date.now() - began < seconds * second) {
    await wait(second);
    if (await fleet.kills()) caused.kills += 1;
    if (caused.restarts === restarts || caused.kills < ((caused.restarts + 1) * kills) / (restarts + 1)) continue;
    await scene.restarts();
    caused.restarts += 1;
  }
  return { ...caused, faultsMs: Date.now() - began };
}

/** Nobody is killed any more, so time may run many times as fast: what was cut off is looked for after minutes, in Exchange for half an hour. */
async function untilTold(areTold: () => boolean, world: World, isOver: () => boolean): Promise<void> {
  const { connector, clock, fleet } = world;
  while (!areTold() && !isOver()) {
    await wait(second);
    clock.turn(30 * second);
    for (const { url } of fleet.all()) {
      const turner = openChat({ connector, botUrl: () => url, name: 'Clock' });
      await turner.says('practice clock +30s').catch(() => null);
    }
  }
}

const isTold = ({ person }: Asker) => person.messages().some((message) => boardIn(message).length > 0);

/** The verdict of a board; a preview, or one on its way, has none. */
function boardIn({ card }: { card: { fallbackText: string } }): string[] {
  const [, verdict] =
    /· run \d+[^\n]*\n(Done|Failed|No sign of life|Did not start|Partly done|No end reported)$/m.exec(
      card.fallbackText,
    ) ?? [];
  return verdict ? [verdict] : [];
}

async function until(holds: () => boolean, isOver: () => boolean): Promise<void> {
  while (!holds() && !isOver()) await wait(100);
}
