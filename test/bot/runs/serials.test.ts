/** With a list of serials: once the sync has completed they are read in the name of whoever gave them, and told once. */
import type { PracticeAnswer, TenantId } from '../../../bot/ports.ts';
import { ask, joinRun } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { serialsStep } from '../../../bot/runs/serials.ts';
import { lookStep, startStep } from '../../../bot/runs/steps.ts';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { moveDueSerials, serialsOfRun, serialsOnTheirWay } from '../../../bot/store/run-serials.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { readyMemory } from '../../helpers/ready.ts';
import { chatOf, heard, newTenant, personOf } from '../store/samples.ts';
import { openParts, type RunParts, standingClock, stepOf, wishOf } from './parts.ts';
import { later, minute, second } from './samples.ts';

let store: Store;
let parts: RunParts;
beforeAll(async () => {
  store = await openStore(await readyMemory());
  parts = await openParts(store, standingClock());
});
beforeEach(() => {
  parts.graph.reset();
  parts.tokensSay(null);
  parts.clock.turn(30 * minute);
});
afterAll(async () => {
  await parts.close();
  await store.close();
});

const list = { serials: ['5CG4200R01', '5CG4200R60', 'PF4FAIL1'], repeated: 1, nonsense: ['see below'], skipped: 0 };
const keyOf = (run: Run, name = 'Ana Ruiz') => ({
  ...{ tenantId: run.tenantId, runId: run.id, personId: personOf(run.tenantId, name).id },
});

const asked = async (tenantId: TenantId = newTenant()) =>
  (await ask(parts, { ...(await wishOf(parts, tenantId)), serials: list })).run;

const stepAt = async ({ id }: Run) => {
  const run = await findRun(store.db, id);
  if (!run) throw new Error('the run is gone');
  return stepOf(run);
};

/** To the end of the sync that it began. */
async function completes(run: Run): Promise<void> {
  await startStep(parts, await stepAt(run));
  for (let looks = 0; looks < 3; looks++) {
    parts.clock.turn(15 * second);
    await lookStep(parts, await stepAt(run));
  }
  expect((await findRun(store.db, run.id))?.endedAt).not.toBeNull();
}

/** A run that was asked for with a list, and whose sync has completed. */
async function completed(): Promise<Run> {
  const run = await asked();
  await completes(run);
  return run;
}

const joins = (run: Run, name: string, serials?: typeof list) =>
  joinRun(parts, run, {
    ...{ asker: personOf(run.tenantId, name), where: chatOf(run.tenantId, `a:${name}`), heard, cardId: null },
    ...{ askKey: `press:${name}`, serials },
  });

const reads = (run: Run, name?: string) => serialsStep(parts, keyOf(run, name));

async function told({ tenantId }: Pick<Run, 'tenantId'>) {
  const rows = await store.db
    .selectFrom('notice')
    .select(['person_id', 'conversation_id', 'content'])
    .where('tenant_id', '=', tenantId)
    .execute();
  return rows
    .map(({ content, ...to }) => ({ ...to, ...(content as { kind: string }) }))
    .filter(({ kind }) => kind === 'run-serials' || kind === 'serials-unread');
}

const next = (answer: Partial<PracticeAnswer>) =>
  parts.graph.next({ on: 'read', status: 403, retryAfter: null, flavour: null, ...answer });

test('they are told once, however often the step is done, and what was left out of the list is told too', async () => {
  const run = await completed();
  await Promise.all([reads(run), reads(run)]);
  await reads(run);
  expect(await told(run)).toEqual([
    expect.objectContaining({
      ...{ kind: 'run-serials', run: run.number, name: 'Ana Ruiz', person_id: personOf(run.tenantId, 'Ana Ruiz').id },
      groups: [
        { standing: 'failed', count: 1, names: ['PF4FAIL1'] },
        { standing: 'pending', count: 1, names: ['5CG4200R60'] },
        { standing: 'ready', count: 1, names: ['5CG4200R01'] },
      ],
      heard: { repeated: 1, nonsense: ['see below'], skipped: 0 },
    }),
  ]);
});

test('while the sync is on its way nothing is read', async () => {
  const run = await asked();
  await reads(run);
  await startStep(parts, await stepAt(run));
  await reads(run);
  expect(await told(run)).toEqual([]);
  expect(parts.graph.visits().filter(({ path }) => path.includes('Identities'))).toEqual([]);
});

test('a sync that was taken back, or failed, has brought nothing to read', async () => {
  const back = await asked();
  await cancel(parts, back, back.asker);
  const failed = await asked();
  parts.graph.next({ on: 'write', status: 204, retryAfter: null, flavour: 'failed' });
  await completes(failed);
  for (const run of [back, failed]) {
    await reads(run);
    expect(await told(run)).toEqual([]);
  }
});

