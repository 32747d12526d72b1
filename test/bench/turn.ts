/** What one turn of the whole bot costs, beside a bare botbuilder echo that answers with the same card. */
import { openBot, openConnector, openEcho, openGraph, type Server, temporaryFolder } from './candidates.ts';
import type { Button, CardSeen } from './connector.ts';
import type { EchoAnswer } from './echo.ts';
import { median, percentile, short, spread } from './figures.ts';
import { type Row, report } from './report.ts';
import { type Answered, conversationOf, drive, openTeams, type Teams } from './teams.ts';

/** `only` is the number of one scenario, `profile` 1 keeps a CPU profile of the bot. */
export type TurnOptions = { rounds: number; turns: number; only: number; profile: number };

const sizes = [1, 8, 32] as const;
type Measured = { cpuMs: number; perSecond: number; p50: number; p99: number; rssMb: number };
type Slot = { what: string; atOnce: number; bot: Measured; echo: Measured };

type Scenario = { what: string; turn: (teams: Teams, person: number) => Promise<Answered> };
type Candidate = { name: 'bot' | 'echo'; server: Server };

/** A button of the clock's card that reads Graph and starts nothing; its answer is a new card below. */
const readButton: Button = { title: 'Autopilot', verb: 'say', data: { v: 1, press: 'say', text: 'autopilot' } };

const scenarios: readonly Scenario[] = [
  { what: 'help', turn: (teams, person) => teams.says(person, 'help') },
  { what: 'autopilot', turn: (teams, person) => teams.says(person, 'autopilot') },
  { what: 'press', turn: (teams, person) => teams.presses(person, readButton, 'm-1') },
];

export async function turn({ rounds, turns, only, profile }: TurnOptions): Promise<void> {
  const [connector, graph, echo] = await Promise.all([openConnector(), openGraph(), openEcho()]);
  const bot = await openBot({
    dataDir: temporaryFolder(),
    graphUrl: graph.url,
    ...(profile ? { profileAs: 'turn' } : {}),
  });
  const candidates: readonly Candidate[] = [
    { name: 'bot', server: bot },
    { name: 'echo', server: echo },
  ];
  const bench = { connector, candidates, turns };
  const slots: Slot[] = [];
  for (const scenario of scenarios.filter((_, i) => only === 0 || i + 1 === only)) {
    const card = await teachEcho(bench, scenario);
    console.log(`${scenario.what}: the card has ${(card / 1000).toFixed(1)} kB; warming up`);
    for (const candidate of candidates) await measure(bench, { candidate, scenario, atOnce: 8, times: 1 });
    for (let round = 1; round <= rounds; round++) slots.push(...(await roundOf(bench, scenario)));
  }
  await Promise.all([bot, echo, graph, connector].map((one) => one.stop()));
  report({ name: 'turn', title: `Turns, ${rounds} rounds`, rows: rowsFor(slots), reading, measured: slots });
}

const reading =
  'CPU is of the server process alone (the bot has its database inside), median of the rounds (least..greatest); ' +
  'ratios are bot to echo inside a round, so they do not depend on the machine. Below 1.15 they mean nothing.';

type Bench = { connector: Server; candidates: readonly Candidate[]; turns: number };

/** The echo answers with the very card the bot answered with. */
async function teachEcho({ connector, candidates }: Bench, { turn }: Scenario): Promise<number> {
  const answer: EchoAnswer = { card: {}, summary: '', invokeBody: null };
  const [bot, echo] = candidates;
  if (!bot || !echo) throw new Error('two candidates are needed');
  await connector.ask('watch', true);
  const stopListening = connector.onEvent((event) => {
    const seen = event as CardSeen;
    if (seen.conversationId === conversationOf(0)) answer.card = seen.card;
  });
  const teams = openTeams(bot.server.url, connector.url, 1);
  const { body } = await turn(teams, 0);
  await connector.ask('watch', false);
  stopListening();
  await teams.close();
  answer.summary = 'Windows Autopilot: as the bot says in its first two lines, for notifications';
  answer.invokeBody = body === '' ? null : (JSON.parse(body) as object);
  await echo.server.ask('answerWith', answer);
  return JSON.stringify(answer.card).length;
}

/** A B, A B, A B: one after the other at every size. */
async function roundOf(bench: Bench, scenario: Scenario): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (const atOnce of sizes) {
    const found: Partial<Record<Candidate['name'], Measured>> = {};
    for (const candidate of bench.candidates) {
      found[candidate.name] = await measure(bench, { candidate, scenario, atOnce, times: atOnce === 1 ? 0.5 : 1 });
    }
    const { bot, echo } = found;
    if (bot && echo) slots.push({ what: scenario.what, atOnce, bot, echo });
  }
  return slots;
}

type Load = { candidate: Candidate; scenario: Scenario; atOnce: number; times: number };

async function measure({ connector, turns }: Bench, load: Load): Promise<Measured> {
  const { candidate, scenario, atOnce } = load;
  const { server, name } = candidate;
  const count = Math.round(turns * load.times);
  const teams = openTeams(server.url, connector.url, atOnce);
  const [before, takenBefore] = [await server.used(), await connector.ask<number>('taken')];
  const began = performance.now();
  const tookMs = await drive(count, atOnce, (person) => scenario.turn(teams, person));
  const seconds = (performance.now() - began) / 1000;
  const [after, taken] = [await server.used(), (await connector.ask<number>('taken')) - takenBefore];
  await teams.close();
  if (taken !== count) throw new Error(`${name} posted ${taken} cards in ${count} turns of ${scenario.what}`);
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / count,
    perSecond: count / seconds,
    p50: percentile(tookMs, 0.5),
    p99: percentile(tookMs, 0.99),
    rssMb: after.rssMb,
  };
}

function rowsFor(slots: readonly Slot[]): Row[] {
  const measured = scenarios.filter(({ what }) => slots.some((slot) => slot.what === what));
  return measured.flatMap(({ what }) =>
    sizes.map((atOnce) =>
      rowFor(
        { what, atOnce },
        slots.filter((slot) => slot.what === what && slot.atOnce === atOnce),
      ),
    ),
  );
}

function rowFor({ what, atOnce }: { what: string; atOnce: number }, slots: readonly Slot[]): Row {
  const of = (name: Candidate['name'], key: keyof Measured) => slots.map((slot) => slot[name][key]);
  const pair = (key: keyof Measured) => `${short(median(of('bot', key)))} / ${short(median(of('echo', key)))}`;
  const ratio = (key: keyof Measured) => slots.map((slot) => slot.bot[key] / slot.echo[key]);
  return {
    turn: what,
    'at once': String(atOnce),
    'CPU ms, bot': spread(of('bot', 'cpuMs')),
    'CPU ms, echo': spread(of('echo', 'cpuMs')),
    'CPU ratio': spread(ratio('cpuMs')),
    'p50 ms': pair('p50'),
    'p99 ms': pair('p99'),
    'turns/s': pair('perSecond'),
    'turns/s ratio': short(median(ratio('perSecond'))),
    'MB resident': pair('rssMb'),
  };
}
