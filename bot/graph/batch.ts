import { setTimeout as sleep } from 'node:timers/promises';
import { requestIdIn } from './answer-ids.ts';
import { type Answered, type Ask, askSigned, type Bound, giveBack, jsonOf, noRoom, type Receipt } from './ask.ts';
import { againMs, type Result, refusedIn, resultOf } from './batch-outcome.ts';
import { newQueue, nextBatch, type Queue, readyCount, settled } from './batch-queue.ts';
import { newRenewal, type Renewal, withFreshToken } from './batch-token.ts';
import { type BulkAsk, batchBody, type Item, itemsIn, type Sent } from './batch-wire.ts';
import { type Trouble, troubleIn } from './errors.ts';
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

type Work = {
  bound: Bound;
  tell: BulkTell;
  family: Family | null;
  kind: 'read' | 'write';
  queue: Queue;
  open: number;
  renewal: Renewal;
};

/** Each limit has its own queue, so that slow writes hold up no reads. Nothing is on its way any more when this ends. */
export async function bulk(bound: Bound, asks: readonly BulkAsk[], tell: BulkTell): Promise<void> {
  const works = new Map<string, Work>();
  const renewal = newRenewal();
  for (const ask of asks) {
    const kind = ask.method === 'GET' ? 'read' : 'write';
    const family = familyOf(ask.path);
    const key = `${family} ${kind}`;
    const work = works.get(key) ?? { bound, tell, family, kind, queue: newQueue(kind), open: 0, renewal };
    works.set(key, work);
    work.queue.items.push({ ask, tried: 0, renewed: false });
    work.open += 1;
  }
  await allOf([...works.values()].map(run));
}

/** The first surprise is thrown when the others have ended. */
async function allOf(running: Iterable<Promise<void>>): Promise<void> {
  const ended = await Promise.allSettled(running);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Several batches in flight; what is refused goes to the end of the queue, and only that. */
async function run(work: Work): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  try {
    while (work.open > 0) {
      const ready = readyCount(work.queue);
      if (ready === 0 || inFlight.size >= atOnce) await Promise.race(inFlight);
      else await launch(work, ready, inFlight);
    }
  } finally {
    await allOf(inFlight);
  }
}

async function launch(work: Work, ready: number, inFlight: Set<Promise<void>>): Promise<void> {
  const places = await placesFor(work, ready);
  if (places === 'no-time') return giveUp(work);
  const batch = nextBatch(work.queue, places?.count ?? batchSize);
  // One that ends in a surprise stays, for whoever waits for all of them to find.
  const sending = send(work, batch, places).then(() => {
    inFlight.delete(sending);
  });
  sending.catch(() => {});
  inFlight.add(sending);
}

function giveUp(work: Work): void {
  const refusal = noRoom(work.bound);
  for (const { ask } of work.queue.items.splice(0)) tell(work, { id: ask.id, kind: 'refused', refusal });
}

async function placesFor(work: Work, count: number): Promise<Places | null | 'no-time'> {
  const { bound, family, kind, tell } = work;
  const { person, signal, urgent = false } = bound;
  if (signal?.aborted) return 'no-time';
  if (!family) return null;
  const wish = { family, kind, urgent, signal, tenantId: person.tenantId, personId: person.id };
  const waits = (ms: number) => tell.waits?.({ until: new Date(bound.clock.now().getTime() + ms), left: work.open });
  try {
    return await bound.pace.places({ ...wish, count, waits });
  } catch (error) {
    if (signal?.aborted) return 'no-time';
    throw error;
  }
}

async function send(work: Work, sent: Sent[], places: Places | null): Promise<void> {
  const { bound, renewal } = work;
  const { times } = renewal;
  const results = await resultsOf(work, sent, places);
  const known = await withFreshToken({ bound, renewal }, results, times);
  const again = known.flatMap((result) => settle(work, result) ?? []);
  const waitMs = Math.max(0, ...again.map((one) => one.waitMs));
  if (waitMs > 0) await sleep(waitMs, undefined, bound.signal ? { signal: bound.signal } : {}).catch(() => {});
  // What has a fresh token goes first, while it is fresh.
  work.queue.items.unshift(...again.filter(({ first }) => first).map(({ item }) => item));
  work.queue.items.push(...again.filter(({ first }) => !first).map(({ item }) => item));
}

/** The places are given back whatever happens. */
async function resultsOf(work: Work, sent: Sent[], places: Places | null): Promise<Result[]> {
  let results: Result[] = [];
  try {
    const answers = await answersTo(work, sent);
    results = sent.map((one, index) => resultOf(work, one, answers[index] ?? null));
    return results;
  } finally {
    if (places) await giveBack(work.bound, places, refusedIn(results));
  }
}

/** A batch that failed as a whole is told to each of its parts. */
async function answersTo({ bound }: Work, sent: Sent[]): Promise<(Answered | Trouble | null)[]> {
  const ask: Ask = { method: 'POST', path: '/$batch', body: batchBody(sent), unpaced: true };
  try {
    return itemsIn(jsonOf((await askSigned(bound, ask)).body), sent);
  } catch (error) {
    const trouble = troubleIn(error);
    return sent.map(() => trouble);
  }
}

/** Told what became of it, or asked again. */
function settle(work: Work, result: Result): { item: Item; waitMs: number; first: boolean } | null {
  const { sent, answer, trouble, renew: first = false } = result;
  const { ask, tried } = sent;
  const waitMs = againMs(work, result);
  if (trouble && waitMs !== null) {
    const patient = first || trouble.refusal.kind === 'throttled';
    return { item: { ask, tried: patient ? tried : tried + 1, renewed: sent.renewed || first }, waitMs, first };
  }
  if (trouble) tell(work, { id: ask.id, kind: 'refused', refusal: trouble.refusal });
  else if (answer) tellAnswer(work, sent, answer);
  settled(work.queue, ask);
  return null;
}

function tellAnswer(work: Work, { ask, clientRequestId }: Sent, answer: Answered): void {
  const receipt = { at: work.bound.clock.now(), requestId: requestIdIn(answer.headers), clientRequestId };
  tell(work, { id: ask.id, kind: 'answered', status: answer.status, body: jsonOf(answer.body), receipt });
}

function tell(work: Work, answer: BulkAnswer): void {
  work.open -= 1;
  work.tell.answered(answer);
}
