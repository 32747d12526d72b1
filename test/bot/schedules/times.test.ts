import type { Schedule, ScheduleId } from '../../../bot/schedules/schedule.ts';
import { momentOf, timesFrom } from '../../../bot/schedules/times.ts';
import { chatOf, heard, newTenant, personOf } from '../store/samples.ts';

const at = (iso: string) => new Date(iso);
const tenantId = newTenant();

/** Every weekday 06:00 in Berlin, made on a Monday noon in winter: Tuesday 05:00 UTC. */
const daily = (change: Partial<Schedule> = {}): Schedule => {
  const rule = { kind: 'weekly' as const, days: [1, 2, 3, 4, 5] as const, time: '06:00' };
  return {
    ...{
      id: '1' as ScheduleId,
      tenantId,
      number: 1,
      owner: personOf(tenantId),
      reader: heard,
      heard,
      where: chatOf(tenantId),
    },
    ...{ work: { action: 'autopilot-sync' }, rule, zone: 'Europe/Berlin', missed: 'run', revision: 1 },
    ...{ madeAt: at('2026-03-02T12:00:00Z'), warned: false, last: null },
    ...timesFrom({ rule, zone: 'Europe/Berlin' }, at('2026-03-02T12:00:00Z')),
    ...change,
  };
};
const nextAt = at('2026-03-03T05:00:00Z');
const nextDay = at('2026-03-04T05:00:00Z');

test('it is looked at an hour before its time, and at its time', () => {
  const schedule = daily();
  expect(schedule).toMatchObject({ nextAt, dueAt: at('2026-03-03T04:00:00Z') });
  expect(momentOf(schedule, at('2026-03-03T03:59:00Z'), false)).toBeNull();
  const looked = momentOf(schedule, at('2026-03-03T04:00:00Z'), false);
  expect(looked).toMatchObject({ does: 'nothing', warns: false, next: { nextAt, dueAt: nextAt, revision: 2 } });
});

test('one that is nearer than an hour is looked at when its time has come', () => {
  const rule = { kind: 'weekly' as const, days: [2] as const, time: '06:00' };
  expect(timesFrom({ rule, zone: 'Europe/Berlin' }, at('2026-03-03T04:30:00Z'))).toMatchObject({
    nextAt,
    dueAt: nextAt,
  });
});

test('at its time it runs, and waits for the next one', () => {
  const moment = momentOf(daily({ dueAt: nextAt }), at('2026-03-03T05:00:01Z'), false);
  expect(moment).toMatchObject({ does: 'run', missedAt: null, warns: false });
  expect(moment?.next).toMatchObject({ state: 'active', nextAt: nextDay, last: { at: nextAt, became: 'ran' } });
});

test('what was to be once has ended when it ran', () => {
  const once = daily({ rule: { kind: 'once', day: '2026-03-03', time: '06:00' }, dueAt: nextAt });
  const moment = momentOf(once, nextAt, false);
  expect(moment).toMatchObject({ does: 'run', next: { state: 'ended', nextAt: null, dueAt: null } });
});

describe('a time that was missed for days', () => {
  const late = at('2026-03-06T12:00:00Z');

  test('is made up for once, and said', () => {
    const moment = momentOf(daily({ dueAt: nextAt }), late, false);
    expect(moment).toMatchObject({ does: 'run', missedAt: nextAt, next: { nextAt: at('2026-03-09T05:00:00Z') } });
  });

  test('is left out if that was chosen, and said', () => {
    const moment = momentOf(daily({ dueAt: nextAt, missed: 'skip' }), late, false);
    expect(moment).toMatchObject({ does: 'skip', missedAt: nextAt, next: { last: { became: 'missed' } } });
  });

  test('a few minutes are not late', () => {
    expect(momentOf(daily({ dueAt: nextAt, missed: 'skip' }), at('2026-03-03T05:05:00Z'), false)?.does).toBe('run');
  });
});

describe('while nothing can be done in its owner’s name', () => {
  const hourBefore = at('2026-03-03T04:00:00Z');
  const warned = momentOf(daily(), hourBefore, true)?.next ?? daily();

  test('its owner is told before the time, once', () => {
    expect(momentOf(daily(), hourBefore, true)).toMatchObject({ does: 'nothing', warns: true });
    expect(warned).toMatchObject({ warned: true, dueAt: nextAt });
    expect(momentOf(warned, nextAt, true)).toMatchObject({ does: 'nothing', warns: false });
  });

  test('its time waits for them for eight hours, and then is left out without another word', () => {
    const waits = momentOf(warned, nextAt, true)?.next ?? daily();
    expect(waits).toMatchObject({ nextAt, dueAt: at('2026-03-03T13:00:00Z') });
    const over = momentOf(waits, at('2026-03-03T13:00:00Z'), true);
    expect(over).toMatchObject({ does: 'skip', warns: false, missedAt: null });
    expect(over?.next).toMatchObject({ nextAt: nextDay, warned: true, last: { became: 'signed-out', at: nextAt } });
  });

  test('whoever signs in within that time still gets it, once', () => {
    const waits = momentOf(warned, nextAt, true)?.next ?? daily();
    const signedIn = momentOf({ ...waits, dueAt: at('2026-03-03T08:00:00Z') }, at('2026-03-03T08:00:00Z'), false);
    expect(signedIn).toMatchObject({ does: 'run', missedAt: nextAt, next: { nextAt: nextDay, warned: false } });
  });

  test('where missed times are left out, it does not wait', () => {
    const moment = momentOf(daily({ dueAt: nextAt, missed: 'skip' }), nextAt, true);
    expect(moment).toMatchObject({ does: 'skip', warns: true, next: { last: { became: 'signed-out' } } });
  });

  test('whoever signs in before the time is no longer asked to', () => {
    const moment = momentOf({ ...warned, dueAt: at('2026-03-03T04:30:00Z') }, at('2026-03-03T04:30:00Z'), false);
    expect(moment).toMatchObject({ does: 'nothing', warns: false, next: { warned: false, dueAt: nextAt } });
  });
});
