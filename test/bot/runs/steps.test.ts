import { autopilotSync as action } from '../../../bot/actions/autopilot-sync.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { lookStep, startStep, startStepAgain } from '../../../bot/runs/steps.ts';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { readyMemory } from '../../helpers/ready.ts';
import { newTenant, personOf } from '../store/samples.ts';
import { openParts, type RunParts, stepOf, wishOf } from './parts.ts';
import { later, minute, second } from './samples.ts';

let store: Store;
let parts: RunParts;
beforeAll(async () => {
  store = await openStore(await readyMemory());
  parts = await openParts(store);
});
beforeEach(() => parts.graph.reset());
afterAll(async () => {
  await parts.close();
  await store.close();
});

const asked = async (how: Parameters<typeof wishOf>[2] = {}) =>
  (await ask(parts, await wishOf(parts, newTenant(), how))).run;
const start = async ({ id }: Run) => startStep(parts, stepOf(await reload(id)));
const look = async ({ id }: Run) => lookStep(parts, stepOf(await reload(id)));
const reload = async (id: Run['id']) => {
  const run = await findRun(store.db, id);
  if (!run) throw new Error('the run is gone');
  return run;
};
const forced = { on: 'write', retryAfter: null, flavour: null } as const;

describe('a start', () => {
  test('is one POST, and then the sync is followed to its end', async () => {
    const run = await asked();
    await start(run);
    expect(await parts.target(run.id)).toMatchObject({
      state: 'following',
      outcome: { kind: 'accepted', inferred: false },
    });
    parts.clock.turn(5 * second);
    await look(run);
    expect(await parts.target(run.id)).toMatchObject({
      state: 'following',
      sighting: { state: 'working', mark: 'inProgress' },
    });
    parts.clock.turn(5 * second);
    await look(run);
    expect(await reload(run.id)).toMatchObject({
      endedAt: expect.any(Date) as Date,
      targets: [{ state: 'ended', verdict: 'done' }],
    });
    expect(parts.posts()).toBe(1);
  });

  test('whose step was enqueued five times is one POST', async () => {
    const run = await asked();
    await Promise.all([1, 2, 3, 4, 5].map(() => startStep(parts, stepOf(run))));
    expect(parts.posts()).toBe(1);
  });

  test('that was cut off is looked for as soon as its step is handed to somebody else, and not made twice', async () => {
    const run = await asked();
    const step = stepOf(run);
    const startedAt = parts.clock.now();
    const cutOff = { state: 'starting', attempts: 1, startedAt, dueAt: later(minute, startedAt) } as const;
    await parts.leaves(run, cutOff);
    await startStep(parts, step);
    expect(await parts.target(run.id)).toMatchObject({ state: 'starting', revision: 2 });
    await startStepAgain(parts, step);
    expect(await parts.target(run.id)).toMatchObject({ state: 'starting', revision: 3 });
    expect(parts.posts()).toBe(0);
  });

  test('that was made and not recorded is seen by whoever is handed its step', async () => {
    const run = await asked();
    const startedAt = parts.clock.now();
    await parts.leaves(run, { state: 'starting', attempts: 1, startedAt, dueAt: later(minute, startedAt) });
    await action.start(parts.graphFor(run.asker, action.scopes.write), run.targets[0]!.target);
    await startStepAgain(parts, stepOf(run));
    expect(await parts.target(run.id)).toMatchObject({
      state: 'following',
      outcome: { kind: 'accepted', inferred: true },
    });
    expect(parts.posts()).toBe(1);
  });

  test('and a press on cancel at the same moment: one of the two wins', async () => {
    const run = await asked();
    const [, became] = await Promise.all([startStep(parts, stepOf(run)), cancel(parts, run, run.asker)]);
    expect([became, parts.posts()]).toEqual(became === 'cancelled' ? ['cancelled', 0] : ['under-way', 1]);
  });

  test.each([
    ['an older state', { revision: 0 }],
    ['a newer state', { revision: 9 }],
    ['a run that is gone', { runId: '00000000-0000-4000-8000-000000000000' as Run['id'] }],
  ])('meant for %s does nothing', async (_, change) => {
    const run = await asked();
    await startStep(parts, { ...stepOf(run), ...change });
    await lookStep(parts, { ...stepOf(run), ...change });
    expect(parts.posts()).toBe(0);
    expect(await parts.target(run.id)).toMatchObject({ state: 'waiting', revision: 1 });
  });

  test('that is refused ends the run, and says why', async () => {
    const run = await asked();
    parts.graph.next({ ...forced, status: 403, flavour: 'role' });
    await start(run);
    expect(await reload(run.id)).toMatchObject({
      endedAt: expect.any(Date) as Date,
      targets: [{ verdict: 'refused', outcome: { refusal: { kind: 'not-allowed' } } }],
    });
  });

  test.each([500, 'timeout', 'broken'] as const)(
    'that is answered with %s is followed, never repeated',
    async (status) => {
      const run = await asked();
      parts.graph.next({ ...forced, status });
      await start(run);
      expect(await parts.target(run.id)).toMatchObject({
        state: 'following',
        outcome: { refusal: { changed: 'unknown' } },
      });
      parts.clock.turn(3 * minute);
      await look(run);
      expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'refused' });
      expect(parts.posts()).toBe(1);
    },
  );

  test('whose answer is lost although it began is found to be done', async () => {
    const run = await asked();
    parts.graph.next({ ...forced, status: 'broken', flavour: 'begun' });
    await start(run);
    parts.clock.turn(10 * second);
    await look(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'done' });
    expect(parts.posts()).toBe(1);
  });
});

