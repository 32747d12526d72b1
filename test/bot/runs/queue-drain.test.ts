import { randomUUID } from 'node:crypto';
import type { RunId } from '../../../bot/ports.ts';
import { type Lane, openQueue, type Parcel, type Queue, type Work } from '../../../bot/runs/queue.ts';
import { until } from '../../helpers/chat.ts';
import { onEachDatabase } from '../store/databases.ts';
import { minute } from './samples.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const clock = { now: () => new Date() };

/** pg-boss by itself works off one job for each wake-up and then sleeps: a backlog must not wait for that. */
onEachDatabase((store) => {
  let queue: Queue;
  let begun: { lane: Lane; work: Work[Lane] }[];

  beforeAll(async () => {
    const note = (lane: Lane) => async (work: Work[Lane]) => {
      begun.push({ lane, work });
    };
    queue = await openQueue(store().engine, { clock, log: quiet });
    await queue.work({
      start: note('start'),
      look: note('look'),
      tell: note('tell'),
      remind: note('remind'),
      notice: note('notice'),
      watch: note('watch'),
      resume: note('resume'),
      schedule: async () => {},
      serials: async () => {},
      answer: note('answer'),
    });
  });
  beforeEach(() => {
    begun = [];
  });
  afterAll(() => queue.stop());

  const enqueueTogether = (parcels: readonly Parcel[]) =>
    store()
      .db.transaction()
      .execute((tx) => queue.sendAll(tx, parcels));
  const allBegin = (count: number) =>
    until(
      () => begun.length >= count,
      () => `${begun.length} of ${count} steps began`,
    );
  const newRunId = () => randomUUID() as RunId;
  const steps = (lane: 'start' | 'look', count: number): Parcel[] => {
    const runId = newRunId();
    return Array.from({ length: count }, (_, position) => ({ lane, work: { runId, position, revision: 1 } }));
  };
  const byText = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();

  test('a hundred steps enqueued in one transaction all start, each once', async () => {
    const parcels = steps('start', 100);
    await enqueueTogether(parcels);
    await allBegin(100);
    expect(byText(begun)).toEqual(byText(parcels));
  });

  test('every kind of step is worked off, even the one that has a single worker', async () => {
    const words = Array.from({ length: 25 }, () => ({ runId: newRunId() }));
    const parcels: Parcel[] = [
      ...steps('start', 25),
      ...steps('look', 25),
      ...words.map((work) => ({ lane: 'tell' as const, work })),
      ...words.map((work) => ({ lane: 'remind' as const, work })),
      ...words.map(({ runId: attemptId }) => ({ lane: 'resume' as const, work: { attemptId } })),
    ];
    await enqueueTogether(parcels);
    await allBegin(125);
    expect(byText(begun)).toEqual(byText(parcels));
  });

  test('among many, one that is due later waits', async () => {
    const [later, ...now] = steps('start', 20);
    await enqueueTogether([{ ...later!, dueAt: new Date(Date.now() + minute) }, ...now]);
    await allBegin(19);
    expect(byText(begun)).toEqual(byText(now));
  });

  test('many steps of a transaction that is taken back never start', async () => {
    const taken = store()
      .db.transaction()
      .execute(async (tx) => {
        await queue.sendAll(tx, steps('start', 20));
        throw new Error('taken back');
      });
    await expect(taken).rejects.toThrow('taken back');
    const after = steps('start', 1);
    await enqueueTogether(after);
    await allBegin(1);
    expect(byText(begun)).toEqual(byText(after));
  });
});
