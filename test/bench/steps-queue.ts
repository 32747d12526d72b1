/** What a process of the measurement does with its queue, whichever it is; the driver asks by these names. */
import { setTimeout as wait } from 'node:timers/promises';
import { answersTo, stamp } from './asked.ts';
import { longChain } from './steps-scale.ts';

/** `row`: the step changes the row of its target; `chain`: and enqueues the next one in the same transaction, until there are five. */
export const stepKinds = ['nothing', 'row', 'chain'] as const;
export type StepKind = (typeof stepKinds)[number];

export type Step = { runId: string; position: number; revision: number };
export type Batch = { runId: string; count: number };

export type StepQueue = {
  /** A run with so many targets. */
  newRun(targets: number): Promise<string>;
  /** All in one transaction. */
  sendAll(steps: readonly Step[]): Promise<void>;
  send(step: Step): Promise<void>;
  work(handler: (step: Step) => Promise<void>): Promise<void>;
  /** Changes the row of the target, and enqueues `next` in the same transaction. */
  change(step: Step, next: Step | null): Promise<void>;
};

export type Begun = { position: number; at: bigint };
export type Worked = { begun: Begun[]; ended: number; endedAt: bigint };

const none = (): Worked => ({ begun: [], ended: 0, endedAt: 0n });

export async function answerWith(queue: StepQueue): Promise<void> {
  let kind: StepKind = 'nothing';
  let worked = none();
  await queue.work(async (step) => {
    worked.begun.push({ position: step.position, at: stamp() });
    if (kind !== 'nothing') await queue.change(step, kind === 'chain' ? nextOf(step) : null);
    worked.ended += 1;
    worked.endedAt = stamp();
  });
  answersTo({
    kind: (wish) => {
      kind = wish as StepKind;
    },
    newRun: (targets) => queue.newRun(targets as number),
    sendAll: (batch) => sendAll(queue, batch as Batch),
    trickle: (batch) => trickle(queue, batch as Batch),
    count: () => worked.ended,
    worked: () => {
      const seen = worked;
      worked = none();
      return seen;
    },
  });
  process.stdout.write('ready\n');
}

const nextOf = (step: Step): Step | null =>
  step.revision < longChain ? { ...step, revision: step.revision + 1 } : null;

const stepsOf = ({ runId, count }: Batch): Step[] =>
  Array.from({ length: count }, (_, position) => ({ runId, position, revision: 1 }));

/** Milliseconds. */
async function sendAll(queue: StepQueue, batch: Batch): Promise<number> {
  const steps = stepsOf(batch);
  const began = performance.now();
  await queue.sendAll(steps);
  return performance.now() - began;
}

/** Far enough apart that each meets an idle queue. */
const apartMs = 60;

/** One after the other; the answer is when each was sent. */
async function trickle(queue: StepQueue, batch: Batch): Promise<bigint[]> {
  const sentAt: bigint[] = [];
  for (const step of stepsOf(batch)) {
    sentAt.push(stamp());
    await queue.send(step);
    await wait(apartMs);
  }
  return sentAt;
}
