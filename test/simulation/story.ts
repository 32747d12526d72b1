import { openCast } from './cast.ts';
import { telling } from './context.ts';
import { type Dice, diceOf } from './dice.ts';
import { happenings } from './happenings.ts';
import { nextMs, type Story } from './plot.ts';
import type { Planted, Process, World } from './process.ts';
import { settledBefore } from './settled.ts';
import { freshLedgers, type Stage } from './stage.ts';
import type { Truth } from './truths/define.ts';
import { truths as allTruths } from './truths/index.ts';
import { nextDue } from './truths/rows.ts';

/** What became of a seed. `broken`: what ought never to be true and was; `lines`: what happened, in words. */
export type Told = { seed: string; broken: readonly string[]; lines: readonly string[]; passedMs: number };

const mostSteps = 2_000;

export const tellStory = (stage: Stage, seed: string, planted?: Planted): Promise<Told> =>
  telling.run(true, () => told(stage, seed, planted));

async function told(stage: Stage, seed: string, planted?: Planted): Promise<Told> {
  const { time } = stage;
  const lines: string[] = [];
  const broken: string[] = [];
  const say = (line: string) => lines.push(`${time.now().toISOString().slice(8, 19).replace('T', ' ')} ${line}`);
  const complain = (what: string) => {
    broken.push(what);
    say(`  ✗ ${what}`);
  };
  const truths: Truth[] = [];
  const dice = diceOf(seed);
  await stage.isSetFor(dice, {
    written(write) {
      say(`  POST ${write.path} ${write.taken ? 'is taken' : 'does nothing'}`);
      for (const { written } of truths) written?.(write);
    },
    accepted(write) {
      for (const { accepted } of truths) accepted?.(write);
    },
  });
  const beganMs = time.nowMs();
  await settledBefore(stage, dice);
  await syncedBefore(stage, dice);
  const world = worldOf(stage, { alone: dice.happens(0.4), planted });
  truths.push(...allTruths.map((open) => open({ world, companies: stage.companies, complain })));
  const cast = openCast({ world, truths, complain, say });
  const story: Story = {
    stage,
    cast,
    dice,
    truths,
    world,
    say,
    wishesLeft: 6 + dice.below(12),
    deeds: 0,
    lately: null,
  };
  await tell(story, broken);
  return { seed, broken, lines, passedMs: time.nowMs() - beganMs };
}

/** Some tenants were synced by hand shortly before, so that their window is closed. */
async function syncedBefore({ companies, microsoft, time, meetings }: Stage, dice: Dice): Promise<void> {
  for (const { tenantId } of companies) if (dice.happens(0.6)) microsoft.of(tenantId).beginsElsewhere();
  await time.passTo(time.nowMs() + dice.below(9 * 60_000), meetings.rests);
}

function worldOf(stage: Stage, { alone, planted }: Pick<World, 'alone' | 'planted'>): World {
  return { ...stage, alone, planted, ledgers: freshLedgers(stage.time), finished: (work) => finished(stage, work) };
}

async function tell(story: Story, broken: readonly string[]): Promise<void> {
  const { cast, world } = story;
  story.say(world.alone ? 'one process, alone with its database' : 'two processes on one database');
  for (let births = 0; births < (world.alone ? 1 : 2); births += 1) await cast.born();
  for (let steps = 0; steps < mostSteps && story.wishesLeft > 0 && broken.length === 0; steps += 1) await goesOn(story);
  if (broken.length === 0) await ends(story);
}

async function goesOn(story: Story): Promise<void> {
  const possible = happenings.filter(({ can }) => can(story));
  const next = story.dice.weighed(possible.map((one) => ({ ...one, weight: one.weight(story) })));
  await next?.happens(story);
  await story.cast.buries();
  for (const { holds } of story.truths) holds?.();
}

/** So long the times of schedules are waited for, and those of looks at what is watched. */
const timesForMs = 26 * 60 * 60_000;
const looksForMs = 12 * 60_000;
/** Longer than any run may take. */
const endsWithinMs = 30 * 60 * 60_000;
/** Whatever was lost is found again by then: those who look for it come round, and no lease lasts so long. */
const [quietRounds, quietRoundMs] = [2, 90_001];

/** From now on nothing goes wrong and nobody wants anything. */
async function ends(story: Story): Promise<void> {
  const { stage, cast, world } = story;
  story.say('from now on nothing goes wrong, and nobody wants anything');
  stage.microsoft.weather('fine');
  stage.teams.trouble(0);
  await cast.buries();
  for (const { life } of cast.living()) life.diesInTransaction = false;
  if (cast.living().length === 0) await cast.born();
  await comesToRest(story, stage.time.nowMs() + timesForMs);
  const [last] = cast.living();
  if (last) await world.finished(schedulesEnd(story, last));
  await comesToRest(story, stage.time.nowMs() + endsWithinMs);
  if (last) for (const { ends: checks } of story.truths) await checks?.(last);
  story.say(`the end; ${world.teams.messages().length} messages`);
}

/** Otherwise a run that waits a day for approval would meet the next one. */
async function schedulesEnd({ stage }: Story, { desk: { schedules } }: Process): Promise<void> {
  for (const { person } of stage.companies.flatMap(({ people }) => people))
    for (const one of await schedules.of(person)) await schedules.change(one, { kind: 'cancel' });
}

async function comesToRest(story: Story, untilMs: number): Promise<void> {
  const { time, meetings, store } = story.stage;
  const inMs = (ms: number) => new Date(time.nowMs() + ms);
  const until = { times: inMs(timesForMs), looks: inMs(looksForMs) };
  for (let rounds = 0; time.nowMs() < untilMs; rounds += 1) {
    while (await isGoingOn(story, untilMs)) rounds = 0;
    const open = await nextDue(store.db, until);
    if (open) rounds = 0;
    else if (rounds >= quietRounds) return;
    await time.passTo(Math.max(time.nowMs() + quietRoundMs, open?.getTime() ?? 0), meetings.rests);
  }
}

/** The next thing that is due is done; false where nothing is. */
async function isGoingOn({ stage, cast, dice, truths }: Story, untilMs: number): Promise<boolean> {
  const { time, meetings, jobs } = stage;
  const [meeting, job, process] = [dice.oneOf(meetings.held()), dice.oneOf(jobs.due()), dice.oneOf(cast.working())];
  const next = Math.max(nextMs(stage) ?? Number.POSITIVE_INFINITY, time.nowMs() + 1);
  if (meeting) await meetings.goesOn(meeting);
  else if (job && process) await cast.takes(process, job);
  else if (next <= untilMs && (jobs.wait() || !cast.isIdle())) await time.passTo(next, meetings.rests);
  else return false;
  for (const { holds } of truths) holds?.();
  return true;
}

async function finished({ time, meetings, jobs }: Stage, work: Promise<void> = Promise.resolve()): Promise<void> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  await meetings.rests();
  while (!isOver) {
    const [meeting] = meetings.held();
    if (meeting) await meetings.goesOn(meeting);
    else await time.passTo(nextMs({ time, jobs }) ?? time.nowMs() + 1_000, meetings.rests);
  }
  await over;
}
