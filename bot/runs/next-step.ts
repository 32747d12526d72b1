import type { RunId } from '../ports.ts';
import type { Db, Tx } from '../store/open.ts';
import type { DueStep } from '../store/run-targets.ts';
import type { Parcel, Queue } from './queue.ts';
import type { RunTarget, TargetState } from './run.ts';

type Next = Pick<RunTarget, 'position' | 'revision' | 'state' | 'dueAt'>;

/** Enqueues what is next for a target, if anything is. A start under way has no next step: only a crash makes one. */
export function sendNext(queue: Queue, tx: Tx | Db, { runId, target }: { runId: RunId; target: Next }): Promise<void> {
  return sendNextOf(queue, tx, { runId, targets: [target] });
}

/** The same for many targets of one run: a step takes along whatever else is due, so one for each lane and second is enough. */
export function sendNextOf(queue: Queue, tx: Tx | Db, { runId, targets }: Together): Promise<void> {
  return sendAwakeOf(queue, tx, { runId, targets: targets.filter(({ state }) => state !== 'starting') });
}

type Together = { runId: RunId; targets: readonly Next[] };

/** The same where somebody has signed in: a start that was cut off and waited for them is looked for too. */
export async function sendAwakeOf(queue: Queue, tx: Tx | Db, { runId, targets }: Together): Promise<void> {
  const together = Map.groupBy(targets, ({ state, dueAt }) => `${state} ${Math.ceil((dueAt?.getTime() ?? 0) / 1000)}`);
  const steps = [...together.values()].flatMap((group) => stepOf(runId, lastDue(group)) ?? []);
  await sendSteps(queue, tx, steps);
}

/** When its time has come, so has that of the others. */
const lastDue = (group: readonly Next[]): Next =>
  group.reduce((last, one) => ((one.dueAt ?? 0) > (last.dueAt ?? 0) ? one : last));

type OnItsWay = DueStep & { state: TargetState; dueAt: Date };

function stepOf(runId: RunId, { dueAt, state, position, revision }: Next): OnItsWay | null {
  return dueAt === null ? null : { runId, position, revision, state, dueAt };
}

/** Any number of steps, of any runs. */
export async function sendSteps(queue: Queue, tx: Tx | Db, steps: readonly OnItsWay[]): Promise<void> {
  const [only, ...others] = steps.map(parcelOf);
  if (!only) return;
  if (others.length === 0) await queue.send(tx, only);
  else await queue.sendAll(tx, [only, ...others]);
}

const parcelOf = ({ state, dueAt, ...work }: OnItsWay): Parcel => ({
  lane: state === 'following' ? 'look' : 'start',
  work,
  dueAt,
});
