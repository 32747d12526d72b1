import { sql } from 'kysely';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import type { Person } from '../../../bot/ports.ts';
import { signedOutAt } from '../../../bot/runs/parking.ts';
import { startOver, sweep } from '../../../bot/runs/recovery.ts';
import { resumeAllFor } from '../../../bot/runs/signed-in.ts';
import { openSchedules, type ScheduleWish } from '../../../bot/schedules/open.ts';
import type { Schedule } from '../../../bot/schedules/schedule.ts';
import { recentRuns } from '../../../bot/store/recent-runs.ts';
import { findSchedule } from '../../../bot/store/schedules.ts';
import { openParts, type RunParts, standingClock } from '../runs/parts.ts';
import { hour } from '../runs/samples.ts';
import { onEachDatabase } from '../store/databases.ts';
import { chatOf, heard, newTenant, personOf } from '../store/samples.ts';

onEachDatabase((store) => {
  let parts: RunParts;
  let lacks: (person: Person) => Refusal | null = () => null;
  beforeAll(async () => {
    parts = await openParts(store(), standingClock());
  });
  beforeEach(() => {
    lacks = () => null;
  });
  afterAll(() => parts.close());

  const now = () => parts.clock.now();
  const opened = () =>
    openSchedules({ ...parts, lackFor: async (person) => lacks(person), vocabularyOf: async () => 'syncPayloads' });
  const step = ({ id }: Schedule) => opened().step({ scheduleId: id });
  const made = async (tenantId = newTenant(), change: Partial<ScheduleWish> = {}) => {
    const wish = { owner: personOf(tenantId), where: chatOf(tenantId), heard, zone: 'UTC', missed: 'run' as const };
    const rule = { kind: 'weekly' as const, days: [1, 2, 3, 4, 5, 6, 7] as const, time: timeIn(2 * hour) };
    const work = { action: 'autopilot-sync' as const };
    const schedule = await opened().schedules.make({
      ...wish,
      work,
      rule: { ...rule, days: [...rule.days] },
      askKey: 'said:1',
      ...change,
    });
    if (!schedule) throw new Error('it was not made');
    return schedule;
  };
  const timeIn = (ms: number) => new Date(now().getTime() + ms).toISOString().slice(11, 16);
  const reload = async ({ id }: Schedule) => {
    const found = await findSchedule(store().db, id);
    if (!found) throw new Error('it is gone');
    return found;
  };
  const runsOf = ({ tenantId }: Schedule) => recentRuns(store().db, tenantId, 10);
  const noticesOf = async ({ tenantId }: Schedule) => {
    const rows = await sql<{
      kind: string;
    }>`select content ->> 'kind' as kind from notice where tenant_id = ${tenantId} order by asked_at, key`.execute(
      store().db,
    );
    return rows.rows.map(({ kind }) => kind);
  };
  const jobsFor = async ({ id }: Schedule) => {
    const rows = await sql<{
      n: number;
    }>`select count(*)::int as n from pgboss.job where name = 'schedule' and data->>'scheduleId' = ${id} and state < 'active'`.execute(
      store().db,
    );
    return rows.rows[0]?.n ?? 0;
  };
  /** Half an hour past the hour is reached in steps, as the queue would. */
  const until = async (schedule: Schedule, ms: number) => {
    parts.clock.turn(ms);
    await step(schedule);
  };

  test('the same ask makes one schedule, and numbers count per tenant', async () => {
    const tenantId = newTenant();
    const first = await made(tenantId);
    expect((await made(tenantId)).id).toBe(first.id);
    expect((await made(tenantId, { askKey: 'said:2' })).number).toBe(2);
    expect((await made()).number).toBe(1);
  });

  test('at its time a run is asked for in its owner’s name, and the next time is tomorrow', async () => {
    const schedule = await made();
    await until(schedule, hour);
    expect(await runsOf(schedule)).toHaveLength(0);
    await until(schedule, hour);
    const [run] = await runsOf(schedule);
    expect(run).toMatchObject({ action: 'autopilot-sync', asker: schedule.owner });
    const after = await reload(schedule);
    expect(after.last).toMatchObject({ became: 'ran', run: run?.number });
    expect(after.nextAt?.getTime()).toBe((schedule.nextAt?.getTime() ?? 0) + 24 * hour);
    expect(await noticesOf(schedule)).toEqual([]);
  });

  test('of many steps at once one asks for the run', async () => {
    const schedule = await made();
    await until(schedule, hour);
    parts.clock.turn(hour);
    await Promise.all(Array.from({ length: 8 }, () => step(schedule)));
    expect(await runsOf(schedule)).toHaveLength(1);
    expect((await reload(schedule)).last).toMatchObject({ run: 1 });
  });

  test('a job that was lost is found by the sweep, and after a restart of the embedded database', async () => {
    const schedule = await made();
    await sql`delete from pgboss.job where name = 'schedule'`.execute(store().db);
    await startOver(parts);
    expect(await jobsFor(schedule)).toBe(1);
    await sql`delete from pgboss.job where name = 'schedule'`.execute(store().db);
    parts.clock.turn(hour);
    await sweep(parts);
    expect(await jobsFor(schedule)).toBe(1);
  });

  test('a step that comes too early does nothing', async () => {
    const schedule = await made();
    await step(schedule);
    expect(await reload(schedule)).toEqual(schedule);
  });

  test('missed while nobody was there: said once, and made up for once', async () => {
    const schedule = await made();
    await until(schedule, 30 * hour);
    await step(schedule);
    expect(await runsOf(schedule)).toHaveLength(1);
    expect(await noticesOf(schedule)).toEqual(['schedule-missed']);
  });

  test('missed while nobody was there, and to be left out: said once, and nothing runs', async () => {
    const schedule = await made(newTenant(), { missed: 'skip' });
    await until(schedule, 30 * hour);
    await step(schedule);
    expect(await runsOf(schedule)).toHaveLength(0);
    expect(await noticesOf(schedule)).toEqual(['schedule-missed']);
    expect((await reload(schedule)).last).toMatchObject({ became: 'missed', run: null });
  });

  test('without a sign-in its owner is told before the time and not after; signing in lets it run', async () => {
    const schedule = await made();
    lacks = () => signedOutAt(now());
    await until(schedule, hour);
    expect(await noticesOf(schedule)).toEqual(['schedule-sign-in']);
    await sql`update notice set state = 'posted' where tenant_id = ${schedule.tenantId}`.execute(store().db);
    await until(schedule, hour);
    expect(await runsOf(schedule)).toHaveLength(0);
    lacks = () => null;
    parts.clock.turn(hour);
    await store()
      .db.transaction()
      .execute((tx) => resumeAllFor(parts, tx, schedule.owner));
    await step(schedule);
    expect(await runsOf(schedule)).toHaveLength(1);
    expect(await noticesOf(schedule)).toEqual(['schedule-sign-in', 'schedule-missed']);
  });

  test('a warning that still waits is not said to somebody who has signed in, or has changed it', async () => {
    const [signed, paused, other] = [await made(), await made(), await made()];
    lacks = () => signedOutAt(now());
    parts.clock.turn(hour);
    for (const one of [signed, paused, other]) await step(one);
    lacks = () => null;
    await store()
      .db.transaction()
      .execute((tx) => resumeAllFor(parts, tx, signed.owner));
    await step(signed);
    await opened().schedules.change(await reload(paused), { kind: 'pause' });
    const waiting = [await noticesOf(signed), await noticesOf(paused), await noticesOf(other)];
    expect(waiting).toEqual([[], [], ['schedule-sign-in']]);
  });

  test('where nobody could be told before, a time that was left out for want of a sign-in is told as that', async () => {
    const schedule = await made(newTenant(), { missed: 'skip' });
    await until(schedule, hour);
    lacks = () => signedOutAt(now());
    await until(schedule, hour);
    expect(await noticesOf(schedule)).toEqual(['schedule-missed']);
    expect((await reload(schedule)).last).toMatchObject({ became: 'signed-out', run: null });
  });

  test('somebody of another tenant with the same id signs in, and nothing of it changes', async () => {
    const schedule = await made();
    lacks = () => signedOutAt(now());
    await until(schedule, hour);
    const before = await reload(schedule);
    await store()
      .db.transaction()
      .execute((tx) => resumeAllFor(parts, tx, personOf(newTenant())));
    expect(await reload(schedule)).toEqual(before);
  });

  test('paused it does not run, resumed it waits for its next time, cancelled it is over', async () => {
    const { schedules } = opened();
    const schedule = await made();
    const paused = await schedules.change(schedule, { kind: 'pause' });
    expect(paused).toMatchObject({ state: 'paused', nextAt: null, dueAt: null });
    await until(schedule, 3 * hour);
    expect(await runsOf(schedule)).toHaveLength(0);
    const resumed = paused && (await schedules.change(paused, { kind: 'resume' }));
    expect(resumed?.nextAt?.getTime()).toBe((schedule.nextAt?.getTime() ?? 0) + 24 * hour);
    const over = resumed && (await schedules.change(resumed, { kind: 'cancel' }));
    expect(over).toMatchObject({ state: 'ended', nextAt: null });
    expect(await schedules.of(schedule.owner)).toEqual([]);
    expect(over && (await schedules.change(over, { kind: 'resume' }))).toBeNull();
  });

  test('whoever changes an older state changes nothing', async () => {
    const { schedules } = opened();
    const schedule = await made();
    await schedules.change(schedule, { kind: 'pause' });
    expect(await schedules.change(schedule, { kind: 'cancel' })).toBeNull();
    expect((await reload(schedule)).state).toBe('paused');
  });

  test('one for a time that has passed is not made', async () => {
    const rule = { kind: 'once' as const, day: '2026-01-01', time: '06:00' };
    const { schedules } = opened();
    const tenantId = newTenant();
    const wish = { owner: personOf(tenantId), where: chatOf(tenantId), heard, zone: 'UTC', missed: 'run' as const };
    expect(await schedules.make({ ...wish, work: { action: 'autopilot-sync' }, rule, askKey: 'said:1' })).toBeNull();
  });

  test('each tenant has its own, under the same numbers and people', async () => {
    const [here, there] = [await made(), await made()];
    const { schedules } = opened();
    expect(here.number).toBe(there.number);
    expect((await schedules.of(here.owner)).map(({ id }) => id)).toEqual([here.id]);
    expect((await schedules.find(there.tenantId, there.number))?.id).toBe(there.id);
    expect(await schedules.askedBy(newTenant(), 'said:1')).toBeNull();
    await schedules.forget(here.tenantId);
    expect((await reload(there)).id).toBe(there.id);
  });
});
