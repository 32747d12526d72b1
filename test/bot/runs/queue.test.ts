import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RunId } from '../../../bot/ports.ts';
import { openPracticeClock } from '../../../bot/practice/clock.ts';
import { lanes, settingsOf } from '../../../bot/runs/lanes.ts';
import { openQueue, type Queue, type Work } from '../../../bot/runs/queue.ts';
import { until } from '../../helpers/chat.ts';
import { onEachDatabase } from '../store/databases.ts';
import { minute } from './samples.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const stepsOf = (count: number) => {
  const runId = randomUUID() as RunId;
  return Array.from({ length: count }, (_, position) => ({ runId, position, revision: 1 }));
};

onEachDatabase((store) => {
  const clock = openPracticeClock();
  let queue: Queue;
  let seen: Work['start'][];
  let resumed: string[];
  let telling: () => Promise<void>;
  let doing: (step: Work['start']) => Promise<void>;

  beforeAll(async () => {
    queue = await openQueue(store().engine, { clock, log: quiet });
    await queue.work({
      start: (step) => doing(step),
      look: async () => {},
      tell: () => telling(),
      remind: async () => {},
      notice: async () => {},
      schedule: async () => {},
      serials: async () => {},
      answer: async () => {},
      watch: async () => {},
      resume: async ({ attemptId }) => {
        resumed.push(attemptId);
      },
    });
  });
  beforeEach(() => {
    seen = [];
    resumed = [];
    telling = async () => {};
    doing = async (step) => {
      seen.push(step);
    };
  });
  afterAll(() => queue.stop());

  const seenAll = (count: number) =>
    until(
      () => seen.length >= count,
      () => `${seen.length} of ${count} steps were started`,
    );
  const jobsOf = async (runId: RunId) => {
    const found = await sql<{
      n: number;
    }>`select count(*)::int as n from pgboss.job where data->>'runId' = ${runId}`.execute(store().db);
    return found.rows[0]?.n;
  };

  test('a hundred steps enqueued in one transaction all start, each once', async () => {
    const steps = stepsOf(100);
    await store()
      .db.transaction()
      .execute(async (tx) => {
        for (const work of steps) await queue.send(tx, { lane: 'start', work });
      });
    await seenAll(100);
    expect(seen.map((step) => step.position).sort((a, b) => a - b)).toEqual(steps.map((step) => step.position));
  });

  test('a transaction that is taken back leaves no step behind', async () => {
    const [work] = stepsOf(1);
    const taken = store()
      .db.transaction()
      .execute(async (tx) => {
        await queue.send(tx, { lane: 'start', work: work! });
        throw new Error('taken back');
      });
    await expect(taken).rejects.toThrow('taken back');
    expect(await jobsOf(work!.runId)).toBe(0);
  });

  test('a step waits for its time, and one that is overdue does not', async () => {
    const [soon, overdue, far] = [stepsOf(1)[0]!, stepsOf(1)[0]!, stepsOf(1)[0]!];
    const from = (ms: number) => new Date(clock.now().getTime() + ms);
    const began = Date.now();
    await queue.send(store().db, { lane: 'start', work: far, dueAt: from(minute) });
    await queue.send(store().db, { lane: 'start', work: soon, dueAt: from(700) });
    await queue.send(store().db, { lane: 'start', work: overdue, dueAt: from(-minute) });
    await seenAll(2);
    expect(seen.map((step) => step.runId)).toEqual([overdue.runId, soon.runId]);
    expect(Date.now() - began).toBeGreaterThanOrEqual(700);
  });

  test("the bot's clock may be turned: a step waits as long as it is from now", async () => {
    const [work] = stepsOf(1);
    clock.turn(60 * minute);
    await queue.send(store().db, { lane: 'start', work: work!, dueAt: clock.now() });
    await seenAll(1);
    clock.setBack();
  });

  test('a step that throws is tried again', async () => {
    const [work] = stepsOf(1);
    let tries = 0;
    doing = async (step) => {
      tries += 1;
      if (tries === 1) throw new Error('the database was away');
      seen.push(step);
    };
    await queue.send(store().db, { lane: 'start', work: work! });
    await seenAll(1);
    expect(tries).toBe(2);
  });

  test('of steps that were enqueued together only the one that threw is tried again', async () => {
    const steps = stepsOf(30);
    const begun: number[] = [];
    doing = async (step) => {
      begun.push(step.position);
      if (step.position === 7 && begun.filter((one) => one === 7).length === 1)
        throw new Error('the database was away');
      seen.push(step);
    };
    await queue.sendAll(
      store().db,
      steps.map((work) => ({ lane: 'start', work })),
    );
    await seenAll(30);
    expect(begun.sort((a, b) => a - b)).toEqual([...steps.map(({ position }) => position), 7].sort((a, b) => a - b));
  });

  test('a step that takes long keeps no other one waiting', async () => {
    const [slow, ...others] = stepsOf(60);
    const answered = Promise.withResolvers<void>();
    doing = async (step) => {
      if (step.position === 0) await answered.promise;
      seen.push(step);
    };
    for (const work of [slow!, ...others]) await queue.send(store().db, { lane: 'start', work });
    await seenAll(59);
    expect(seen.map(({ position }) => position)).not.toContain(0);
    answered.resolve();
    await seenAll(60);
  });

  test('what a person waits for is not forgotten with the steps that the rows tell anew', async () => {
    const [far, attemptId] = [stepsOf(1)[0]!, randomUUID()];
    const dueAt = new Date(clock.now().getTime() + 1_500);
    await queue.send(store().db, { lane: 'start', work: far, dueAt });
    await queue.send(store().db, { lane: 'resume', work: { attemptId }, dueAt });
    await queue.empty();
    await until(
      () => resumed.includes(attemptId),
      () => 'it was forgotten',
    );
    expect(await jobsOf(far.runId)).toBe(0);
  });

  test('a database that an earlier version made ready keeps finished steps as long as this one wants', async () => {
    const kept = async () => {
      const { rows } = await sql<{ s: number }>`select distinct deletion_seconds as s from pgboss.queue
        where name in (${sql.join(lanes)})`.execute(store().db);
      return rows.map(({ s }) => s);
    };
    const wanted = await kept();
    await sql`update pgboss.queue set deletion_seconds = 86400`.execute(store().db);
    await (await openQueue(store().engine, { clock, log: quiet })).stop();
    expect(await kept()).toEqual(wanted);
  });

  test('what an earlier version enqueued, and is still to be done, is tried as often as this one wants', async () => {
    const id = randomUUID();
    await queue.send(store().db, {
      lane: 'answer',
      work: { id },
      dueAt: new Date(clock.now().getTime() + 60 * minute),
    });
    await sql`update pgboss.queue set retry_limit = 3 where name = 'answer'`.execute(store().db);
    await sql`update pgboss.job set retry_limit = 3 where data ->> 'id' = ${id}`.execute(store().db);
    await (await openQueue(store().engine, { clock, log: quiet })).stop();
    const { rows } = await sql<{ limit: number }>`select retry_limit as limit from pgboss.job
      where data ->> 'id' = ${id}`.execute(store().db);
    expect(rows).toEqual([{ limit: settingsOf.answer.retryLimit }]);
  });

  test('answers whether it works', async () => {
    await expect(queue.ping()).resolves.toBeUndefined();
  });
});
