import type { Person, RunId, TenantId } from '../ports.ts';
import { saveCard, waitingFor } from '../store/followers.ts';
import type { Tx } from '../store/open.ts';
import { findRunAskedBy, findRunByNumber, findRunOnItsWay, forgetRuns, recentRuns } from '../store/runs.ts';
import { type Asked, ask, type Follow, follow, type Wish } from './ask.ts';
import { type CancelAnswer, cancel } from './cancel.ts';
import { isHeldUp } from './hand-over.ts';
import { type Lacking, lackingOf } from './lacking.ts';
import type { Work } from './queue.ts';
import { startOver, sweep, wake } from './recovery.ts';
import type { Run } from './run.ts';
import { signedIn } from './signed-in.ts';
import { type SignedOut, signedOut } from './signed-out.ts';
import { lookStep, type Parts, startStep } from './steps.ts';

/** Runs as the commands see them. */
export type Runs = {
  ask(wish: Wish): Promise<Asked>;
  cancel(run: Run, person: Person): Promise<CancelAnswer>;
  find(tenantId: TenantId, number: number): Promise<Run | null>;
  /** The run that an earlier delivery or press of the same ask led to. */
  askedBy(tenantId: TenantId, askKey: string): Promise<Run | null>;
  /** The run that an ask for the same thing would join; one that is held up would be taken over instead. */
  onItsWay(tenantId: TenantId, joinKey: string): Promise<Run | null>;
  recent(tenantId: TenantId, limit: number): Promise<Run[]>;
  waiting(run: Run): Promise<{ id: string; name: string }[]>;
  /** One more card that shows a run on its way. */
  follow(run: Run, follower: Follow): Promise<void>;
  /** The answer to an ask has become this message; what happened meanwhile is shown there. */
  shown(run: Run, follower: Follow & { cardId: string; fingerprint: string }): Promise<void>;
  /** In the transaction that signs somebody in: what waited for them goes on. The answer is its numbers. */
  signedIn(tx: Tx, person: Person): Promise<number[]>;
  /** What a person has to give so that what waits for them goes on; null where nothing does. */
  lacking(person: Person): Promise<Lacking | null>;
  /** What was asked for in the name of somebody who signs out: taken back if it has not begun, else it waits for them. */
  signedOut(person: Person): Promise<SignedOut>;
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

/** What steps do besides moving runs: telling, and doing again what a person had asked for. */
export type Handlers = {
  tell(runId: RunId): Promise<void>;
  remind(runId: RunId): Promise<void>;
  resume(work: Work['resume']): Promise<void>;
};

/** Heals what a crash or a long outage left behind. */
const sweepEveryMs = 30_000;

export function openRunner(parts: Parts, { tell, remind, resume }: Handlers): Runner {
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
        remind: ({ runId }) => remind(runId),
        resume,
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
    async onItsWay(tenantId, joinKey) {
      const run = await findRunOnItsWay(db, tenantId, joinKey);
      return run && isHeldUp(run) ? null : run;
    },
    recent: (tenantId, limit) => recentRuns(db, tenantId, limit),
    waiting: (run) => waitingFor(db, run.id),
    signedIn: (tx, person) => signedIn(parts, tx, person),
    signedOut: (person) => signedOut(parts, person),
    lacking: (person) => lackingOf(parts, person),
    forget: (tenantId) => forgetRuns(db, tenantId),
    follow: (run, follower) => follow(parts, run, follower),
    async shown(run, follower) {
      const saved = await saveCard(db, { tenantId: run.tenantId, ...follower });
      if (!saved) return follow(parts, run, { ...follower, askKey: `${follower.askKey} late` });
      await parts.queue.send(db, { lane: 'tell', work: { runId: run.id } });
    },
  };
}
