import { randomUUID } from 'node:crypto';
import type { RunId } from '../../../bot/ports.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { sweep } from '../../../bot/runs/recovery.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { openRunner, type Runner } from '../../../bot/runs/runner.ts';
import { insertNotice } from '../../../bot/store/notices.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { until } from '../../helpers/chat.ts';
import { onEachDatabase } from '../store/databases.ts';
import { newTenant, noticeIn, written } from '../store/samples.ts';
import { openParts, type RunParts, wishOf } from './parts.ts';
import { later, minute, waiting } from './samples.ts';

onEachDatabase((store) => {
  let parts: RunParts;
  let runner: Runner;
  let before: Run;
  /** Whose job is in the queue. */
  const left = randomUUID() as RunId;
  const told = new Set<string>();
  const reminded: string[] = [];
  const noticed: string[] = [];

  const asked = async () => (await ask(parts, await wishOf(parts, newTenant()))).run;
  const reaches = async ({ id }: Run, state: string) => {
    let seen = '';
    const looking = setInterval(() => {
      findRun(store().db, id).then(
        (run) => {
          seen = run?.targets[0]?.state ?? '';
        },
        () => {},
      );
    }, 20);
    await until(
      () => seen === state,
      () => `the target stayed ${seen}`,
    ).finally(() => clearInterval(looking));
  };

  beforeAll(async () => {
    parts = await openParts(store());
    before = await asked();
    await parts.queue.empty();
    await parts.queue.send(store().db, { lane: 'tell', work: { runId: left } });
    runner = openRunner(parts, {
      async tell(id) {
        told.add(id);
      },
      async remind(id) {
        reminded.push(id);
      },
      notice: async (id) => {
        noticed.push(id);
      },
      watch: async () => {},
      resume: async () => {},
      schedule: async () => {},
      answer: async () => {},
    });
    await runner.start();
  });
  beforeEach(() => {
    parts.graph.reset();
    parts.tokensSay(null);
  });
  afterAll(async () => {
    await runner.stop();
    await parts.close();
  });

  test('what was asked for before a crash, and whose job is gone, is started after it', async () => {
    await reaches(before, 'following');
    await until(
      () => told.has(before.id),
      () => 'nobody was told',
    );
  });

  test('alone with its database, nobody works on what an earlier process has left in the queue: the rows tell it anew', async () => {
    const isAlone = store().engine.kind === 'pglite';
    await until(
      () => isAlone || told.has(left),
      () => 'another process of today has lost its job',
    );
    expect(told.has(left)).toBe(!isAlone);
  });

  test('a notice whose job is gone is posted after a crash, and one for later when its time has come', async () => {
    const now = parts.clock.now();
    const [due, later5] = [
      await noticeIn(store().db, { dueAt: now }),
      await noticeIn(store().db, { dueAt: later(5 * minute, now) }),
    ];
    const ids = [await insertNotice(store().db, due), await insertNotice(store().db, later5)];
    await runner.wake();
    await until(
      () => noticed.includes(ids[0] ?? ''),
      () => 'nobody was told',
    );
    expect(noticed).not.toContain(ids[1]);
    parts.clock.turn(5 * minute);
    await runner.wake();
    await until(
      () => noticed.includes(ids[1] ?? ''),
      () => 'nobody was told later',
    );
    parts.clock.setBack();
  });

  test('steps of one run that come together read Graph once and start once', async () => {
    const { asker, targets } = await wishOf(parts, newTenant(), { name: 'Kim Berg' });
    const now = parts.clock.now();
    const due = waiting({ target: { ...targets[0]!, baseline: null }, dueAt: now });
    const run = await written(store(), asker.tenantId, { asker, askedAt: later(-minute, now), targets: [due] });
    const { position, revision } = run.targets[0]!;
    const step = { lane: 'start', work: { runId: run.id, position, revision } } as const;
    await store()
      .db.transaction()
      .execute((tx) => parts.queue.sendAll(tx, Array(8).fill(step)));
    await reaches(run, 'following');
    const asked = parts.graph.visits().filter(({ person }) => person === asker.name);
    expect(asked.slice(1).map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  test('a run that finds nobody signed in reminds its asker, and goes on when they are', async () => {
    const { asker, targets } = await wishOf(parts, newTenant());
    parts.tokensSay({ kind: 'signed-out', need: 'sign-in' });
    const now = parts.clock.now();
    const due = waiting({ target: targets[0]!, dueAt: now });
    const run = await written(store(), asker.tenantId, { asker, askedAt: later(-minute, now), targets: [due] });
    await runner.wake();
    await until(
      () => reminded.includes(run.id),
      () => 'nobody was reminded',
    );
    expect((await parts.target(run.id)).state).toBe('waiting');
    parts.tokensSay(null);
    await store()
      .db.transaction()
      .execute((tx) => runner.runs.resumeFor(tx, asker));
    await reaches(run, 'following');
    expect(parts.posts()).toBe(1);
    expect(reminded.filter((id) => id === run.id)).toHaveLength(1);
    expect(await runner.runs.standDownFor(asker)).toMatchObject({ cancelled: [], parked: [{ number: run.number }] });
  });

  test('a start that a crash cut off is looked at first, and then made once, however often it is swept up', async () => {
    const { asker, targets } = await wishOf(parts, newTenant());
    const longAgo = later(-2 * minute, parts.clock.now());
    const cutOff = waiting({ target: targets[0]!, state: 'starting', attempts: 1, startedAt: longAgo, dueAt: longAgo });
    const run = await written(store(), asker.tenantId, { asker, targets: [cutOff] });
    const visitsBefore = parts.graph.visits().length;
    await runner.wake();
    await Promise.all([sweep(parts), sweep(parts)]);
    await reaches(run, 'following');
    await sweep(parts);
    expect(parts.graph.visits()[visitsBefore]?.method).toBe('GET');
    expect(parts.posts()).toBe(1);
  });
});
