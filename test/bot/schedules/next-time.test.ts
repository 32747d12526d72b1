import fc from 'fast-check';
import { nextTime } from '../../../bot/schedules/next-time.ts';
import { type Rule, type Weekday, weekdays, workdays } from '../../../bot/schedules/rule.ts';

const daily = (time: string): Rule => ({ kind: 'weekly', days: weekdays, time });
const weekly = (days: readonly Weekday[], time: string): Rule => ({ kind: 'weekly', days, time });
const once = (day: string, time: string): Rule => ({ kind: 'once', day, time });

/** The next few times, each found from the one before. */
function times(rule: Rule, zone: string, after: string, count: number): (string | null)[] {
  const found: (string | null)[] = [];
  for (let at: Date | null = new Date(after); at && found.length < count; ) {
    at = nextTime(rule, zone, at);
    found.push(at?.toISOString() ?? null);
  }
  return found;
}

describe('a weekly time is the same on the wall, whatever the clocks do', () => {
  test('every weekday 06:00 in Berlin leaves out the weekend in which clocks are set forward', () => {
    expect(times(weekly(workdays, '06:00'), 'Europe/Berlin', '2026-03-26T12:00:00Z', 3)).toEqual([
      '2026-03-27T05:00:00.000Z',
      '2026-03-30T04:00:00.000Z',
      '2026-03-31T04:00:00.000Z',
    ]);
  });

  test('02:30 in Berlin does not exist on 29 March 2026, so it is 03:00 there, once', () => {
    expect(times(daily('02:30'), 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  test('02:30 in Berlin exists twice on 25 October 2026, and counts once', () => {
    expect(times(daily('02:30'), 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  test('between the two 02:30 of that night the next one is tomorrow’s', () => {
    expect(times(daily('02:30'), 'Europe/Berlin', '2026-10-25T01:00:00Z', 1)).toEqual(['2026-10-26T01:30:00.000Z']);
  });

  test('02:30 in New York does not exist on 8 March 2026, so it is 03:00 there, once', () => {
    expect(times(daily('02:30'), 'America/New_York', '2026-03-07T12:00:00Z', 2)).toEqual([
      '2026-03-08T07:00:00.000Z',
      '2026-03-09T06:30:00.000Z',
    ]);
  });

  test('01:30 in New York exists twice on 1 November 2026, and counts once', () => {
    expect(times(daily('01:30'), 'America/New_York', '2026-10-31T12:00:00Z', 2)).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-02T06:30:00.000Z',
    ]);
  });

  test('Sunday is a day of its own', () => {
    expect(times(weekly([7], '08:00'), 'UTC', '2026-11-21T12:00:00Z', 2)).toEqual([
      '2026-11-22T08:00:00.000Z',
      '2026-11-29T08:00:00.000Z',
    ]);
  });
});

describe('a time that is to be once', () => {
  test('comes once', () => {
    expect(times(once('2026-11-25', '14:37'), 'Europe/Berlin', '2026-11-21T12:00:00Z', 3)).toEqual([
      '2026-11-25T13:37:00.000Z',
      null,
    ]);
  });

  test('is the first one after a gap, and the first of two', () => {
    expect(times(once('2026-03-29', '02:30'), 'Europe/Berlin', '2026-03-01T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      null,
    ]);
    expect(times(once('2026-11-01', '01:30'), 'America/New_York', '2026-10-01T12:00:00Z', 2)).toEqual([
      '2026-11-01T05:30:00.000Z',
      null,
    ]);
  });

  test('never comes on a day that does not exist, or that is over', () => {
    expect(times(once('2027-02-29', '09:00'), 'UTC', '2026-11-21T12:00:00Z', 1)).toEqual([null]);
    expect(times(once('2026-11-20', '09:00'), 'UTC', '2026-11-21T12:00:00Z', 1)).toEqual([null]);
  });
});

test('whatever the day and zone: the next daily time is later, a day and an hour away at most, and shows that time unless it was skipped', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kolkata', 'UTC'];
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
  const clocks = fc.record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) });
  fc.assert(
    fc.property(moments, clocks, fc.constantFrom(...zones), (ms, { h, m }, zone) => {
      const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
      const at = nextTime(daily(time), zone, new Date(ms));
      const awayMs = (at?.getTime() ?? 0) - ms;
      expect(awayMs).toBeGreaterThan(0);
      expect(awayMs).toBeLessThanOrEqual(25 * 60 * 60_000);
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
        at ?? 0,
      );
      // A gap is an hour at most, so what it swallowed comes within the next one.
      const minutesLater = (Number(wall.slice(0, 2)) - h) * 60 + Number(wall.slice(3)) - m;
      expect((minutesLater + 1440) % 1440).toBeLessThanOrEqual(60);
    }),
  );
});
