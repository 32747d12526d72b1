import type { ActionName, Target } from '../actions/define.ts';
import type { SerialList } from '../actions/serial-standing.ts';
import type { Conversation, Person, RunId, TenantId } from '../ports.ts';
import { findLastRunIn } from '../store/conversations.ts';
import { saveCard } from '../store/followers.ts';
import { countHistory, findHistory, type Page } from '../store/history.ts';
import { findKnownRuns, type KnownRuns } from '../store/known-runs.ts';
import type { Tx } from '../store/open.ts';
import { recentRuns, runsUnderWay } from '../store/recent-runs.ts';
import { findLastRunAskedBy, findLastRunOf, outlinesAskedBy } from '../store/run-askers.ts';
import { serialsOfRun } from '../store/run-serials.ts';
import { type DueStep, lockHolders } from '../store/run-targets.ts';
import { findRunAskedBy, findRunByNumber, findRunOnItsWay, forgetRuns } from '../store/runs.ts';
import { openWaiting, type Waiting } from '../store/waiting.ts';
import { type DecideAnswer, type Decided, decide } from './approving.ts';
import { type Asked, ask, type Follow, follow, joinRun, leaveAnswerToStep, type Wish } from './ask.ts';
import { type CancelAnswer, cancel, stopLooking } from './cancel.ts';
import { type First, openFirst } from './first.ts';
import { isHeldUp } from './hand-over.ts';
import { type Lacking, lackingOf } from './lacking.ts';
import { lockKeyOf } from './lock.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { tellTogether, type Work } from './queue.ts';
import type { HistoryFilter, RunRecord } from './record.ts';
import { startOver, sweep, wake } from './recovery.ts';
import type { Run, RunOutline } from './run.ts';
import { serialsStep } from './serials.ts';
import { resumeAllFor } from './signed-in.ts';
import { type SignedOut, standDownFor } from './signed-out.ts';
import type { Parts } from './step.ts';
import { lookStep, startStep, startStepAgain } from './steps.ts';

/** Runs as the commands see them. */
export type Runs = {
  ask(wish: Wish): Promise<Asked>;
  cancel(run: Run, person: Person): Promise<CancelAnswer>;
  stopLooking(run: Run, person: Person): Promise<CancelAnswer>;
  /** What a second person says to it; `done` where it counts. */
  decide(run: Run, decided: Decided): Promise<DecideAnswer>;
  find(tenantId: TenantId, number: number): Promise<Run | null>;
  /** The run that an earlier delivery or press of the same ask led to. */
  findByAskKey(tenantId: TenantId, askKey: string): Promise<Run | null>;
  /** The run that an ask for the same thing would join; one that is held up would be taken over instead. */
  findJoinable(tenantId: TenantId, joinKey: string): Promise<Run | null>;
  /** Both in one question. */
  findKnown(tenantId: TenantId, ask: { askKey: string; joinKey: string }): Promise<KnownRuns>;
  /** Of many who want the same at once, one goes ahead. */
  first: First;
  /** The newest of somebody's own; `action`: of this kind only. */
  findLastOwnedBy(person: Person, action: ActionName | null): Promise<Run | null>;
  /** The newest that a card shows in this conversation, whoever asked for it. */
  findLastShownIn(where: Conversation): Promise<Run | null>;
  /** The run that a person asked for last, first or by joining it. */
  findLastAskedOrJoinedBy(person: Person): Promise<Run | null>;
  recent(tenantId: TenantId, limit: number): Promise<RunOutline[]>;
  /** All that do this and have not ended, newest first. */
  findActiveByAction(tenantId: TenantId, action: ActionName): Promise<Run[]>;
  /** All of somebody's own that are on their way, the newest first. */
  findActiveOwnedBy(person: Person): Promise<RunOutline[]>;
  /** With which serials this person asked for it; null where with none. */
  serialsOf(run: Run, person: Person): Promise<SerialList | null>;
  /** Newest first. */
  history(filter: HistoryFilter, page: Page): Promise<RunRecord[]>;
  historySize(filter: HistoryFilter): Promise<number>;
  waiting(run: Run): Promise<Waiting>;
  /** Which of these targets a run is just changing, and which run, by its number. */
  findChanging(tenantId: TenantId, targets: readonly Pick<Target, 'kind' | 'id'>[]): Promise<Map<string, number>>;
  /** One more card that shows a run on its way. */
  follow(run: Run, follower: Follow): Promise<void>;
  /** The same for somebody who asked for what it does. */
  join(run: Run, follower: Follow): Promise<void>;
  /** The answer to an ask has become this message; what happened meanwhile is shown there. */
  saveShownCard(run: Run, follower: Follow & { cardId: string; fingerprint: string }): Promise<void>;
  /** The answer to an ask found no room in its turn: a step shows it. */
  leaveAnswerToStep(run: Run, follower: Follow): Promise<void>;
  /** In the transaction that signs somebody in: what waited for them goes on. The answer is its numbers. */
  resumeFor(tx: Tx, person: Person): Promise<number[]>;
  /** What a person has to give so that what waits for them goes on; null where nothing does. */
  lacking(person: Person): Promise<Lacking | null>;
  /** What was asked for in the name of somebody who signs out: taken back if it has not begun, else it waits for them. */
  standDownFor(person: Person): Promise<SignedOut>;
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
  /** Sends an answer that found no room in its turn. */
  answer(work: Work['answer']): Promise<void>;
  /** `changedAt`: when what is to be told was written. */
  tell(runId: RunId, changedAt: Date): Promise<void>;
  remind(runId: RunId): Promise<void>;
  notice(noticeId: string): Promise<void>;
  watch(work: Work['watch']): Promise<void>;
  resume(work: Work['resume']): Promise<void>;
  schedule(work: Work['schedule']): Promise<void>;
};