test('whoever joins is told of their own list, in their own chat; who gave none, and another tenant, of nothing', async () => {
  const [run, other] = [await asked(), await asked()];
  await joins(run, 'Jon Vik', { ...list, serials: ['5CG4200R02'] });
  await joins(run, 'Mia Chen');
  await completes(run);
  for (const name of ['Jon Vik', 'Mia Chen', 'Ana Ruiz']) await reads(run, name);
  await reads(other);
  const all = await told(run);
  expect(all.map(({ conversation_id }) => conversation_id).sort()).toEqual(
    ['a:Jon Vik', chatOf(run.tenantId).id].sort(),
  );
  expect(all.find(({ person_id }) => person_id === keyOf(run, 'Jon Vik').personId)).toMatchObject({
    groups: [{ standing: 'ready', names: ['5CG4200R02'] }],
  });
  expect(await told(other)).toEqual([]);
  expect(await serialsOfRun(store.db, run.id, personOf(other.tenantId, 'Ana Ruiz'))).toBeNull();
});

test('whoever wants to hear nothing more of a run hears nothing of their list', async () => {
  const run = await asked();
  await joins(run, 'Jon Vik', list);
  await cancel(parts, run, personOf(run.tenantId, 'Jon Vik'));
  await completes(run);
  await reads(run, 'Jon Vik');
  expect(await told(run)).toEqual([]);
});

test('whoever asks again with another list is told of that one', async () => {
  const run = await asked();
  await ask(parts, {
    ...(await wishOf(parts, run.tenantId, { askKey: 'press:2' })),
    serials: { ...list, serials: ['5CG4200R03'] },
  });
  await completes(run);
  await reads(run);
  expect(await told(run)).toMatchObject([{ groups: [{ standing: 'ready', names: ['5CG4200R03'] }] }]);
});

test('a list that comes as the sync ends is read too', async () => {
  const run = await completed();
  await joins(run, 'Jon Vik', list);
  await reads(run, 'Jon Vik');
  expect(await told(run)).toMatchObject([{ kind: 'run-serials', conversation_id: 'a:Jon Vik' }]);
});

test('a list that comes after the sync has failed, or was taken back, is kept, and nothing is told of it', async () => {
  const back = await asked();
  await cancel(parts, back, back.asker);
  const failed = await asked();
  parts.graph.next({ on: 'write', status: 204, retryAfter: null, flavour: 'failed' });
  await completes(failed);
  for (const run of [back, failed]) {
    await joins(run, 'Jon Vik', list);
    await reads(run, 'Jon Vik');
    expect(await told(run)).toEqual([]);
    expect(await serialsOfRun(store.db, run.id, personOf(run.tenantId, 'Jon Vik'))).toEqual(list);
  }
});

test('they are read with the permission to read, as on their card, and not with that of the sync', async () => {
  const run = await completed();
  const wanted: (readonly string[])[] = [];
  const graphFor: typeof parts.graphFor = (person, scopes) => {
    wanted.push(scopes);
    return parts.graphFor(person, scopes);
  };
  await serialsStep({ ...parts, graphFor }, keyOf(run));
  expect(wanted).toEqual([['DeviceManagementServiceConfig.Read.All']]);
});

test.each(['sign-in', 'consent', 'proof'] as const)('without a %s by then: it is said so, once', async (need) => {
  const run = await completed();
  parts.tokensSay({ kind: 'signed-out', need });
  await reads(run);
  await reads(run);
  expect(await told(run)).toMatchObject([{ kind: 'serials-unread', why: need, count: 3 }]);
});

test('no longer allowed by then: it is said so', async () => {
  const run = await completed();
  next({ flavour: 'role' });
  await reads(run);
  expect(await told(run)).toMatchObject([{ kind: 'serials-unread', why: 'not-allowed' }]);
});

test('passing trouble is waited out, a minute at a time', async () => {
  const run = await completed();
  next({ status: 'nonsense' });
  await reads(run);
  await reads(run);
  expect(await told(run)).toEqual([]);
  parts.clock.turn(minute);
  await reads(run);
  expect(await told(run)).toMatchObject([{ kind: 'run-serials' }]);
});

test('trouble that does not pass is told after a quarter of an hour', async () => {
  const run = await completed();
  parts.clock.turn(15 * minute);
  next({ status: 'nonsense' });
  await reads(run);
  expect(await told(run)).toMatchObject([{ kind: 'serials-unread', why: 'unreadable' }]);
});

test('a process that was killed while it read leaves it to the next one', async () => {
  const run = await completed();
  const due = (await serialsOnTheirWay(store.db, null)).find(({ runId }) => runId === run.id);
  if (!due) throw new Error('nothing is due');
  await moveDueSerials(store.db, due, { seen: due.dueAt, dueAt: later(2 * minute, parts.clock.now()) });
  await reads(run);
  expect(await told(run)).toEqual([]);
  parts.clock.turn(2 * minute);
  expect(await serialsOnTheirWay(store.db, parts.clock.now())).toContainEqual(
    expect.objectContaining({ runId: run.id }),
  );
  await reads(run);
  expect(await told(run)).toHaveLength(1);
});
