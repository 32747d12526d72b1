import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RunId } from '../../../bot/ports.ts';
import { openPracticeClock } from '../../../bot/practice/clock.ts';
import { lanes } from '../../../bot/runs/lanes.ts';
import { openQueue, type Queue } from '../../../bot/runs/queue.ts';
import { queueBacklog } from '../../../bot/store/queue-backlog.ts';
import { minute } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';

onEachDatabase((store) => {
  const clock = openPracticeClock();
  const runId = randomUUID() as RunId;
  const backlogOf = async (lane: string) => (await queueBacklog(store().db, lanes)).find((one) => one.lane === lane);
  let queue: Queue;

  beforeAll(async () => {
    // Nobody works in it, so what is sent waits.
    queue = await openQueue(store().engine, { clock, log: { debug() {}, info() {}, warn() {}, error() {} } });
  });
  afterAll(() => queue.stop());

  test('every lane has its row, also where nothing waits', async () => {
    const nothing = { due: 0, later: 0, oldestDueSeconds: 0 };
    expect(await queueBacklog(store().db, lanes)).toEqual(lanes.map((lane) => ({ lane, ...nothing })));
  });

  test('what is due is told from what is for later, lane by lane', async () => {
    const soon = new Date(clock.now().getTime() + minute);
    await queue.send(store().db, { lane: 'tell', work: { runId } });
    await queue.send(store().db, { lane: 'tell', work: { runId } });
    await queue.send(store().db, { lane: 'look', work: { runId, position: 0, revision: 1 }, dueAt: soon });
    expect(await backlogOf('tell')).toMatchObject({ due: 2, later: 0 });
    expect(await backlogOf('look')).toEqual({ lane: 'look', due: 0, later: 1, oldestDueSeconds: 0 });
    expect(await backlogOf('start')).toMatchObject({ due: 0, later: 0 });
  });

  test('the age is that of the oldest due job, whatever is for later', async () => {
    await sql`update pgboss.job set start_after = now() - interval '90 seconds'
      where id = (select id from pgboss.job where name = 'tell' limit 1)`.execute(store().db);
    const tell = await backlogOf('tell');
    expect(tell?.oldestDueSeconds).toBeGreaterThanOrEqual(90);
    expect(tell?.oldestDueSeconds).toBeLessThan(150);
  });

  test('what is being done, or done, waits no more', async () => {
    await sql`update pgboss.job set state = 'active' where name = 'tell'`.execute(store().db);
    expect(await backlogOf('tell')).toMatchObject({ due: 0, oldestDueSeconds: 0 });
  });
});
