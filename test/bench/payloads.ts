/** Payload sync on many devices: from the pasted list to the preview, then the run, its looks and its board. */
import { setTimeout as wait } from 'node:timers/promises';
import { openBot, openConnector, openPayloadGraph, type Server, temporaryFolder } from './candidates.ts';
import type { Button, CardSeen } from './connector.ts';
import { median, short } from './figures.ts';
import { sayGoals } from './goals.ts';
import { edits, goalsOf, type Measured, type Round } from './payloads-goals.ts';
import type { AskedOfGraph } from './payloads-graph.ts';
import { report } from './report.ts';
import { nextCard } from './seen.ts';
import { openTeams, type Teams } from './teams.ts';

export type PayloadsOptions = { devices: number; rounds: number };

/** So many of the invented fleet are laptops, for which the action is not documented, or switched off. */
const fleetFor = (devices: number) => Math.ceil(devices * 1.4) + 50;

/** It never ends on a device, so every round has all of them to look at. */
const payload = 'Field Maps';

export async function payloads({ devices, rounds }: PayloadsOptions): Promise<void> {
  const [connector, graph] = await Promise.all([openConnector(), openPayloadGraph(fleetFor(devices))]);
  const bot = await openBot({ dataDir: temporaryFolder(), graphUrl: graph.url });
  const teams = openTeams({ botUrl: bot.url, connectorUrl: connector.url, atOnce: 1 });
  await connector.ask('watch', true);
  const cards: CardSeen[] = [];
  connector.onEvent((event) => cards.push(event as CardSeen));
  const desk: Desk = { connector, graph, teams };
  const serials = await graph.ask<string[]>('serials', devices);
  const plan = await plans(desk, serials);
  const planned = plannedIn(plan.preview);
  const startSeconds = await starts(desk, { preview: plan.preview, devices: planned });
  const looked: Round[] = [];
  for (let round = 1; round <= rounds; round++) looked.push(await looks(desk, planned));
  const board = cards.filter(({ messageId }) => messageId === plan.preview.messageId);
  await teams.close();
  const usedMb = (await bot.used()).rssMb;
  await Promise.all([bot, graph, connector].map((child) => child.stop()));
  conclude({ devices: planned, planMs: plan.ms, startSeconds, rounds: looked, board, cards, usedMb });
}

type Desk = { connector: Server; graph: Server; teams: Teams };

/** Two turns, between which the person reads what was read. Every name is clear, and the payload is named. */
async function plans(
  { connector, teams }: Desk,
  serials: readonly string[],
): Promise<{ ms: number; preview: CardSeen }> {
  const reading = nextCard(connector, 0);
  const pasted = await teams.says(0, `sync payloads remove "${payload}" on\n${serials.join('\n')}`);
  const read = await reading;
  const settle = buttonOf(read, 'settle-list');
  if (!settle) throw new Error(`The list was not read:\n${read.card.fallbackText.slice(0, 500)}`);
  const preview = nextCard(connector, 0);
  const settled = await teams.presses(0, settle, read.messageId);
  return { ms: pasted.tookMs + settled.tookMs, preview: await preview };
}

/** How many devices Run would start on. */
function plannedIn({ card }: CardSeen): number {
  const [, count = ''] = /on ([\d,]+) devices?\./.exec(card.fallbackText) ?? [];
  if (count === '') throw new Error(`The preview does not say on how many:\n${card.fallbackText.slice(0, 500)}`);
  return Number(count.replaceAll(',', ''));
}

const buttonOf = ({ card }: CardSeen, press: string): Button | null =>
  card.actions?.find(({ data }) => data?.['press'] === press) ?? null;

const everyMs = 250;
const startsWithinMs = 10 * 60_000;

async function starts(
  { graph, teams }: Desk,
  { preview, devices }: { preview: CardSeen; devices: number },
): Promise<number> {
  const run = buttonOf(preview, 'run-plan');
  if (!run) throw new Error('This preview starts nothing');
  const began = Date.now();
  await teams.presses(0, run, preview.messageId);
  await until(async () => (await asked(graph, began)).writes >= devices, startsWithinMs);
  const seconds = (Date.now() - began) / 1000;
  // The first look at the last of them.
  await wait(12_000);
  return seconds;
}

const asked = (graph: Server, from: number) => graph.ask<AskedOfGraph>('since', from);

/** Rounds are minutes apart; Graph counts over so long. */
const calmAgainMs = 21_000;

/** All of them are due at once. */
async function looks({ graph, teams }: Desk, devices: number): Promise<Round> {
  await wait(calmAgainMs);
  const began = Date.now();
  await teams.says(0, 'practice clock +6m');
  await until(async () => (await asked(graph, began)).reads >= devices, 60_000);
  const seconds = (Date.now() - began) / 1000;
  await wait(3_000);
  return { seconds, ...(await asked(graph, began)) };
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('What was waited for never came');
    await wait(everyMs);
  }
}

function conclude(measured: Measured): void {
  const { devices, planMs, startSeconds, rounds, board, usedMb } = measured;
  const { mostInSeconds, greatestKb } = edits(measured);
  const rows = [
    { what: 'from the pasted list to the preview', figure: `${short(planMs / 1000)} s` },
    { what: 'from Run to the last start', figure: `${short(startSeconds)} s` },
    { what: 'requests in a round of looks', figure: short(median(rounds.map(({ requests }) => requests))) },
    { what: 'a round of looks', figure: `${short(median(rounds.map(({ seconds }) => seconds)))} s` },
    { what: 'edits of the board', figure: `${board.length}` },
    { what: 'most in 1, 2 and 30 s', figure: mostInSeconds.join(', ') },
    { what: 'its greatest size, in UTF-16', figure: `${short(greatestKb)} KB` },
    { what: 'resident memory of the bot', figure: `${short(usedMb)} MB` },
  ];
  const { board: _, cards: __, ...figures } = measured;
  report({
    name: 'payloads',
    title: `Payload sync on ${devices.toLocaleString('en')} devices`,
    rows,
    reading,
    measured: figures,
  });
  sayGoals('payloads', goalsOf(measured));
}

const reading =
  'Graph is the invented one in a process of its own and answers at once; its limits on writes are kept all the same. A round looks at every ' +
  'device once; a `$batch` counts as one request.';
