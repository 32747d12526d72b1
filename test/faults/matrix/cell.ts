import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../helpers/chat.ts';
import type { TenantPerson } from '../../helpers/tenant-person.ts';
import type { Fault } from './door.ts';
import type { FaultyWorld, Part } from './world.ts';

/** One part fails in one way while one action is at its most delicate: Intune has just been asked to start. */
export type Cell = { part: Part; fault: Fault; action: (typeof actions)[number] };
export const actions = ['payloads', 'autopilot', 'exchange'] as const;

export type CellTold = Cell & {
  /** How the run's card read while it lasted. */
  board: string;
  /** What a colleague read who asked meanwhile. */
  asked: string;
  /** How the run ended, or what its card says of it. */
  verdict: string;
  /** After everything was back again: until that verdict, and until the colleague was answered as usual; null: not in time. */
  seconds: { run: number | null; answer: number | null };
  /** Starts that Graph has taken. */
  starts: number;
  /** Messages in the chat of whoever asked that show the run. */
  messages: number;
  /** What the log holds for somebody to look into. */
  errors: string[];
  /** The process did not survive it. */
  ended: boolean;
};

const second = 1_000;

/** An Exchange sync that Graph never heard of is looked for for half an hour; nobody waits for that here. */
const patience = { payloads: 150 * second, autopilot: 150 * second, exchange: 75 * second } as const;

const verdict = /^(Done|Failed|No sign of life|Did not start|Partly done|No end reported|Not started)$/m;

/** One after the other in one bot, each in a tenant of its own. The world is closed in the end. */
export async function playCells(
  cells: readonly Cell[],
  world: FaultyWorld,
  lastsMs = 25 * second,
): Promise<CellTold[]> {
  const told: CellTold[] = [];
  try {
    for (const cell of cells) told.push(await play({ ...cell, lastsMs }, world));
    return told;
  } catch (error) {
    const log = world.bot.errors().slice(-4_000);
    throw new Error(`after ${told.length} of ${JSON.stringify(cells)}: ${String(error)}\n${log}`, { cause: error });
  } finally {
    await world.close();
  }
}

async function play({ lastsMs, ...cell }: Cell & { lastsMs: number }, world: FaultyWorld): Promise<CellTold> {
  const { bot, graph, doors } = world;
  const person = world.newTenant();
  const [ana, jon] = [person('Ana Ruiz'), person('Jon Vik')];
  const logged = bot.errors().length;
  graph.tenant.reset();
  await signsIn(world, [ana, jon]);
  const door = doors[cell.part];
  let begun = false;
  world.whenStarted(() => {
    if (begun) return;
    begun = true;
    door.becomes(cell.fault).catch(() => {});
  });
  const before = ana.messages().length;
  const asking = asks(world, ana, cell.action).catch(() => {});
  await until(
    () => begun,
    () => `nothing was started: ${ana.messages().at(-1)?.card.fallbackText ?? ''}`,
    60_000,
  );
  const [asked] = await Promise.all([askedMeanwhile(jon, cell, lastsMs), wait(lastsMs)]);
  const board = boardOf(ana, before);
  await door.becomes(null);
  const backAt = Date.now();
  const since = () => (Date.now() - backAt) / second;
  const [run, answer] = await Promise.all([
    within(patience[cell.action], () => verdict.test(boardOf(ana, before)), since),
    answeredAgain(jon, cell, since),
  ]);
  await asking;
  return {
    ...{ ...cell, board: lineOf(board), asked, verdict: lineOf(boardOf(ana, before)) },
    seconds: { run, answer },
    starts: graph.visits.filter(
      ({ oid, method, status }) => oid === ana.account.id && method === 'POST' && status === 204,
    ).length,
    messages: boardsOf(ana, before).length,
    errors: errorsIn(bot.errors().slice(logged)),
    ended: await hasEnded(bot),
  };
}

/** Their tokens are so short-lived that every wish has to renew them; the channel's and the bot's own are not. */
async function signsIn({ entra }: FaultyWorld, people: readonly TenantPerson[]): Promise<void> {
  for (const person of people) await person.says('help');
  entra.tokensLast(60);
  for (const person of people) {
    await person.says('autopilot');
    await person.signsIn('silently');
    await person.sees(/Autopilot clock/);
  }
}

async function asks({ graph }: FaultyWorld, ana: TenantPerson, action: Cell['action']): Promise<void> {
  if (action === 'autopilot') await ana.says('sync autopilot');
  if (action === 'exchange') {
    await ana.says('sync exchange EX01 quick');
    if (!/run \d/.test(textOf(ana))) await ana.presses(/quick/i);
  }
  if (action !== 'payloads') return;
  const serial = plainDevice(graph.tenant.devices());
  await ana.says(`sync payloads remove "Web clips" on ${serial}`);
  await ana.presses(/^Remove|^Run/);
}

type Devices = ReturnType<FaultyWorld['graph']['tenant']['devices']>;

function plainDevice(devices: Devices): string {
  const plain = devices.filter(
    ({ platform, supported, silent, mishap }) => platform === 'apple' && supported && !silent && !mishap,
  );
  return plain.at(-1)?.serial ?? '';
}

const questions = { payloads: 'device IPAD-07', autopilot: 'autopilot', exchange: 'exchange' } as const;
const answers = { payloads: /Last check-in/i, autopilot: /^Autopilot clock$/m, exchange: /EX01/ } as const;

async function askedMeanwhile(jon: TenantPerson, { action }: Cell, withinMs: number): Promise<string> {
  const before = jon.messages().length;
  const { status } = await jon.says(questions[action]);
  await within(
    withinMs,
    () => jon.messages().length > before,
    () => 0,
  );
  const answer = jon.messages()[before];
  return answer ? answerOf(answer.card.fallbackText) : `nothing (${status})`;
}

async function answeredAgain(jon: TenantPerson, { action }: Cell, since: () => number): Promise<number | null> {
  while (since() < 100) {
    const before = jon.messages().length;
    await jon.says(questions[action]).catch(() => {});
    const isAnswered = () =>
      jon
        .messages()
        .slice(before)
        .some(({ card }) => answers[action].test(card.fallbackText));
    if ((await within(2 * second, isAnswered, since)) !== null) return since();
  }
  return null;
}

const boardsOf = (person: TenantPerson, from: number) =>
  person
    .messages()
    .slice(from)
    .filter(({ shown }) => shown.some((text) => /run \d+/.test(text)));

/** The verdict may be in a message of its own, where the card could not be found again. */
function boardOf(person: TenantPerson, from: number): string {
  const boards = boardsOf(person, from).map(({ card }) => card.fallbackText);
  return boards.find((text) => verdict.test(text)) ?? boards.at(-1) ?? '';
}

/** What a card says, without its title. */
const lineOf = (text: string) => text.split('\n').filter(Boolean).slice(1, 3).join(' / ');
const answerOf = (text: string) => text.split('\n').filter(Boolean).slice(0, 2).join(' / ');

const textOf = (person: TenantPerson) => person.messages().at(-1)?.card.fallbackText ?? '';

async function within(ms: number, holds: () => boolean, since: () => number): Promise<number | null> {
  const deadline = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > deadline) return null;
    await wait(100);
  }
  return since();
}

const hasEnded = ({ ended }: FaultyWorld['bot']) => Promise.race([ended.then(() => true), wait(0, false)]);

function errorsIn(log: string): string[] {
  const lines = log
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as { level: number; msg: string }] : []));
  return [...new Set(lines.filter(({ level }) => level >= 50).map(({ msg }) => msg))];
}
