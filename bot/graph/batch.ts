import { setTimeout as sleep } from 'node:timers/promises';
import { type Answered, type Ask, askSigned, type Bound, jsonOf, type Receipt, supportFor } from './ask.ts';
import { againMs, type Result, refusedIn, resultOf } from './batch-outcome.ts';
import { type BulkAsk, batchBody, itemsIn, newClientRequestId, type Sent } from './batch-wire.ts';
import { refusalIn } from './errors.ts';
import { atOnce, batchSize } from './ledger.ts';
import { type Family, familyOf } from './limits.ts';
import type { Places } from './pace.ts';
import type { Refusal } from './refusal.ts';

export type BulkAnswer =
  | { id: string; kind: 'answered'; status: number; body: unknown; receipt: Receipt }
  | { id: string; kind: 'refused'; refusal: Refusal };

export type BulkTell = {
  answered(answer: BulkAnswer): void;
  /** Nothing goes on until then; so many are left. */
  waits?(waiting: { until: Date; left: number }): void;
};

type Item = { ask: BulkAsk; tried: number };
type Work = {
  bound: Bound;
  tell: BulkTell;
  family: Family | null;
  kind: 'read' | 'write';
  queue: Item[];
  open: number;
};

/** Each limit has its own queue, so that slow writes hold up no reads. */
export async function bulk(bound: Bound, asks: readonly BulkAsk[], tell: BulkTell): Promise<void> {
  const works = new Map<string, Work>();
  for (const ask of asks) {
    const kind = ask.method === 'GET' ? 'read' : 'write';
    const family = familyOf(ask.path);
    const key = `${family} ${kind}`;
    const work = works.get(key) ?? { bound, tell, family, kind, queue: [], open: 0 };
    works.set(key, work);
    work.queue.push({ ask, tried: 0 });
    work.open += 1;
  }
  await Promise.all([...works.values()].map(run));
}

/** Several batches in flight; what is refused goes to the end of the queue, and only that. */
async function run(work: Work): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  while (work.open > 0) {
    if (work.queue.length === 0 || inFlight.size >= atOnce) {
      await Promise.race(inFlight);
      continue;
    }
    const places = await placesFor(work);
    if (places === 'no-time') giveUp(work);
    else inFlight.add(sendFrom(work, places, inFlight));
  }
}

function sendFrom(work: Work, places: Places | null, inFlight: Set<Promise<void>>): Promise<void> {
  const sending = send(work, nextBatch(work, places?.count ?? batchSize), places).finally(() =>
    inFlight.delete(sending),
  );
  return sending;
}

/** There is no time left: what was not sent did not happen, and is told so. */
function giveUp(work: Work): void {
  const support = supportFor(work.bound, null);
  const refusal: Refusal = { kind: 'throttled', retryAt: null, changed: 'nothing', support };
  for (const { ask } of work.queue.splice(0)) tell(work, { id: ask.id, kind: 'refused', refusal });
}

async function placesFor(work: Work): Promise<Places | null | 'no-time'> {
  const { bound, family, kind, queue, tell } = work;
  const { person, signal, urgent = false } = bound;
  if (signal?.aborted) return 'no-time';
  if (!family) return null;
  const wish = { family, kind, urgent, signal, tenantId: person.tenantId, personId: person.id };
  const count = Math.min(queue.length, batchSize);
  const waits = (until: Date) => tell.waits?.({ until, left: work.open });
  try {
    return await bound.pace.places({ ...wish, count, waits });
  } catch (error) {
    if (signal?.aborted) return 'no-time';
    throw error;
  }
}

/** Two writes to one device never share a batch: Graph runs them side by side. */
function nextBatch({ queue, kind }: Work, count: number): Sent[] {
  const batch: Item[] = [];
  const targets = new Set<string>();
  const passed: Item[] = [];
  while (batch.length < count) {
    const item = queue.shift();
    if (!item) break;
    const target = item.ask.path.replace(/\/[^/]*$/, '');
    if (kind === 'write' && targets.has(target)) passed.push(item);
    else batch.push(item);
    targets.add(target);
  }
  queue.unshift(...passed);
  return batch.map((item) => ({ ...item, clientRequestId: newClientRequestId() }));
}

async function send(work: Work, sent: Sent[], places: Places | null): Promise<void> {
  const answers = await answersTo(work, sent);
  const results = sent.map((one, index) => resultOf(work, one, answers[index] ?? null));
  const refusals = results.flatMap(({ refusal }) => (refusal ? [refusal] : []));
  await places?.answered(refusedIn(refusals));
  const again = results.map((result) => settle(work, result));
  const waitMs = Math.max(...again.map((one) => one?.waitMs ?? 0));
  if (waitMs > 0)
    await sleep(waitMs, undefined, work.bound.signal ? { signal: work.bound.signal } : {}).catch(() => {});
  work.queue.push(...again.filter((one) => one !== null).map(({ item }) => item));
}

/** A batch that failed as a whole is told to each of its parts. */
async function answersTo({ bound }: Work, sent: Sent[]): Promise<(Answered | Refusal | null)[]> {
  const ask: Ask = { method: 'POST', path: '/$batch', body: batchBody(sent), unpaced: true };
  try {
    return itemsIn(jsonOf((await askSigned(bound, ask)).body), sent);
  } catch (error) {
    const refusal = refusalIn(error);
    return sent.map(() => refusal);
  }
}

type Again = { item: Item; waitMs: number };

/** Told what became of it, or asked again. */
function settle(work: Work, { sent, answer, refusal }: Result): Again | null {
  const { ask, tried } = sent;
  if (!refusal) {
    if (answer) tellAnswer(work, sent, answer);
    return null;
  }
  const waitMs = againMs(work, sent, refusal);
  if (waitMs === null) tell(work, { id: ask.id, kind: 'refused', refusal });
  return waitMs === null ? null : { item: { ask, tried: refusal.kind === 'throttled' ? tried : tried + 1 }, waitMs };
}

function tellAnswer(work: Work, { ask, clientRequestId }: Sent, answer: Answered): void {
  const receipt = { at: work.bound.clock.now(), requestId: answer.headers['request-id'] ?? null, clientRequestId };
  tell(work, { id: ask.id, kind: 'answered', status: answer.status, body: jsonOf(answer.body), receipt });
}

function tell(work: Work, answer: BulkAnswer): void {
  work.open -= 1;
  work.tell.answered(answer);
}
