import type { RunId } from '../ports.ts';
import type { Db, Tx } from '../store/open.ts';
import type { DueStep } from '../store/runs.ts';
import type { Queue } from './queue.ts';
import type { RunTarget } from './run.ts';

type Of = { runId: RunId; target: RunTarget };

/** Enqueues what is next for a target, if anything is. A start under way has no next step: only a crash makes one. */
export async function sendNext(queue: Queue, tx: Tx | Db, { runId, target }: Of): Promise<void> {
  if (target.dueAt === null || target.state === 'starting') return;
  const step: DueStep = { runId, position: target.position, revision: target.revision };
  await queue.send(tx, { lane: target.state === 'following' ? 'look' : 'start', work: step, dueAt: target.dueAt });
}
