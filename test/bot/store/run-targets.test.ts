import type { RunTarget } from '../../../bot/runs/run.ts';
import { findDue, lockHolders, saveTargets } from '../../../bot/store/run-targets.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { later, minute, noon, sighting, throttled, waiting } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { newTenant, written } from './samples.ts';

const onDevice = (position: number, change: Partial<RunTarget> = {}): RunTarget =>
  waiting({
    position,
    target: {
      kind: 'device',
      id: `device ${position}`,
      label: `O'Neill's "iPad" ${position}`,
      wish: { a: 1 },
      baseline: null,
    },
    ...change,
  });
const several = (count: number) => Array.from({ length: count }, (_, position) => onDevice(position));
const changed = (before: RunTarget, change: Partial<RunTarget>) => ({
  before,
  after: { ...before, revision: before.revision + 1, ...change },
});

onEachDatabase((store) => {
  const save = (run: { id: Parameters<typeof findRun>[1] }, changes: Parameters<typeof saveTargets>[2]) =>
    store()
      .db.transaction()
      .execute((tx) => saveTargets(tx, run.id, changes));

  test('many targets saved together read as they were written, one by one as well', async () => {
    const run = await written(store(), newTenant(), { targets: several(3) });
    const change = { sighting: sighting('working'), blind: throttled(later(minute)), lookUntil: later(minute) };
    const changes = run.targets.map((target) => changed(target, change));
    expect(await save(run, changes)).toEqual(new Set([0, 1, 2]));
    expect((await findRun(store().db, run.id))?.targets).toEqual(changes.map(({ after }) => after));
  });

  test('a target that somebody else has changed since is left as it is, and the others are saved', async () => {
    const run = await written(store(), newTenant(), { targets: several(3) });
    const [first] = run.targets;
    if (!first) throw new Error('no target');
    await save(run, [changed(first, { attempts: 7 })]);
    expect(
      await save(
        run,
        run.targets.map((target) => changed(target, { attempts: 1 })),
      ),
    ).toEqual(new Set([1, 2]));
    const found = await findRun(store().db, run.id);
    expect(found?.targets.map(({ attempts }) => attempts)).toEqual([7, 1, 1]);
  });

  test('a step takes along what is due in its run, so many in all, and names the first that does not fit', async () => {
    const targets = several(5).map((one) => (one.position === 3 ? { ...one, dueAt: later(minute) } : one));
    const run = await written(store(), newTenant(), { targets });
    await written(store(), run.tenantId, { targets: several(2), joinKey: 'another' });
    const along = { states: ['waiting'], dueBy: noon, most: 3 } as const;
    const due = await findDue(store().db, { runId: run.id, position: 2, revision: 1 }, along);
    expect(due?.targets.map(({ position }) => position)).toEqual([2, 0, 1]);
    expect(due?.rest?.position).toBe(4);
    const stale = await findDue(store().db, { runId: run.id, position: 2, revision: 9 }, along);
    expect(stale?.targets.map(({ position }) => position)).toEqual([0, 1, 4]);
  });

  test('one device is held by one start in a tenant, from the start until it has been seen', async () => {
    const tenantId = newTenant();
    const [one, other] = [
      await written(store(), tenantId, { targets: several(1) }),
      await written(store(), tenantId, { targets: several(1), joinKey: 'another' }),
    ];
    const holders = () => lockHolders(store().db, tenantId, ['device:device 0', 'device:nowhere']);
    const starting = ({ targets: [target = onDevice(0)] }: typeof one) => changed(target, { state: 'starting' });
    const mine = starting(one);
    await save(one, [mine]);
    expect([...(await holders())]).toEqual([['device:device 0', one.number]]);
    await expect(save(other, [starting(other)])).rejects.toMatchObject({ code: '23505' });
    const elsewhere = await written(store(), newTenant(), { targets: several(1) });
    await save(elsewhere, [starting(elsewhere)]);
    const following = changed(mine.after, { state: 'following' });
    await save(one, [following]);
    expect((await holders()).size).toBe(1);
    await save(one, [changed(following.after, { sighting: sighting('working') })]);
    expect((await holders()).size).toBe(0);
    expect((await save(other, [starting(other)])).size).toBe(1);
  });
});
