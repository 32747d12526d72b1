/** A thousand conversations at a steady rate, among 20,000 runs; and then everybody several times at once. */
import { setTimeout as wait } from 'node:timers/promises';
import { type LoadDesk, type LoadDeskOptions, openLoadDesk } from './load-desk.ts';
import { judge, rowFor, type Stage } from './load-goals.ts';
import type { LoopDelay } from './probe.ts';
import { watchQueue } from './queue-age.ts';
import { report } from './report.ts';
import type { Answered } from './teams.ts';

export type LoadOptions = LoadDeskOptions & { seconds: number; perSecond: number; crowd: number };

/** What people say that neither needs a sign-in nor starts anything. */
const said = ['help', 'runs', 'history', 'settings', 'run 17', 'watches', 'schedules', 'explain 0x87D11388'];

export async function load(options: LoadOptions): Promise<void> {
  const desk = await openLoadDesk(options);
  const { seconds, perSecond, crowd, people } = options;
  await stage(desk, 'warming up', () => steadily(desk, { seconds: 5, perSecond, people }));
  const rest = await desk.bot.used();
  const stages = [
    await stage(desk, `${perSecond} a second`, () => steadily(desk, { seconds, perSecond, people })),
    await stage(desk, `${crowd.toLocaleString('en')} at once`, () => atOnce(desk, crowd)),
    await stage(desk, `${perSecond} a second after that`, () => steadily(desk, { seconds, perSecond, people })),
  ];
  await desk.stop();
  const title = `${people.toLocaleString('en')} conversations, ${options.runs.toLocaleString('en')} runs, on ${options.postgres ? 'PostgreSQL' : 'the embedded database'}`;
  report({ name: 'load', title, rows: stages.map(rowFor), reading, measured: { rest, stages } });
  judge(stages);
}

const reading =
  'Steadily: everybody in turn says something that needs no sign-in, whether or not the ones before were answered. At once: all of it in ' +
  'one moment. Took: until Teams has its answer. Shed: asked with 503 to come back; who waited too long is told so in a message. Queue ' +
  'age: the oldest job that waited, once a second.';

type Pace = { seconds: number; perSecond: number; people: number };

const sayings = (desk: LoadDesk, person: number): Promise<Answered> =>
  desk.teamsOf(person).says(person, said[person % said.length] ?? 'help');

/** Not one after the other: who comes does not wait for who came before. */
async function steadily(desk: LoadDesk, { seconds, perSecond, people }: Pace): Promise<Answered[]> {
  const answers: Promise<Answered>[] = [];
  const began = performance.now();
  for (let i = 0; i < seconds * perSecond; i++) {
    const waitMs = began + (i * 1000) / perSecond - performance.now();
    if (waitMs > 1) await wait(waitMs);
    answers.push(settled(sayings(desk, (i * 7) % people)));
  }
  return Promise.all(answers);
}

const atOnce = (desk: LoadDesk, crowd: number): Promise<Answered[]> =>
  Promise.all(Array.from({ length: crowd }, (_, person) => settled(sayings(desk, person))));

/** A request that breaks off is a result too. */
const settled = (answer: Promise<Answered>): Promise<Answered> =>
  answer.catch((error) => ({ status: 0, body: String(error), tookMs: Number.NaN }));

const quietAfterMs = 2_000;

async function stage(desk: LoadDesk, what: string, work: () => Promise<Answered[]>): Promise<Stage> {
  console.log(what);
  const { bot, connector } = desk;
  const [before, taken] = [await bot.used(), await connector.ask<number>('taken')];
  await bot.ask('loopDelay');
  const age = watchQueue(bot.url);
  const began = performance.now();
  const answers = await work();
  const seconds = (performance.now() - began) / 1000;
  const loop = await bot.ask<LoopDelay>('loopDelay');
  // What found no room in its turn is sent by steps.
  await untilStill(() => connector.ask<number>('taken'));
  const used = await bot.used();
  const count = (...statuses: number[]) => answers.filter(({ status }) => statuses.includes(status)).length;
  return {
    ...{ what, seconds, loop, used, asked: answers.length, cpuMs: used.cpuMs - before.cpuMs },
    tookMs: answers.map(({ tookMs }) => tookMs),
    ...{ taken: count(200), shed: count(503), lost: answers.length - count(200, 503) },
    posted: (await connector.ask<number>('taken')) - taken,
    queueAgeSeconds: await age(),
  };
}

async function untilStill(count: () => Promise<number>): Promise<void> {
  for (let last = -1, now = await count(); now !== last; now = await count()) {
    last = now;
    await wait(quietAfterMs);
  }
}
