import fc from 'fast-check';
import { minutesAt, nextTimeOfDay, quietHoursIn, quietUntil, timeOfDay } from '../../../bot/knowledge/local-time.ts';
import { nextTime } from '../../../bot/schedules/next-time.ts';
import { weekdays } from '../../../bot/schedules/rule.ts';

const berlin = 'Europe/Berlin';
const at = (iso: string) => new Date(iso);
const zones = fc.constantFrom(berlin, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC', 'Asia/Tokyo');
const moments = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z') / 1000, max: Date.parse('2027-12-31T00:00:00Z') / 1000 })
  .map((seconds) => new Date(seconds * 1000));
/** On which the clocks of these zones change. */
const nights = fc
  .record({
    day: fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31'),
    minutes: fc.integer({ min: 0, max: 2 * 24 * 60 }),
  })
  .map(({ day, minutes }) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));

test('the next seven in the morning is the one of that zone', () => {
  expect(nextTimeOfDay(berlin, 7 * 60, at('2026-03-02T22:00:00Z'))).toEqual(at('2026-03-03T06:00:00Z'));
  expect(nextTimeOfDay('America/New_York', 7 * 60, at('2026-03-02T11:59:59Z'))).toEqual(at('2026-03-02T12:00:00Z'));
  expect(nextTimeOfDay('America/New_York', 7 * 60, at('2026-03-02T12:00:00Z'))).toEqual(at('2026-03-03T12:00:00Z'));
});

test('through the changes between winter and summer', () => {
  expect(nextTimeOfDay(berlin, 7 * 60, at('2026-03-28T21:00:00Z'))).toEqual(at('2026-03-29T05:00:00Z'));
  expect(nextTimeOfDay(berlin, 7 * 60, at('2026-10-24T20:00:00Z'))).toEqual(at('2026-10-25T06:00:00Z'));
});

test('quiet hours that end within the hour that clocks skip end with it', () => {
  const hours = { from: 22 * 60, to: 2 * 60 + 30 };
  expect(quietUntil(hours, 'America/New_York', at('2026-03-08T06:00:00Z'))).toEqual(at('2026-03-08T07:00:00Z'));
  expect(quietUntil(hours, berlin, at('2026-03-29T00:00:00Z'))).toEqual(at('2026-03-29T01:00:00Z'));
  expect(quietUntil(hours, berlin, at('2026-03-29T01:00:00Z'))).toBeNull();
});

test('quiet hours that end within the hour that comes twice end when it comes first', () => {
  const hours = { from: 22 * 60, to: 2 * 60 + 30 };
  expect(quietUntil(hours, berlin, at('2026-10-25T00:00:00Z'))).toEqual(at('2026-10-25T00:30:00Z'));
});

test('a time of day is the same moment here as for a schedule, also in the nights in which clocks change', () => {
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 239 }), nights, (zone, minutes, now) => {
      const rule = { kind: 'weekly', days: weekdays, time: timeOfDay(minutes) } as const;
      expect(nextTimeOfDay(zone, minutes, now)).toEqual(nextTime(rule, zone, now));
    }),
    { numRuns: 500 },
  );
});

test('wherever and whenever it is asked, it comes within 25 hours and clocks then show it, but where they skip it', () => {
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 1439 }), moments, (zone, minutes, now) => {
      const next = nextTimeOfDay(zone, minutes, now);
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 60 * 60_000);
      const off = Math.abs(minutesAt(zone, next) - minutes);
      expect(Math.min(off, 1440 - off)).toBeLessThanOrEqual(60);
    }),
  );
});

test.each([
  ['22:00-07:00', { from: 1320, to: 420 }],
  ['22-7', { from: 1320, to: 420 }],
  [' 8:30 – 17:05 ', { from: 510, to: 1025 }],
  ['22:00-22:00', null],
  ['25:00-07:00', null],
  ['22:60-07:00', null],
  ['never', null],
  ['', null],
])('quiet hours %j', (text, hours) => {
  expect(quietHoursIn(text)).toEqual(hours);
});

test('quiet hours over midnight hold on both sides of it, and end in the morning', () => {
  const hours = { from: 22 * 60, to: 7 * 60 };
  const end = at('2026-03-03T06:00:00Z');
  expect(quietUntil(hours, berlin, at('2026-03-02T20:59:00Z'))).toBeNull();
  expect(quietUntil(hours, berlin, at('2026-03-02T21:00:00Z'))).toEqual(end);
  expect(quietUntil(hours, berlin, at('2026-03-03T01:40:00Z'))).toEqual(end);
  expect(quietUntil(hours, berlin, end)).toBeNull();
});

test('quiet hours within a day', () => {
  const hours = { from: 12 * 60, to: 13 * 60 };
  expect(quietUntil(hours, berlin, at('2026-03-02T11:30:00Z'))).toEqual(at('2026-03-02T12:00:00Z'));
  expect(quietUntil(hours, berlin, at('2026-03-02T12:00:00Z'))).toBeNull();
});

test('a time of day reads as on a clock', () => {
  expect([timeOfDay(0), timeOfDay(425), timeOfDay(1439)]).toEqual(['00:00', '07:05', '23:59']);
});
