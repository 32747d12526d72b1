import { autopilotSync } from '../actions/autopilot-sync.ts';
import { groupsOf } from '../actions/serial-standing.ts';
import { readSerials } from '../actions/serials.ts';
import { refusalIn } from '../graph/errors.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Tx } from '../store/open.ts';
import { type DueSerials, findDueSerials, moveDueSerials } from '../store/run-serials.ts';
import { askNotice } from './ask-notice.ts';
import type { SerialsKey } from './lanes.ts';
import type { NoticeContent, UnreadWhy } from './notice.ts';
import { later } from './revision.ts';
import type { Parts } from './step.ts';

const againMs = 60_000;
/** Longer than reading takes: until then another process may be at it. */
const leaseMs = 2 * 60_000;
/** The queue's clock and ours may differ by a little. */
const clocksDifferMs = 1_000;

/** Reads one person's list in their name and tells them once. The run's own outcome stands, whatever comes of it. */
export async function serialsStep(parts: Parts, key: SerialsKey): Promise<void> {
  const { store, clock } = parts;
  const due = await findDueSerials(store.db, key);
  const now = clock.now();
  if (!due || due.dueAt > later(now, clocksDifferMs)) return;
  const until = later(now, leaseMs);
  if (!(await moveDueSerials(store.db, key, { seen: due.dueAt, dueAt: until }))) return;
  const told = await toldOf(parts, due);
  const isPatient = due.giveUpAt > clock.now();
  if ('refusal' in told && isPassing(told.refusal) && isPatient)
    return putOff(parts, key, { until, refusal: told.refusal });
  const content = 'refusal' in told ? unread(due, told.refusal) : told.content;
  await store.db.transaction().execute(async (tx) => {
    if (await moveDueSerials(tx, key, { seen: until, dueAt: null })) await tell(parts, tx, { key, due, content });
  });
}

type Told = { content: NoticeContent } | { refusal: Refusal };

async function toldOf({ graphFor, clock }: Parts, { person, run, list }: DueSerials): Promise<Told> {
  try {
    const read = await readSerials(graphFor(person, autopilotSync.scopes.read), list.serials);
    const { serials: _, ...heard } = list;
    const groups = groupsOf(read);
    const whose = { owner: person.id, name: person.name };
    return { content: { kind: 'run-serials', run, ...whose, at: clock.now(), groups, heard } };
  } catch (error) {
    return { refusal: refusalIn(error) };
  }
}

const isPassing = ({ kind }: Refusal) => kind === 'throttled' || kind === 'unreachable' || kind === 'unexpected';

const unread = ({ person, run, list }: DueSerials, refusal: Refusal): NoticeContent => ({
  ...{ kind: 'serials-unread', run, owner: person.id, name: person.name, count: list.serials.length },
  why: whyOf(refusal),
});

function whyOf(refusal: Refusal): UnreadWhy {
  if (refusal.kind === 'signed-out') return refusal.need;
  return refusal.kind === 'not-allowed' ? 'not-allowed' : 'unreadable';
}

type Later = { until: Date; refusal: Refusal };

async function putOff({ store, queue, clock }: Parts, key: SerialsKey, { until, refusal }: Later): Promise<void> {
  const soon = later(clock.now(), againMs);
  const retryAt = refusal.kind === 'throttled' ? refusal.retryAt : null;
  const dueAt = retryAt && retryAt > soon ? retryAt : soon;
  await store.db.transaction().execute(async (tx) => {
    if (await moveDueSerials(tx, key, { seen: until, dueAt }))
      await queue.send(tx, { lane: 'serials', work: key, dueAt });
  });
}

type Telling = { key: SerialsKey; due: DueSerials; content: NoticeContent };

async function tell({ queue, clock }: Parts, tx: Tx, { key, due, content }: Telling): Promise<void> {
  const { person, conversationId } = due;
  const now = clock.now();
  const to = { tenantId: person.tenantId, personId: person.id, conversationId };
  const named = `serials:${key.runId}:${key.personId}:${now.getTime()}`;
  await askNotice(tx, queue, { ...to, key: named, content, askedAt: now, dueAt: now });
}
