import type { Clock } from '../ports.ts';
import { chatOfFollower } from '../store/followers.ts';
import type { Tx } from '../store/open.ts';
import { verdictCounts } from '../store/run-targets.ts';
import type { EndedRun } from '../store/runs.ts';
import { askNotice } from './ask-notice.ts';
import { readGivenSerials } from './given-serials.ts';
import type { Queue } from './queue.ts';
import { runVerdictOf } from './verdict.ts';
import { tellWatchers } from './watchers.ts';

type Parts = { queue: Queue; clock: Clock };

/** An edited board draws nobody's eye: whoever watches the run, or had booked it and may be elsewhere by now, gets a message. */
export async function tellRunIsOver(parts: Parts, tx: Tx, run: EndedRun): Promise<void> {
  await readGivenSerials(parts, tx, run);
  const told = await tellWatchers(parts, tx, run);
  if (run.bookedFor && !told.some(({ personId }) => personId === run.asker.id)) await tellBooker(parts, tx, run);
}

async function tellBooker({ queue, clock }: Parts, tx: Tx, run: EndedRun): Promise<void> {
  const { tenantId, id, asker, bookedFor, number, action } = run;
  const conversationId = await chatOfFollower(tx, id, asker.id);
  if (!conversationId || !bookedFor) return;
  const verdict = runVerdictOf(run.verdicts);
  const [now, to] = [clock.now(), { tenantId, personId: asker.id, conversationId }];
  const counts = await verdictCounts(tx, run);
  const over = { id, at: run.endedAt ?? now };
  const content = { kind: 'run-over' as const, number, action, verdict, asker: asker.name, bookedFor, counts, over };
  await askNotice(tx, queue, { ...to, key: `run-over:${id}`, content, askedAt: now, dueAt: now });
}
