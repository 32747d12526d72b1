import { exchangeSync as action, connectorTarget, type ExchangeSync } from '../../../bot/actions/exchange-sync.ts';
import { listConnectors } from '../../../bot/graph/exchange-connectors.ts';
import { ask } from '../../../bot/runs/ask.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { lookStep, startStep } from '../../../bot/runs/steps.ts';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { readyMemory } from '../../helpers/ready.ts';
import { chatOf, heard, newTenant, personOf } from '../store/samples.ts';
import { openParts, type RunParts, standingClock, stepOf } from './parts.ts';
import { later, minute, second } from './samples.ts';

let store: Store;
let parts: RunParts;
beforeAll(async () => {
  store = await openStore(await readyMemory());
});
beforeEach(async () => {
  parts = await openParts(store, standingClock());
});
afterEach(() => parts.close());
afterAll(() => store.close());

type Asking = { tenantId?: Run['tenantId']; name?: string; sync?: ExchangeSync; which?: number };

/** EX01 works, EX02 is cut off, EX03 never moves. */
async function asked({ tenantId = newTenant(), name = 'Ana Ruiz', sync = 'full', which = 0 }: Asking = {}) {
  const asker = personOf(tenantId, name);
  const connectors = await listConnectors(parts.graphFor(asker, action.scopes.read));
  return ask(parts, {
    ...{ action, opening: { kind: 'free' }, booking: null },
    targets: [connectorTarget(connectors[which]!, sync)],
    ...{ asker, where: chatOf(tenantId), heard, askKey: `press:${name}:${sync}`, cardId: null },
  });
}

const reload = async (id: Run['id']) => {
  const run = await findRun(store.db, id);
  if (!run) throw new Error('the run is gone');
  return run;
};
const start = async ({ id }: Run) => startStep(parts, stepOf(await reload(id)));
const look = async ({ id }: Run) => lookStep(parts, stepOf(await reload(id)));

/** Looks whenever a look is due, as the queue would. */
async function follow(run: Run, ms: number) {
  const end = later(ms, parts.clock.now());
  for (
    let target = await parts.target(run.id);
    target.dueAt && target.dueAt <= end;
    target = await parts.target(run.id)
  ) {
    parts.clock.turn(target.dueAt.getTime() - parts.clock.now().getTime());
    await (target.state === 'following' ? look(run) : start(run));
  }
  parts.clock.turn(end.getTime() - parts.clock.now().getTime());
}

test('one POST, and then looks until the time moves', async () => {
  const { run } = await asked();
  await start(run);
  expect(await parts.target(run.id)).toMatchObject({
    state: 'following',
    outcome: { kind: 'accepted', inferred: false },
  });
  await follow(run, minute);
  expect(await parts.target(run.id)).toMatchObject({
    ...{ state: 'ended', verdict: 'done' },
    sighting: { moved: { from: expect.any(Date) as Date, to: expect.any(Date) as Date } },
  });
  expect(parts.posts()).toBe(1);
});

test('one that never moves is looked at for half an hour, politely, and then it is silent', async () => {
  const { run } = await asked({ which: 2 });
  await start(run);
  await follow(run, 29 * minute);
  expect(await parts.target(run.id)).toMatchObject({ state: 'following', sighting: { state: 'waiting' } });
  await follow(run, 3 * minute);
  expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'silent' });
  const looks = parts.graph.visits().filter(({ method, path }) => method === 'GET' && path.endsWith('c3'));
  expect(looks.length).toBeLessThan(40);
  expect(parts.posts()).toBe(1);
});

test('two who ask for the same sync of the same connector share a run', async () => {
  const tenantId = newTenant();
  const first = await asked({ tenantId });
  const second = await asked({ tenantId, name: 'Jon Vik' });
  expect([first.how, second.how, second.run.id]).toEqual(['begun', 'joined', first.run.id]);
});

test('the other kind of sync, or another connector, is a run of its own', async () => {
  const tenantId = newTenant();
  const hows = [
    await asked({ tenantId }),
    await asked({ tenantId, sync: 'quick' }),
    await asked({ tenantId, which: 1, name: 'Jon Vik' }),
  ].map(({ how }) => how);
  expect(hows).toEqual(['begun', 'begun', 'begun']);
});

describe('a process that died between writing "starting" and hearing from Graph', () => {
  const cutOff = async (which: number) => {
    const { run } = await asked({ which });
    parts.clock.turn(2 * minute);
    const now = parts.clock.now();
    const change = { state: 'starting', attempts: 1, startedAt: later(-2 * minute, now), dueAt: now } as const;
    return { run, step: await parts.leaves(run, change) };
  };
  const wasPosted = (run: Run) => action.start(parts.graphFor(run.asker, action.scopes.write), run.targets[0]!.target);

  test('looks first, and sees that the sync began: no second POST', async () => {
    const { run, step } = await cutOff(0);
    await wasPosted(run);
    parts.clock.turn(30 * second);
    await startStep(parts, step);
    expect(await parts.target(run.id)).toMatchObject({
      verdict: 'done',
      outcome: { kind: 'accepted', inferred: true },
    });
    expect(parts.posts()).toBe(1);
  });

  test('sees nothing yet, and goes on looking: no second POST, however late the connector shows it', async () => {
    const { run, step } = await cutOff(0);
    await startStep(parts, step);
    expect(await parts.target(run.id)).toMatchObject({
      state: 'following',
      outcome: { kind: 'refused', refusal: { changed: 'unknown' } },
    });
    await follow(run, 10 * minute);
    await wasPosted(run);
    await follow(run, 3 * minute);
    expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'done' });
    expect(parts.posts()).toBe(1);
  });

  test('never sees anything: handed back after half an hour, and nothing was posted', async () => {
    const { run, step } = await cutOff(2);
    await startStep(parts, step);
    await follow(run, 40 * minute);
    expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'refused' });
    expect(parts.posts()).toBe(0);
  });
});

test.each([500, 'timeout', 'broken'] as const)(
  '%s is followed as long as an accepted one, never repeated',
  async (status) => {
    const { run } = await asked({ which: 2 });
    parts.graph.next({ on: 'write', status, retryAfter: null, flavour: null });
    await start(run);
    await follow(run, 29 * minute);
    expect(await parts.target(run.id)).toMatchObject({
      state: 'following',
      outcome: { refusal: { changed: 'unknown' } },
    });
    await follow(run, 3 * minute);
    expect(await parts.target(run.id)).toMatchObject({ state: 'ended', verdict: 'refused' });
    expect(parts.posts()).toBe(1);
  },
);

test('a connector that has gone since is not asked for', async () => {
  const { run } = await asked();
  parts.clock.turn(minute);
  parts.graph.connectors('none');
  await start(run);
  expect(await parts.target(run.id)).toMatchObject({
    ...{ state: 'ended', verdict: 'refused' },
    outcome: { refusal: { kind: 'not-there', what: 'object' } },
  });
  expect(parts.posts()).toBe(0);
});
