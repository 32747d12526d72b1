/** What one turn of the whole bot costs, beside a bare botbuilder echo that checks the same tokens and answers with the same card. */
import type { Button, CardSeen } from './connector.ts';
import { checkDoors } from './door.ts';
import type { EchoAnswer } from './echo.ts';
import { percentile } from './figures.ts';
import { sayGoals } from './goals.ts';
import { report } from './report.ts';
import { signEverybodyIn } from './sign-in.ts';
import { releaseSteps, toldWithinMs, untilStill } from './stillness.ts';
import { type Answered, conversationOf, drive, type Teams } from './teams.ts';
import { type Candidate, openTenant, type Tenant } from './tenant.ts';
import { goalsOf, type Measured, rowsFor, type Slot } from './turn-rows.ts';
import { firstOf } from './whose-turn.ts';

/** `only` is the number of one scenario, `profile` 1 keeps a CPU profile of the bot. */
export type TurnOptions = { rounds: number; turns: number; only: number; postgres: number; profile: number };

const sizes = [1, 8, 32] as const;
/** More would be held back by the limits that the bot keeps for Teams' sake. */
export const [people, tenants] = [720, 240];
/** What is measured next is compiled within some thousand turns. */
const warmUp = 4;
/** V8 goes on compiling, and lets its heap grow, for some ten thousand turns of a process. */
const [warmUpParts, warmUpTurns] = [2, 10_000];

type Scenario = {
  what: string;
  turn: (teams: Teams, person: number) => Promise<Answered>;
  /** The channel sends one token with many activities; here each has its own. */
  newTokens?: true;
  /**
   * Steps go on where the turn ended, and edit its card: they are measured too, or held back. Graph refuses the start, so that the
   * next one in the same tenant writes a run too, and joins none.
   */
  starts?: 'taken' | 'held';
};

/** A button of the clock's card that reads Graph and starts nothing; its answer is a new card below. */
const readButton: Button = { title: 'Autopilot', verb: 'say', data: { v: 1, press: 'say', text: 'autopilot' } };

export const saysHelp: Scenario['turn'] = (teams, person) => teams.says(person, 'help');

export const help: Scenario = { what: 'help', turn: saysHelp };

const saysSync: Scenario['turn'] = (teams, person) => teams.says(person % tenants, 'sync autopilot');

const scenarios: readonly Scenario[] = [
  help,
  { what: 'help, a new token each', turn: saysHelp, newTokens: true },
  { what: 'autopilot', turn: (teams, person) => teams.says(person, 'autopilot') },
  { what: 'press', turn: (teams, person) => teams.presses(person, readButton, 'm-1') },
  { what: 'sync autopilot', turn: saysSync, starts: 'held' },
  { what: 'sync autopilot and its steps', turn: saysSync, starts: 'taken' },
];

export async function turn({ rounds, turns, only, postgres, profile }: TurnOptions): Promise<void> {
  const tenant = await openTenant({ people, tenants, postgres, profileAs: profile ? 'turn' : null });
  console.log('knocking without a good token; the bot’s log says so');
  await checkDoors(tenant);
  await signEverybodyIn(tenant);
  const bench: Bench = { tenant, turns, token: await tenant.tokens(1) };
  await warm(bench, [tenant.echo]);
  const slots: Slot[] = [];
  for (const scenario of scenarios.filter((_, i) => only === 0 || i + 1 === only)) {
    const card = await teachEcho(bench, scenario, [tenant.echo]);
    console.log(`${scenario.what}: the card has ${(card / 1000).toFixed(1)} kB; warming up`);
    // With their steps, so that nobody waits for what was held back.
    const warming = scenario.starts ? { ...scenario, starts: 'taken' as const } : scenario;
    for (const candidate of both(tenant))
      await measure(bench, { candidate, scenario: warming, atOnce: 8, times: warmUp });
    for (let round = 1; round <= rounds; round++) slots.push(...(await roundOf(bench, scenario)));
  }
  await tenant.stop();
  report({ name: 'turn', title: `Turns, ${rounds} rounds`, rows: rowsFor(slots), reading, measured: slots });
  sayGoals('turn', goalsOf(slots, postgres > 0));
}

const reading =
  'CPU is of the server process alone (the bot has its database inside), median of the rounds (least..greatest); ' +
  'ratios are bot to echo inside a round, so they do not depend on the machine. Below 1.15 they mean nothing. Both check ' +
  'signed tokens, and everybody is signed in; neither logs what went well. `sync autopilot` writes a run and queues its step; with its steps, it is measured to the card that says what came of it.';

/** `token`: the one that the channel sends with many activities. */
export type Bench = { tenant: Tenant; turns: number; token: readonly string[] };

const both = ({ bot, echo }: Tenant): readonly Candidate[] => [bot, echo];

/** The bot and the echoes, which answer `help` as the bot does from now on. */
export async function warm(bench: Bench, echoes: readonly Candidate[]): Promise<void> {
  await teachEcho(bench, help, echoes);
  const load = { scenario: help, atOnce: 32, times: warmUpTurns / bench.turns };
  for (let part = 1; part <= warmUpParts; part += 1)
    for (const candidate of [bench.tenant.bot, ...echoes]) await measure(bench, { ...load, candidate });
}

