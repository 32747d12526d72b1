import type { Person, RunId, TenantId } from '../ports.ts';
import { leaveRun, saveCard, waitingFor } from '../store/followers.ts';
import {
  dropLeases,
  dueSteps,
  endRunIfOver,
  findRun,
  findRunAskedBy,
  findRunByNumber,
  findRunOnItsWay,
  forgetRuns,
  recentRuns,
  saveTarget,
} from '../store/runs.ts';
import { cancelled } from './advance.ts';
import { type Asked, ask, type Follow, follow, type Wish } from './ask.ts';
import type { Run } from './run.ts';
import { lookStep, type Parts, startStep } from './steps.ts';

/** What became of a wish to take a run back. */
export type CancelAnswer = 'cancelled' | 'under-way' | 'over' | 'left' | 'not-yours';

/** Runs as the commands see them. */
export type Runs = {
  ask(wish: Wish): Promise<Asked>;
  cancel(run: Run, person: Person): Promise<CancelAnswer>;
  find(tenantId: TenantId, number: number): Promise<Run | null>;
  /** The run that an earlier delivery or press of the same ask led to. */
  askedBy(tenantId: TenantId, askKey: string): Promise<Run | null>;
  /** The run that an ask for the same thing would join. */
  onItsWay(tenantId: TenantId, joinKey: string): Promise<Run | null>;
  recent(tenantId: TenantId, limit: number): Promise<Run[]>;
  waiting(run: Run): Promise<{ id: string; name: string }[]>;
  /** One more card that shows a run on its way. */
  follow(run: Run, follower: Follow): Promise<void>;
  /** The answer to an ask has become this message; what happened meanwhile is shown there. */
  shown(asked: { run: Run; askKey: string; cardId: string }): Promise<void>;
  /** Forgets a tenant's runs; used for the invented one only. */
  forget(tenantId: TenantId): Promise<void>;
};

export type Runner = {
  runs: Runs;
  start(): Promise<void>;
  /** Enqueues every step whose time has come, whatever the queue knows of it. */
  wake(): Promise<void>;
  stop(): Promise<void>;
};

/** Heals what a crash or a long outage left behind. */
const sweepEveryMs = 30_000;

export function openRunner(parts: Parts, tell: (runId: RunId) => Promise<void>): Runner {
  const { store, queue, clock, log } = parts;
  let sweep: NodeJS.Timeout | undefined;

  async function wake(): Promise<void> {
    const due = await dueSteps(store.db, clock.now());
    for (const { state, ...work } of due) {
      await queue.send(store.db, { lane: state === 'following' ? 'look' : 'start', work });
    }
  }

  return {
    runs: runsOn(parts),
    wake,
    async start() {
      if (store.engine.kind === 'pglite') await dropLeases(store.db, clock.now());
      await queue.work({
        start: (step) => startStep(parts, step),
        look: (step) => lookStep(parts, step),
        tell: ({ runId }) => tell(runId),
      });
      await wake();
      sweep = setInterval(() => {
        wake().catch((error) => log.error({ err: error }, 'sweep failed'));
      }, sweepEveryMs);
    },
    async stop() {
      clearInterval(sweep);
      await queue.stop();
    },
  };
}

function runsOn(parts: Parts): Runs {
  const { db } = parts.store;
  return {
    ask: (wish) => ask(parts, wish),
    cancel: (run, person) => cancel(parts, run, person),
    find: (tenantId, number) => findRunByNumber(db, tenantId, number),
    askedBy: (tenantId, askKey) => findRunAskedBy(db, tenantId, askKey),
    onItsWay: (tenantId, joinKey) => findRunOnItsWay(db, tenantId, joinKey),
    recent: (tenantId, limit) => recentRuns(db, tenantId, limit),
    waiting: (run) => waitingFor(db, run.id),
    forget: (tenantId) => forgetRuns(db, tenantId),
    follow: (run, follower) => follow(parts, run, follower),
    async shown({ run, askKey, cardId }) {
      await saveCard(db, { tenantId: run.tenantId, askKey, cardId });
      await parts.queue.send(db, { lane: 'tell', work: { runId: run.id } });
    },
  };
}

/** The asker takes the run back, as far as it has not begun; anybody else only leaves it. */
async function cancel(parts: Parts, run: Run, person: Person): Promise<CancelAnswer> {
  if (run.endedAt) return 'over';
  if (run.asker.id !== person.id) {
    const left = await leaveRun(parts.store.db, { runId: run.id, personId: person.id, now: parts.clock.now() });
    return left ? 'left' : 'not-yours';
  }
  return takeBack(parts, run, person);
}

async function takeBack(parts: Parts, { id }: Run, person: Person): Promise<CancelAnswer> {
  const { store, queue, clock } = parts;
  return store.db.transaction().execute(async (tx) => {
    const run = await findRun(tx, id);
    const waiting = run?.targets.filter((one) => one.state === 'waiting') ?? [];
    if (!run || waiting.length === 0) return 'under-way';
    const saved = await Promise.all(waiting.map((one) => saveTarget(tx, id, { before: one, after: cancelled(one) })));
    if (!saved.includes(true)) return 'under-way';
    await endRunIfOver(tx, id, { now: clock.now(), cancelledBy: person });
    await queue.send(tx, { lane: 'tell', work: { runId: id } });
    return 'cancelled';
  });
}
