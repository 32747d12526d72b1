/** How long somebody who presses "Sync Autopilot now" waits for the card that says Accepted. */
import { setTimeout as wait } from 'node:timers/promises';
import { stamp } from './asked.ts';
import { openBot, openConnector, openGraph, type Server, temporaryFolder } from './candidates.ts';
import type { Button, CardSeen } from './connector.ts';
import { median, percentile, short } from './figures.ts';
import { atMost, sayGoals } from './goals.ts';
import type { StartSeen } from './graph.ts';
import { type Row, report } from './report.ts';
import { nextCard, nextEvent } from './seen.ts';
import { openTeams, type Teams } from './teams.ts';

/** `profile` 1 keeps a CPU profile of the bot. */
export type PressOptions = { presses: number; warmUp: number; profile: number };

/** Milliseconds since the press was sent. */
export type PressTimes = { answered: number; posted: number; accepted: number; cpuMs: number };

/** In one chat Teams' limits would hold the cards back, and the bot keeps them. */
const people = 40;

/** Between two presses, so that one does not wait for the leavings of another. */
const restMs = 150;
/** Medians. */
const goals = { postedMs: 15, acceptedMs: 50 } as const;

export async function press({ presses, warmUp, profile }: PressOptions): Promise<void> {
  const [connector, graph] = await Promise.all([openConnector(), openGraph()]);
  const bot = await openBot({
    dataDir: temporaryFolder(),
    graphUrl: graph.url,
    ...(profile ? { profileAs: 'press' } : {}),
  });
  const desk = openPressDesk({ bot, connector, graph });
  await connector.ask('watch', true);
  for (let i = 0; i < warmUp; i++) await desk.press(await desk.freshCard());
  const times: PressTimes[] = [];
  for (let i = 0; i < presses; i++) times.push(await desk.press(await desk.freshCard()));
  await desk.close();
  await Promise.all([bot, graph, connector].map((one) => one.stop()));
  const title = `From the press, ${presses} times on a quiet bot, in ms`;
  report({ name: 'press', title, rows: rowsFor(times), reading: readingOf(times), measured: times });
  sayGoals('press', goalsOf(times));
}

const steps = {
  posted: 'the start reached Graph',
  answered: 'the press was answered',
  accepted: 'the card said Accepted',
} as const;

function rowsFor(times: readonly PressTimes[]): Row[] {
  return Object.entries(steps).map(([key, until]) => {
    const ms = times.map((one) => one[key as keyof typeof steps]);
    const at = (share: number) => short(percentile(ms, share));
    return { until, least: at(0), median: short(median(ms)), p90: at(0.9), p99: at(0.99), greatest: at(1) };
  });
}

function readingOf(times: readonly PressTimes[]): string {
  const cpu = median(times.map((one) => one.cpuMs));
  return `Graph answers at once here, so all of it is the bot's own. A press costs ${short(cpu)} ms of CPU in all, with the database.`;
}

const goalsOf = (times: readonly PressTimes[]) => [
  atMost('to Graph ms', median(times.map((one) => one.posted)), goals.postedMs),
  atMost('to Accepted ms', median(times.map((one) => one.accepted)), goals.acceptedMs),
];

type Shown = { person: number; card: CardSeen };

type Parts = { bot: Server; connector: Server; graph: Server };

export type PressDesk = {
  /** A card of the free clock, on a desk that remembers no run; each time in the next person's chat. */
  freshCard(): Promise<Shown>;
  press(clock: Shown): Promise<PressTimes>;
  close(): Promise<void>;
};

export function openPressDesk(parts: Parts): PressDesk {
  const { bot, connector } = parts;
  let shown = 0;
  const teams = openTeams({ botUrl: bot.url, connectorUrl: connector.url, atOnce: 1 });
  return {
    freshCard: async () => {
      const person = shown++ % people;
      return { person, card: await freshCard(connector, teams, person) };
    },
    press: (clock) => pressOn(clock, parts, teams),
    close: () => teams.close(),
  };
}

async function freshCard(connector: Server, teams: Teams, person: number): Promise<CardSeen> {
  await teams.says(person, 'practice reset');
  const shown = nextCard(connector, person, (seen) => startButtonOf(seen) !== null);
  await teams.says(person, 'autopilot');
  const clock = await shown;
  await wait(restMs);
  return clock;
}

/** Ends when everything the press set off has ended too. */
async function pressOn(
  { person, card: clock }: Shown,
  { bot, connector, graph }: Parts,
  teams: Teams,
): Promise<PressTimes> {
  const button = startButtonOf(clock);
  if (!button) throw new Error('This card has no button that starts');
  const before = await bot.used();
  const accepted = nextCard(connector, person, (seen) => /^Accepted$/m.test(seen.card.fallbackText));
  const posted = nextEvent<StartSeen>(graph, (event) => event.kind === 'start');
  const began = stamp();
  const since = (at: bigint) => Number(at - began) / 1e6;
  const { status, body } = await teams.presses(person, button, clock.messageId);
  const answered = since(stamp());
  if (status !== 200) throw new Error(`The press was answered with ${status}: ${body}`);
  const times = { answered, posted: since((await posted).at), accepted: since((await accepted).at) };
  await wait(restMs);
  return { ...times, cpuMs: (await bot.used()).cpuMs - before.cpuMs };
}

const startButtonOf = ({ card }: CardSeen): Button | null =>
  card.actions?.find(({ data }) => data?.['press'] === 'start') ?? null;
