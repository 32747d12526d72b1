import type { RunId } from '../ports.ts';
import type { Db, Tx } from '../store/open.ts';
import type { DueStep } from '../store/runs.ts';
import type { Queue } from './queue.ts';
import type { RunTarget, TargetState } from './run.ts';

type Of = { runId: RunId; target: RunTarget };

/** Enqueues what is next for a target, if anything is. A start under way has no next step: only a crash makes one. */
export async function sendNext(queue: Queue, tx: Tx | Db, { runId, target }: Of): Promise<void> {
  const { dueAt, state, position, revision } = target;
  if (dueAt === null || state === 'starting') return;
  await sendStep(queue, tx, { runId, position, revision, state, dueAt });
}

type OnItsWay = DueStep & { state: TargetState; dueAt: Date };

export function sendStep(queue: Queue, tx: Tx | Db, { state, dueAt, ...work }: OnItsWay): Promise<void> {
  return queue.send(tx, { lane: state === 'following' ? 'look' : 'start', work, dueAt });
}