/** The echoes answer with the very card the bot answered with. */
async function teachEcho({ tenant, token }: Bench, { turn }: Scenario, echoes: readonly Candidate[]): Promise<number> {
  const { connector, bot } = tenant;
  const answer: EchoAnswer = { card: {}, summary: '', invokeBody: null };
  await connector.ask('watch', true);
  const stopListening = connector.onEvent((event) => {
    const seen = event as CardSeen;
    if (seen.conversationId === conversationOf(0)) answer.card = seen.card;
  });
  const teams = tenant.teams(bot, 1, token);
  const { body } = await turn(teams, 0);
  await connector.ask('watch', false);
  stopListening();
  await teams.close();
  answer.summary = 'Windows Autopilot: as the bot says in its first two lines, for notifications';
  answer.invokeBody = body === '' ? null : (JSON.parse(body) as object);
  await Promise.all(echoes.map(({ server }) => server.ask('answerWith', answer)));
  return JSON.stringify(answer.card).length;
}

/** A B, A B, A B: one after the other at every size. */
async function roundOf(bench: Bench, scenario: Scenario): Promise<Slot[]> {
  const slots: Slot[] = [];
  const { bot, echo } = bench.tenant;
  for (const atOnce of sizes) {
    const load = { scenario, atOnce, times: atOnce === 1 ? 0.5 : 1 };
    const ofBot = await measure(bench, { ...load, candidate: bot });
    const ofEcho = await measure(bench, { ...load, candidate: echo });
    slots.push({ what: scenario.what, atOnce, bot: ofBot, echo: ofEcho });
  }
  return slots;
}

type Load = { candidate: Candidate; scenario: Scenario; atOnce: number; times: number };

export async function measure({ tenant, turns, token }: Bench, load: Load): Promise<Measured> {
  const { candidate, scenario, atOnce } = load;
  const { connector, graph } = tenant;
  // The second wish in a tenant would join the first one's run while that waits.
  const most = scenario.starts === 'held' ? tenants : Number.POSITIVE_INFINITY;
  const count = Math.min(Math.round(turns * load.times), most);
  const teams = tenant.teams(candidate, atOnce, scenario.newTokens ? await tenant.tokens(count + atOnce) : token);
  await graph.ask('refuseStarts', scenario.starts !== undefined);
  // The channel keeps its connections; they are open before anything is measured.
  const greeted = firstOf(atOnce, candidate);
  await drive(atOnce, atOnce, (turn) => saysHelp(teams, (greeted + turn) % people));
  const [takenBefore, startsBefore] = [await connector.ask<number>('taken'), await graph.ask<number>('starts')];
  const driven = await driveAll({ tenant, load, teams }, count);
  await teams.close();
  const taken = (await connector.ask<number>('taken')) - takenBefore;
  const starts = (await graph.ask<number>('starts')) - startsBefore;
  checkAll({ load, count, taken, starts });
  return measured(driven, count);
}

/** Every turn was answered, and what it was to set off was set off. */
function checkAll({ load, count, taken, starts }: { load: Load; count: number; taken: number; starts: number }): void {
  const { candidate, scenario } = load;
  const isWhole =
    candidate.name === 'bot' && scenario.starts ? starts >= count * 0.95 && taken >= count : taken === count;
  if (!isWhole)
    throw new Error(`${candidate.name}: ${taken} cards and ${starts} starts in ${count} turns of ${scenario.what}`);
}

type Driven = { cpuMs: number; seconds: number; tookMs: number[]; rssMb: number };

/** Steps that were held back are taken once it is measured, so that the next find none on its way. */
async function driveAll(
  { tenant, load, teams }: { tenant: Tenant; load: Load; teams: Teams },
  count: number,
): Promise<Driven> {
  const { scenario, atOnce, candidate } = load;
  const { server } = candidate;
  const holds = scenario.starts === 'held' && candidate.name === 'bot';
  const startsBefore = await tenant.graph.ask<number>('starts');
  if (holds) await server.ask('holdSteps', true);
  const before = await server.used();
  const began = performance.now();
  const first = firstOf(count, candidate);
  const tookMs = await drive(count, atOnce, (turn) => scenario.turn(teams, (first + turn) % people));
  const seconds = (performance.now() - began) / 1000;
  if (scenario.starts === 'taken') await untilStill(tenant.connector);
  const after = await server.used();
  if (holds) await releaseSteps(tenant, startsBefore + count);
  // What was tried again later must not be counted with the next.
  else if (scenario.starts && candidate.name === 'bot') await untilStill(tenant.connector, toldWithinMs);
  return { cpuMs: after.cpuMs - before.cpuMs, seconds, tookMs, rssMb: after.rssMb };
}

function measured({ cpuMs, seconds, tookMs, rssMb }: Driven, count: number): Measured {
  return {
    ...{ cpuMs: cpuMs / count, perSecond: count / seconds, rssMb },
    ...{ p50: percentile(tookMs, 0.5), p99: percentile(tookMs, 0.99) },
  };
}
