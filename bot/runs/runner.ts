import type { Person, RunId, TenantId } from '../ports.ts';
import { saveCard, waitingFor } from '../store/followers.ts';
import { findRunAskedBy, findRunByNumber, findRunOnItsWay, forgetRuns, recentRuns } from '../store/runs.ts';
import { type Asked, ask, type Follow, follow, type Wish } from './ask.ts';
import { type CancelAnswer, cancel } from './cancel.ts';
import { startOver, sweep, wake } from './recovery.ts';
import type { Run } from './run.ts';
import { lookStep, type Parts, startStep } from './steps.ts';

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
  shown(run: Run, follower: Follow & { cardId: string; fingerprint: string }): Promise<void>;
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
  const { store, queue, log } = parts;
  let sweeping: NodeJS.Timeout | undefined;

  return {
    runs: runsOn(parts),
    wake: () => wake(parts),
    async start() {
      await queue.work({
        start: (step) => startStep(parts, step),
        look: (step) => lookStep(parts, step),
        tell: ({ runId }) => tell(runId),
      });
      await (store.engine.kind === 'pglite' ? startOver(parts) : sweep(parts));
      sweeping = setInterval(() => {
        sweep(parts).catch((error) => log.error({ err: error }, 'sweep failed'));
      }, sweepEveryMs);
    },
    async stop() {
      clearInterval(sweeping);
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
    async shown(run, follower) {
      const saved = await saveCard(db, { tenantId: run.tenantId, ...follower });
      if (!saved) return follow(parts, run, { ...follower, askKey: `${follower.askKey} late` });
      await parts.queue.send(db, { lane: 'tell', work: { runId: run.id } });
    },
  };
}
