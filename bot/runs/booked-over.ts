import type { Clock } from '../ports.ts';
import { chatOfFollower } from '../store/followers.ts';
import type { Tx } from '../store/open.ts';
import type { EndedRun } from '../store/runs.ts';
import { askNotice } from './ask-notice.ts';
import { runVerdictOf } from './over.ts';
import type { Queue } from './queue.ts';

type Parts = { queue: Queue; clock: Clock };

/** Whoever booked a run may be elsewhere by the time it is over, and an edited board draws nobody's eye: they get a message. */
export async function tellBookedIsOver({ queue, clock }: Parts, tx: Tx, run: EndedRun): Promise<void> {
  const { tenantId, id, asker, bookedFor, number, action } = run;
  if (!bookedFor) return;
  const conversationId = await chatOfFollower(tx, id, asker.id);
  if (!conversationId) return;
  const verdict = runVerdictOf(run.verdicts);
  const [now, to] = [clock.now(), { tenantId, personId: asker.id, conversationId }];
  const content = { kind: 'run-over' as const, number, action, verdict, asker: asker.name, bookedFor };
  await askNotice(tx, queue, { ...to, key: `run-over:${id}`, content, askedAt: now, dueAt: now });
}
