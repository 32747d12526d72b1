import { checkInOf } from '../../../bot/knowledge/check-in.ts';

const now = new Date('2026-03-02T12:00:00Z');
const minutes = (count: number) => count * 60_000;
const ago = (count: number) => new Date(now.getTime() - minutes(count));
const eightHours = minutes(8 * 60);

test.each([
  ['Windows', 0, 3],
  ['Windows', 14, 3],
  ['Windows', 15, 15],
  ['Android', 134, 15],
  ['Android', 135, 480],
  ['Windows', 60 * 24, 480],
  ['iPadOS', 0, 15],
  ['iOS', 59, 15],
  ['macOS', 60, 480],
])('a %s device enrolled %i minutes ago checks in every %i minutes', (os, age, every) => {
  const checkIn = checkInOf({ os, enrolledAt: ago(age), lastSyncAt: ago(1), now });
  expect(checkIn).toEqual({
    everyMs: minutes(every),
    nextAt: new Date(ago(1).getTime() + minutes(every)),
  });
});

test('a device whose enrolment is in our future is fresh: two clocks differ', () => {
  expect(checkInOf({ os: 'iOS', enrolledAt: ago(-2), lastSyncAt: null, now })?.everyMs).toBe(minutes(15));
});

test('without the time of enrolment the usual rhythm is told', () => {
  expect(checkInOf({ os: 'iOS', enrolledAt: null, lastSyncAt: ago(60), now })).toEqual({
    everyMs: eightHours,
    nextAt: new Date(ago(60).getTime() + eightHours),
  });
});

test('of a device that never checked in, or missed its time, nobody can say when it will', () => {
  const silent = (lastSyncAt: Date | null) => checkInOf({ os: 'iOS', enrolledAt: ago(100_000), lastSyncAt, now });
  expect(silent(null)).toEqual({ everyMs: eightHours, nextAt: null });
  expect(silent(ago(8 * 60))).toEqual({ everyMs: eightHours, nextAt: null });
  expect(silent(ago(41 * 24 * 60))).toEqual({ everyMs: eightHours, nextAt: null });
});

test('of a platform without a documented rhythm nothing is told', () => {
  expect(checkInOf({ os: 'Linux', enrolledAt: ago(1), lastSyncAt: ago(1), now })).toBeNull();
});
