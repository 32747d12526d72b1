/** The bot's own queue and rows in a process of its own. */
import { randomUUID } from 'node:crypto';
import { tenantTarget } from '../../bot/actions/define.ts';
import type { Person, PersonId, RunId, TenantId } from '../../bot/ports.ts';
import { sendSteps } from '../../bot/runs/next-step.ts';
import { openQueue, type Queue } from '../../bot/runs/queue.ts';
import type { RunTarget } from '../../bot/runs/run.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { saveTarget } from '../../bot/store/run-targets.ts';
import { insertRun, type NewRun } from '../../bot/store/runs.ts';
import { placeOf } from './steps-place.ts';
import { answerWith, type Step, type StepQueue } from './steps-queue.ts';

const clock = { now: () => new Date() };
const log = { debug() {}, info() {}, warn() {}, error: (details: object) => console.error(details) };
const asker: Person = { tenantId: 'bench' as TenantId, id: 'bench' as PersonId, name: 'Bench', teamsId: '29:bench' };

const store = await openStore(placeOf(process.env));
await answerWith(queueOf(store, await openQueue(store.engine, { clock, log })));

function queueOf({ db }: Store, queue: Queue): StepQueue {
  const idle = async () => {};
  return {
    async newRun(targets) {
      const run = await db.transaction().execute((tx) => insertRun(tx, newRunOf(targets)));
      if (!run) throw new Error('the run was not written');
      return run.id;
    },
    sendAll: (steps) => db.transaction().execute((tx) => sendSteps(queue, tx, steps.map(waiting))),
    send: (step) => db.transaction().execute((tx) => sendSteps(queue, tx, [waiting(step)])),
    work: (start) =>
      queue.work({
        start,
        look: idle,
        tell: idle,
        remind: idle,
        notice: idle,
        watch: idle,
        resume: idle,
        schedule: idle,
        serials: idle,
        answer: idle,
      }),
    change: (step, next) =>
      db.transaction().execute(async (tx) => {
        const { runId, position, revision } = step;
        const [before, after] = [targetAt(position, revision), targetAt(position, revision + 1)];
        const saved = await saveTarget(tx, runId as RunId, { before, after });
        if (!saved) throw new Error('somebody else changed the target');
        if (next) await sendSteps(queue, tx, [waiting(next)]);
      }),
  };
}

const waiting = ({ runId, position, revision }: Step) => ({
  ...{ position, revision, state: 'waiting' as const, dueAt: clock.now() },
  runId: runId as RunId,
});

const newRunOf = (targets: number): NewRun => ({
  ...{ tenantId: asker.tenantId, action: 'autopilot-sync', joinKey: randomUUID(), asker, askedAt: clock.now() },
  ...{ askKey: randomUUID(), bookedFor: null, joinedElsewhere: false, trace: null, approval: null },
  targets: Array.from({ length: targets }, (_, position) => targetAt(position, 1)),
});

const targetAt = (position: number, revision: number): RunTarget => ({
  ...{ position, revision, state: 'waiting', verdict: null, dueAt: clock.now(), attempts: 0, startedAt: null },
  target: { ...tenantTarget, id: `tenant-${position}`, baseline: null },
  ...{ lookUntil: null, window: null, outcome: null, sighting: null, blind: null },
});
