import type { SerialList } from '../actions/serial-standing.ts';
import type { Clock, Conversation, Person, RunId } from '../ports.ts';
import type { Tx } from '../store/open.ts';
import { saveRunSerials, serialsAreDue } from '../store/run-serials.ts';
import type { EndedRun } from '../store/runs.ts';
import type { Queue } from './queue.ts';
import { later } from './revision.ts';
import { runVerdictOf } from './verdict.ts';

/** Passing trouble is waited out for so long after the sync; then it is said that they could not be read. */
export const patienceMs = 15 * 60_000;

type Given = { queue: Queue; clock: Clock };
type Asking = { runId: RunId; asker: Person; where: Conversation; list: SerialList };

/** In the transaction in which somebody asks for a run, with a list. */
export async function giveSerials({ queue, clock }: Given, tx: Tx, asking: Asking): Promise<void> {
  const { runId, asker, where, list } = asking;
  const key = { tenantId: asker.tenantId, runId, personId: asker.id };
  const dueAt = clock.now();
  const due = { dueAt, giveUpAt: later(dueAt, patienceMs) };
  const isDue = await saveRunSerials(tx, key, { conversationId: where.id, list, due });
  if (isDue) await queue.send(tx, { lane: 'serials', work: key });
}

/** In the transaction that ends a run: only a sync that has completed can have brought anything. */
export async function readGivenSerials({ queue, clock }: Given, tx: Tx, run: EndedRun): Promise<void> {
  if (run.action !== 'autopilot-sync' || runVerdictOf(run.verdicts) !== 'done') return;
  const { id: runId, tenantId } = run;
  const dueAt = clock.now();
  const people = await serialsAreDue(tx, { tenantId, runId }, { dueAt, giveUpAt: later(dueAt, patienceMs) });
  for (const personId of people) await queue.send(tx, { lane: 'serials', work: { tenantId, runId, personId } });
}
