import { answer } from '../../bot/commands/answer.ts';
import type { Answer, Incoming } from '../../bot/commands/define.ts';
import type { People, RunId } from '../../bot/ports.ts';
import type { Handed } from '../../bot/runs/queue.ts';
import type { Runs } from '../../bot/runs/runner.ts';
import { type Doing, doing } from './context.ts';
import { Died, type Life } from './meetings.ts';
import { openProcess, type Process, type World } from './process.ts';
import type { Job } from './queue.ts';
import { NoAnswer } from './teams.ts';
import type { Truth } from './truths/define.ts';

/** The processes of the bot in a story: they are born, work, and die. */
export type Cast = {
  living(): readonly Process[];
  /** Those that have come up. */
  working(): readonly Process[];
  born(): Promise<void>;
  dies(life: Life): Promise<void>;
  /** Begins, and goes as far as it can by itself. */
  takes(process: Process, job: Job): Promise<void>;
  answers(process: Process, incoming: Incoming): Promise<void>;
  does(process: Process, who: string, work: () => Promise<void>): Promise<void>;
  /** Whoever died on the way is taken away. */
  buries(): Promise<void>;
  isIdle(): boolean;
};

type Parts = { world: World; truths: readonly Truth[]; complain(what: string): void; say(line: string): void };

export function openCast({ world, truths, complain, say }: Parts): Cast {
  const { meetings, jobs } = world;
  let processes: Process[] = [];
  let births = 0;
  let underWay = 0;

  /** `true`: it came to its end. */
  async function does(life: Life, what: Doing, work: () => Promise<void>): Promise<boolean> {
    underWay += 1;
    try {
      await doing.run(what, work);
      return !life.isOver;
    } catch (error) {
      what.brokenOff = true;
      say(`${life.name} breaks off: ${error instanceof Died ? 'it died' : String(error)}`);
      if (!life.isOver && !isExpected(error)) complain(`${life.name} failed: ${String((error as Error).stack)}`);
      return false;
    } finally {
      underWay -= 1;
    }
  }

  async function begins(work: Promise<unknown>): Promise<void> {
    work.catch((error) => complain(String(error)));
    await meetings.rests();
  }

  async function step({ life, handlers }: Process, job: Job): Promise<void> {
    const { lane, work, sentAt } = job;
    const what: Doing = { kind: 'step', lane, runId: 'runId' in work ? (work.runId as RunId) : null, brokenOff: false };
    const handle = handlers()?.[lane] as (work: Job['work'], handed: Handed) => Promise<void>;
    const isDone = await does(life, what, () => handle(work, { sentAt, isRetry: job.tried > 0 }));
    if (life.isOver) what.brokenOff = true;
    else if (isDone) jobs.done(job);
    else jobs.failed(job);
  }

  async function bury(life: Life): Promise<void> {
    processes = processes.filter((one) => one.life !== life);
    jobs.abandonedBy(life);
    await meetings.dies(life);
  }

  const turn = (who: string): Doing => ({ kind: 'turn', who, brokenOff: false });
  return {
    living: () => processes,
    working: () => processes.filter(({ handlers }) => handlers() !== null),
    isIdle: () => underWay === 0,
    dies: bury,
    async buries() {
      for (const { life } of processes) if (life.isOver) await bury(life);
    },
    async born() {
      births += 1;
      const life: Life = { name: `process ${births}`, isOver: false, diesInTransaction: false };
      const process = watched(openProcess(world, life), truths);
      await begins(does(life, turn('nobody'), () => process.runner.start()));
      processes = [...processes, process];
    },
    async takes(process, job) {
      job.at = process.life;
      say(`${process.life.name} takes up ${job.lane} ${JSON.stringify(job.work)}`);
      await begins(step(process, job));
    },
    async answers(process, incoming) {
      await begins(does(process.life, turn(incoming.from.name), () => answered(process, incoming)));
    },
    does: (process, who, work) => begins(does(process.life, turn(who), work)),
  };
}

/** What the queue or Teams tries again, and somebody else's write that came first. */
const isExpected = (error: unknown) =>
  error instanceof Died || error instanceof NoAnswer || (error as { code?: string }).code === '23505';

async function answered({ desk, teams }: Process, incoming: Incoming): Promise<void> {
  const found = await answer(desk, incoming);
  if (found && !found.file) await shown(teams, incoming, found);
}

/** Where an answer belongs, as a turn of Teams shows it. */
async function shown(teams: Process['teams'], { did, where }: Incoming, found: Answer): Promise<void> {
  const pressed = found.place === 'here' && did.kind === 'pressed' ? did.cardId : null;
  if (pressed && !found.kept) await teams.chat(where).edit(pressed, found.card);
  if (pressed) return found.posted?.(pressed);
  const posted = await teams.chat(where).post(found.card);
  if (posted.kind === 'shown') await found.posted?.(posted.cardId);
}

/** What people ask of runs, and how they want to read, is seen by those who hold the bot to its word. */
function watched(process: Process, truths: readonly Truth[]): Process {
  const { runs } = process.desk;
  const cancelling =
    (how: 'cancel' | 'stopLooking'): Runs['cancel'] =>
    async (run, person) => {
      const became = await runs[how](run, person);
      for (const truth of truths) truth.cancelled?.(run, became);
      return became;
    };
  const own: Runs = {
    ...runs,
    async ask(wish) {
      for (const truth of truths) truth.asks?.(wish);
      const asked = await runs.ask(wish);
      for (const truth of truths) truth.asked?.(wish, asked);
      return asked;
    },
    async follow(run, follower) {
      await runs.follow(run, follower);
      for (const truth of truths) truth.asked?.(follower, { run, how: 'joined' });
    },
    cancel: cancelling('cancel'),
    stopLooking: cancelling('stopLooking'),
  };
  const people: People = {
    ...process.desk.people,
    async choose(person, heard, choice) {
      for (const truth of truths) truth.chooses?.(person);
      await process.desk.people.choose(person, heard, choice);
    },
  };
  return { ...process, desk: { ...process.desk, runs: own, people } };
}