const runOf = ({ runId }: DueStep) => runId;

/** Heals what a crash or a long outage left behind. */
const sweepEveryMs = 30_000;

export function openRunner(parts: Parts, { answer, tell, remind, notice, watch, resume, schedule }: Handlers): Runner {
  const { store, queue, log } = parts;
  let sweeping: NodeJS.Timeout | undefined;
  let stopping = false;
  const steps: Parts = { ...parts, isStopping: () => stopping };

  return {
    runs: runsOn(parts),
    wake: () => wake(parts),
    async start() {
      // First: what is dropped to start over must be in nobody's hands, who would try it again in vain.
      await (store.engine.kind === 'pglite' ? startOver(parts) : sweep(parts));
      await queue.work({
        // A step takes along whatever is due in its run: two at once would ask for the same twice.
        start: oneAtATime(runOf, (step, { isRetry }) => (isRetry ? startStepAgain : startStep)(steps, step)),
        look: oneAtATime(runOf, (step) => lookStep(steps, step)),
        tell: ({ runId }, { sentAt }) => tell(runId, sentAt),
        remind: ({ runId }) => remind(runId),
        notice: ({ noticeId }) => notice(noticeId),
        watch,
        resume,
        schedule,
        serials: (key) => serialsStep(steps, key),
        answer,
      });
      sweeping = setInterval(() => {
        sweep(parts).catch((error) => log.error({ err: error }, 'sweep failed'));
      }, sweepEveryMs);
    },
    async stop() {
      stopping = true;
      clearInterval(sweeping);
      await queue.stop();
    },
  };
}

function runsOn(parts: Parts): Runs {
  const { db } = parts.store;
  const waiting = openWaiting(db);
  return {
    ask: (wish) => ask(parts, wish),
    cancel: (run, person) => cancel(parts, run, person),
    stopLooking: (run, person) => stopLooking(parts, run, person),
    decide: (run, decided) => decide(parts, run, decided),
    find: (tenantId, number) => findRunByNumber(db, tenantId, number),
    findByAskKey: (tenantId, askKey) => findRunAskedBy(db, tenantId, askKey),
    async findJoinable(tenantId, joinKey) {
      const run = await findRunOnItsWay(db, tenantId, joinKey);
      return run && isHeldUp(run) ? null : run;
    },
    async findKnown(tenantId, ask) {
      const { asked, onItsWay } = await findKnownRuns(db, tenantId, ask);
      return { asked, onItsWay: onItsWay && isHeldUp(onItsWay) ? null : onItsWay };
    },
    first: openFirst(),
    findLastOwnedBy: (person, action) => findLastRunAskedBy(db, person, action),
    findLastShownIn: (where) => findLastRunIn(db, where),
    findLastAskedOrJoinedBy: (person) => findLastRunOf(db, person),
    recent: (tenantId, limit) => recentRuns(db, tenantId, limit),
    findActiveByAction: (tenantId, action) => runsUnderWay(db, tenantId, action),
    findActiveOwnedBy: (person) => outlinesAskedBy(db, person),
    serialsOf: ({ id }, person) => serialsOfRun(db, id, person),
    history: (filter, page) => findHistory(db, filter, page),
    historySize: (filter) => countHistory(db, filter),
    waiting: ({ id }) => waiting(id),
    async findChanging(tenantId, targets) {
      const keyed = targets.flatMap((one) => (lockKeyOf(one) ? [[one.id, lockKeyOf(one) ?? ''] as const] : []));
      const holders = await lockHolders(
        db,
        tenantId,
        keyed.map(([, key]) => key),
      );
      return new Map(keyed.flatMap(([id, key]) => (holders.has(key) ? [[id, holders.get(key) ?? 0] as const] : [])));
    },
    resumeFor: (tx, person) => resumeAllFor(parts, tx, person),
    standDownFor: (person) => standDownFor(parts, person),
    lacking: (person) => lackingOf(parts, person),
    forget: (tenantId) => forgetRuns(db, tenantId),
    follow: (run, follower) => follow(parts, run, follower),
    leaveAnswerToStep: (run, follower) => leaveAnswerToStep(parts, run, follower),
    join: (run, follower) => joinRun(parts, run, follower),
    async saveShownCard(run, follower) {
      const saved = await saveCard(db, { tenantId: run.tenantId, ...follower });
      if (!saved) return follow(parts, run, { ...follower, askKey: `${follower.askKey} late` });
      await parts.queue.send(db, tellTogether(run.id));
    },
  };
}
