import { sql } from 'kysely';
import type { RunId } from '../../../bot/ports.ts';
import type { RunTarget } from '../../../bot/runs/run.ts';
import { recentRuns, runsUnderWay } from '../../../bot/store/recent-runs.ts';
import { saveTarget } from '../../../bot/store/run-targets.ts';
import {
  dropLeases,
  endRunIfOver,
  findRun,
  findRunAskedBy,
  findRunByNumber,
  findRunOnItsWay,
  forgetRuns,
  insertRun,
  runsToTell,
  stepsOnTheirWay,
} from '../../../bot/store/runs.ts';
import { hour, later, minute, noon, notAllowed, sighting, throttled, waiting } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { asked, newRun, newTenant, personOf, written } from './samples.ts';

const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

onEachDatabase((store) => {
  const db = () => store().db;
  const save = (runId: RunId, before: RunTarget, change: Partial<RunTarget>) =>
    db()
      .transaction()
      .execute((tx) =>
        saveTarget(tx, runId, { before, after: { ...before, revision: before.revision + 1, ...change } }),
      );
  const endIfOver = (runId: RunId, at: Parameters<typeof endRunIfOver>[2]) =>
    db()
      .transaction()
      .execute((tx) => endRunIfOver(tx, runId, at));

  test('a list has one target for each way to stand, and of those alike the one that was to be looked at longest', async () => {
    const tenantId = newTenant();
    const silent = (change: Partial<RunTarget>) =>
      waiting({
        state: 'ended',
        verdict: 'silent',
        sighting: sighting('waiting'),
        lookUntil: later(minute),
        ...change,
      });
    const targets = [
      silent({}),
      silent({ lookUntil: later(hour) }),
      silent({}),
      silent({ sighting: sighting('waiting', noon, 'superseded') }),
      silent({ blind: notAllowed }),
    ].map((target, position) => ({ ...target, position }));
    await written(store(), tenantId, { targets });
    const [run] = await recentRuns(db(), tenantId, 1);
    expect(run?.samples.map(({ position }) => position).toSorted()).toEqual([1, 3, 4]);
  });

  describe('a run', () => {
    test('comes back as it was written', async () => {
      const tenantId = newTenant();
      const target = waiting({
        state: 'following',
        revision: 4,
        attempts: 2,
        startedAt: later(1),
        lookUntil: later(hour),
        window: { opensAt: later(minute), basis: 'service' },
        outcome: { kind: 'refused', at: noon, refusal: notAllowed },
        sighting: { ...sighting('working', noon, 'inProgress'), moved: { from: null, to: noon } },
        blind: throttled(noon),
      });
      const run = await written(store(), tenantId, { bookedFor: later(hour), targets: [target] });
      expect(await findRun(db(), run.id)).toEqual({ ...run, targets: [target] });
    });

    test('that nobody wrote is not found', async () => {
      expect(await findRun(db(), '00000000-0000-4000-8000-000000000000' as RunId)).toBeNull();
      expect(await findRunByNumber(db(), newTenant(), 1)).toBeNull();
    });
  });

  describe('numbers', () => {
    test('are counted per tenant and without gaps, however many ask at once', async () => {
      const [one, other] = [newTenant(), newTenant()];
      const asks = oneToTen.flatMap((key) => [one, other].map((id) => written(store(), id, { joinKey: String(key) })));
      const runs = await Promise.all(asks);
      for (const id of [one, other]) {
        const numbers = runs.filter((run) => run.tenantId === id).map((run) => run.number);
        expect(numbers.sort((a, b) => a - b)).toEqual(oneToTen);
      }
    });

    test('are not used up by an ask that found the same thing on its way', async () => {
      const tenantId = newTenant();
      const asks = oneToTen.map(() =>
        db()
          .transaction()
          .execute((tx) => insertRun(tx, newRun(tenantId))),
      );
      expect((await Promise.all(asks)).filter((run) => run !== null)).toHaveLength(1);
      expect((await written(store(), tenantId, { joinKey: 'another' })).number).toBe(2);
    });
  });

  test('the same thing can be asked for again once it has ended', async () => {
    const tenantId = newTenant();
    const first = await written(store(), tenantId);
    await save(first.id, waiting(), { state: 'ended', verdict: 'done', dueAt: null });
    await endIfOver(first.id, { now: noon });
    expect((await written(store(), tenantId)).number).toBe(2);
  });

  describe('a target', () => {
    test('is saved by one of those who read the same state of it', async () => {
      const run = await written(store(), newTenant());
      const saves = oneToTen.map((attempts) => save(run.id, waiting(), { state: 'starting', attempts }));
      expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
      expect((await findRun(db(), run.id))?.targets[0]).toMatchObject({ state: 'starting', revision: 2 });
    });

    test('is not changed by whoever read an old state of it', async () => {
      const run = await written(store(), newTenant());
      await save(run.id, waiting(), { state: 'starting' });
      expect(await save(run.id, waiting(), { state: 'ended', verdict: 'cancelled' })).toBe(false);
      expect((await findRun(db(), run.id))?.targets[0]?.state).toBe('starting');
    });
  });

  describe('the end of a run', () => {
    const over = { state: 'ended', verdict: 'done', dueAt: null } as const;

    test('is the end of its last target', async () => {
      const targets = [waiting(), waiting({ position: 1 })];
      const run = await written(store(), newTenant(), { targets });
      await save(run.id, targets[0]!, over);
      await endIfOver(run.id, { now: noon });
      expect((await findRun(db(), run.id))?.endedAt).toBeNull();
      await save(run.id, targets[1]!, over);
      await endIfOver(run.id, { now: later(minute) });
      await endIfOver(run.id, { now: later(hour) });
      expect((await findRun(db(), run.id))?.endedAt).toEqual(later(minute));
    });

    test('names who took it back', async () => {
      const tenantId = newTenant();
      const run = await written(store(), tenantId);
      await save(run.id, waiting(), { ...over, verdict: 'cancelled' });
      await endIfOver(run.id, { now: noon, cancelledBy: personOf(tenantId) });
      expect(await findRun(db(), run.id)).toMatchObject({ cancelledBy: 'Ana Ruiz', endedAt: noon });
    });
  });

  test('no tenant sees the run of another', async () => {
    const [one, other] = [newTenant(), newTenant()];
    const run = await written(store(), one);
    await asked(db(), { runId: run.id, tenantId: one, name: 'Ana', askKey: 'press:1' });
    expect(await findRunByNumber(db(), other, run.number)).toBeNull();
    expect(await findRunOnItsWay(db(), other, 'autopilot-sync|tenant:tenant')).toBeNull();
    expect(await findRunAskedBy(db(), other, 'press:1')).toBeNull();
    expect(await recentRuns(db(), other, 10)).toEqual([]);
    expect(await runsUnderWay(db(), other, 'autopilot-sync')).toEqual([]);
    await forgetRuns(db(), other);
    expect((await findRunAskedBy(db(), one, 'press:1'))?.id).toBe(run.id);
    expect((await findRunOnItsWay(db(), one, 'autopilot-sync|tenant:tenant'))?.id).toBe(run.id);
  });

  test('the list shows what is on its way first, then what ended last', async () => {
    const tenantId = newTenant();
    for (const [index, endedAt] of [later(hour), null, later(minute), null].entries()) {
      const run = await written(store(), tenantId, { joinKey: String(index) });
      if (!endedAt) continue;
      await save(run.id, waiting(), { state: 'ended', verdict: 'done', dueAt: null });
      await endIfOver(run.id, { now: endedAt });
    }
    expect((await recentRuns(db(), tenantId, 10)).map((run) => run.number)).toEqual([4, 2, 1, 3]);
    expect(await recentRuns(db(), tenantId, 1)).toHaveLength(1);
  });

  test('what is on its way is told whole, of one kind of run', async () => {
    const tenantId = newTenant();
    const two = [waiting(), waiting({ position: 1 })];
    const first = await written(store(), tenantId, { action: 'exchange-sync', joinKey: 'one', targets: two });
    const second = await written(store(), tenantId, { action: 'exchange-sync', joinKey: 'other' });
    await written(store(), tenantId);
    expect(await runsUnderWay(db(), tenantId, 'exchange-sync')).toEqual([second, first]);
    await save(second.id, waiting(), { state: 'ended', verdict: 'done', dueAt: null });
    await endIfOver(second.id, { now: noon });
    expect(await runsUnderWay(db(), tenantId, 'exchange-sync')).toEqual([first]);
    expect(await runsUnderWay(db(), tenantId, 'sync-payloads')).toEqual([]);
  });

  test('a tenant that is forgotten begins anew', async () => {
    const tenantId = newTenant();
    const run = await written(store(), tenantId);
    await asked(db(), { runId: run.id, tenantId, name: 'Ana', askKey: 'press:1' });
    await forgetRuns(db(), tenantId);
    expect(await findRun(db(), run.id)).toBeNull();
    expect((await written(store(), tenantId)).number).toBe(1);
  });

  describe('what is still to be done', () => {
    const ofRun = async (id: string, given?: { dueBy: Date }) =>
      (await stepsOnTheirWay(db(), given)).filter((step) => step.runId === id);

    test('is every step with a time, or those whose time has come', async () => {
      const run = await written(store(), newTenant(), { targets: [waiting({ dueAt: later(minute) })] });
      const step = { runId: run.id, position: 0, revision: 1, state: 'waiting', dueAt: later(minute) };
      expect(await ofRun(run.id)).toEqual([step]);
      expect(await ofRun(run.id, { dueBy: noon })).toEqual([]);
      expect(await ofRun(run.id, { dueBy: later(minute) })).toEqual([step]);
    });

    test('a start that a dead process had in its hands is due at once', async () => {
      const run = await written(store(), newTenant(), {
        targets: [waiting({ state: 'starting', dueAt: later(hour) })],
      });
      await dropLeases(db(), noon);
      expect(await ofRun(run.id, { dueBy: noon })).toMatchObject([{ state: 'starting', dueAt: noon }]);
    });

    test('a word is owed on runs on their way, and on those that ended lately', async () => {
      const tenantId = newTenant();
      const [ended, open] = [
        await written(store(), tenantId, { joinKey: 'a' }),
        await written(store(), tenantId, { joinKey: 'b' }),
      ];
      await save(ended.id, waiting(), { state: 'ended', verdict: 'done', dueAt: null });
      await endIfOver(ended.id, { now: noon });
      const told = async (since: Date) =>
        (await runsToTell(db(), since)).filter((id) => id === ended.id || id === open.id);
      expect((await told(later(-1))).sort()).toEqual([ended.id, open.id].sort());
      expect(await told(noon)).toEqual([open.id]);
    });
  });

  describe('a row that cannot be', () => {
    const broken = async (column: string, value: string) => {
      const run = await written(store(), newTenant());
      await sql`update run_target set ${sql.id(column)} = ${value} where run_id = ${run.id}`.execute(db());
      return findRun(db(), run.id);
    };

    test.each([
      ['state', 'dancing', 'state'],
      ['verdict', 'perhaps', 'verdict'],
      ['outcome', '{"kind":"perhaps"}', 'outcome'],
      ['outcome', '{"kind":"accepted","at":"yesterday"}', 'outcome'],
      ['sighting', '[]', 'sighting'],
      ['window', '{"opensAt":"2026-03-02T12:00:00Z","basis":"tea leaves"}', 'window'],
      ['blind', '"x"', 'blind'],
      ['target', '{"kind":"moon","id":"1","label":null}', 'target'],
    ])('%s = %s fails and names the field', async (column, value, named) => {
      await expect(broken(column, value)).rejects.toThrow(new RegExp(`"${named}"`));
    });

    test('an asker that cannot be names the field too', async () => {
      const run = await written(store(), newTenant());
      await sql`update run set asker = '[]' where id = ${run.id}`.execute(db());
      await expect(findRun(db(), run.id)).rejects.toThrow(/"asker"/);
    });
  });

  describe('two transactions at the same time', () => {
    test('do not mix: what one takes back, the other keeps', async () => {
      const tenantId = newTenant();
      const held = Promise.withResolvers<void>();
      const failing = db()
        .transaction()
        .execute(async (tx) => {
          await insertRun(tx, newRun(newTenant(), { joinKey: 'lost' }));
          await held.promise;
          throw new Error('taken back');
        });
      const keeping = db()
        .transaction()
        .execute((tx) => insertRun(tx, newRun(tenantId, { joinKey: 'kept' })));
      setTimeout(held.resolve, 20);
      await expect(failing).rejects.toThrow('taken back');
      expect((await keeping)?.number).toBe(1);
      expect(await findRunOnItsWay(db(), tenantId, 'kept')).not.toBeNull();
    });

    test('what one has not finished, nobody else sees', async () => {
      const tenantId = newTenant();
      const steps: string[] = [];
      const writing = db()
        .transaction()
        .execute(async (tx) => {
          await insertRun(tx, newRun(tenantId));
          steps.push('written');
          await new Promise((resolve) => setTimeout(resolve, 20));
          throw new Error('taken back');
        });
      const read = findRunByNumber(db(), tenantId, 1);
      await expect(writing).rejects.toThrow('taken back');
      expect(await read).toBeNull();
      expect(steps).toEqual(['written']);
    });
  });
});