describe('a process that died between writing "starting" and hearing from Graph', () => {
  const cutOff = async () => {
    const run = await asked();
    parts.clock.turn(2 * minute);
    const now = parts.clock.now();
    const step = await parts.leaves(run, {
      state: 'starting',
      attempts: 1,
      startedAt: later(-2 * minute, now),
      dueAt: later(-minute, now),
    });
    return { run, step };
  };

  test('looks first, and starts only what did not happen', async () => {
    const { run, step } = await cutOff();
    await startStep(parts, step);
    expect(parts.graph.visits().at(-1)?.method).toBe('GET');
    expect([parts.posts(), (await parts.target(run.id)).state]).toEqual([0, 'waiting']);
    await start(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'following', attempts: 2 });
    expect(parts.posts()).toBe(1);
  });

  test('starts nothing where the sync is seen', async () => {
    const { run, step } = await cutOff();
    const { start: post } = (await wishOf(parts, newTenant())).action;
    await post(parts.graphFor(run.asker, []), run.targets[0]!.target);
    await startStep(parts, step);
    expect(await parts.target(run.id)).toMatchObject({
      state: 'following',
      outcome: { kind: 'accepted', inferred: true },
    });
    expect(parts.posts()).toBe(1);
  });

  test('starts nothing while it cannot look, and does not wait for ever', async () => {
    const { run, step } = await cutOff();
    parts.graph.next({ ...forced, on: 'read', status: 503 });
    await startStep(parts, step);
    expect(await parts.target(run.id)).toMatchObject({
      state: 'following',
      outcome: { refusal: { changed: 'unknown' } },
    });
    await look(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'refused' });
    expect(parts.posts()).toBe(0);
  });

  test('is left alone while another process may still be waiting for the answer', async () => {
    const run = await asked();
    const step = await parts.leaves(run, { state: 'starting', dueAt: later(30 * second, parts.clock.now()) });
    const visits = parts.graph.visits().length;
    await startStep(parts, step);
    expect(parts.graph.visits()).toHaveLength(visits);
    expect(await parts.target(run.id)).toMatchObject({ state: 'starting', revision: step.revision });
  });
});

describe('a booking', () => {
  const inTenMinutes = () => ({ opensAt: later(10 * minute, parts.clock.now()), basis: 'last-manual' }) as const;
  const booked = async () => asked({ booking: inTenMinutes() });

  test('is not started before its time', async () => {
    const run = await booked();
    await start(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'waiting', revision: 1 });
    expect(parts.posts()).toBe(0);
  });

  test('is started when its window has opened', async () => {
    const run = await booked();
    parts.clock.turn(11 * minute);
    await start(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'following', attempts: 1 });
  });

  test("follows somebody else's sync that runs when its window opens", async () => {
    const run = await booked();
    parts.clock.turn(11 * minute);
    const { action } = await wishOf(parts, newTenant());
    await action.start(parts.graphFor(personOf(run.tenantId, 'Jon'), []), run.targets[0]!.target);
    await start(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'following', outcome: null, attempts: 0 });
    expect(parts.posts()).toBe(1);
  });

  test("waits for the next window where somebody else's sync has used this one", async () => {
    const run = await booked();
    parts.clock.turn(10 * minute);
    const { action } = await wishOf(parts, newTenant());
    await action.start(parts.graphFor(personOf(run.tenantId, 'Jon'), []), run.targets[0]!.target);
    parts.clock.turn(minute);
    await start(run);
    const target = await parts.target(run.id);
    expect(target).toMatchObject({ state: 'waiting', attempts: 0, window: { basis: 'last-manual' } });
    expect(target.dueAt && target.dueAt > parts.clock.now()).toBe(true);
    expect(parts.posts()).toBe(1);
  });

  test('is tried once per window, three windows long', async () => {
    const run = await booked();
    for (const _ of [1, 2, 3]) {
      parts.clock.turn(11 * minute);
      parts.graph.next({ ...forced, status: 429, retryAfter: '600' });
      await start(run);
    }
    expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'refused', attempts: 3 });
    expect(parts.posts()).toBe(3);
  });
});

describe('a sync begun by somebody else', () => {
  test('that fails before the first look is told as failed', async () => {
    const { action, targets } = await wishOf(parts, newTenant());
    await action.start(parts.graphFor(personOf(newTenant(), 'Jon'), []), targets[0]!);
    Object.assign(parts.graph.world(), { failsNext: true });
    const run = await asked();
    expect(run.joinedElsewhere).toBe(true);
    parts.clock.turn(10 * second);
    await look(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'failed' });
  });
});
