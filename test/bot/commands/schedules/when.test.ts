import fc from 'fast-check';
import { daysFrom, daysHere, daysValue, ruleFor } from '../../../../bot/commands/schedules/rule.ts';
import { scheduleSaid } from '../../../../bot/commands/schedules/words.ts';
import { nextTime } from '../../../../bot/schedules/next-time.ts';

const minute = 60_000;
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];

/** Wednesday 25 November 2026, 09:40 in Berlin. */
const now = new Date('2026-11-25T08:40:20Z');
const ruleOf = (typed: string, at = now, zone = 'Europe/Berlin') => ruleFor({ ...scheduleSaid(typed), zone }, at);

describe('a time that is so long from now', () => {
  test.each([
    ['in 2 hours', 120],
    ['in 2h', 120],
    ['in two hours', 120],
    ['in an hour', 60],
    ['in 1.5 hours', 90],
    ['in an hour and a half', 90],
    ['in 30 minutes', 30],
    ['in 30 min', 30],
    ['in half an hour', 30],
    ['in 2 hours and 30 minutes', 150],
    ['через 2 часа', 120],
    ['через два часа', 120],
    ['через час', 60],
    ['через полчаса', 30],
    ['через полтора часа', 90],
    ['через 1,5 часа', 90],
    ['через 30 минут', 30],
    ['через минуту', 1],
    ['через 2 ч 30 мин', 150],
    ['in 2 Stunden', 120],
    ['in zwei Stunden', 120],
    ['in einer Stunde', 60],
    ['in einer halben Stunde', 30],
    ['in anderthalb Stunden', 90],
    ['in 30 Minuten', 30],
  ])('%s', (phrase, after) => {
    const expected = { days: null, time: null, after, rest: 'autopilot' };
    expect(scheduleSaid(`autopilot ${phrase}`)).toMatchObject(expected);
    expect(scheduleSaid(`${phrase} autopilot`)).toMatchObject(expected);
  });

  test('is told as a time of day', () => {
    expect(ruleOf('in 2 hours')).toEqual({
      ...{ kind: 'rule', zone: 'Europe/Berlin' },
      rule: { kind: 'once', day: '2026-11-25', time: '11:40' },
    });
    expect(ruleOf('через 20 часов')).toMatchObject({ rule: { day: '2026-11-26', time: '05:40' } });
  });

  test('is kept where clocks are set back meanwhile, and shows that time of day twice', () => {
    const night = new Date('2026-10-25T00:45:00Z');
    expect(ruleOf('in 30 minutes', night)).toEqual({
      ...{ kind: 'rule', zone: 'UTC' },
      rule: { kind: 'once', day: '2026-10-25', time: '01:15' },
    });
  });

  test('whenever and wherever it is said, it is that long, to the minute', () => {
    const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60_000 }), fc.constantFrom(...zones), (ms, after, zone) => {
        const said = ruleFor({ days: null, time: null, after, zone }, new Date(ms));
        if (said.kind !== 'rule') throw new Error(`no rule, but ${said.kind}`);
        const at = nextTime(said.rule, said.zone, new Date(ms))?.getTime() ?? 0;
        const late = ms + after * minute - at;
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(minute);
      }),
    );
  });
});

describe('a day', () => {
  test.each([
    ['in 3 days', '2026-11-28'],
    ['in three days', '2026-11-28'],
    ['in a week', '2026-12-02'],
    ['через 3 дня', '2026-11-28'],
    ['через неделю', '2026-12-02'],
    ['через две недели', '2026-12-09'],
    ['in 3 Tagen', '2026-11-28'],
    ['in einer Woche', '2026-12-02'],
    ['1 december', '2026-12-01'],
    ['december 1', '2026-12-01'],
    ['on December 1st', '2026-12-01'],
    ['on the 1st of december', '2026-12-01'],
    ['1 dec', '2026-12-01'],
    ['1 december 2027', '2027-12-01'],
    ['December 1, 2027', '2027-12-01'],
    ['1 декабря', '2026-12-01'],
    ['1-го декабря', '2026-12-01'],
    ['на 1 декабря', '2026-12-01'],
    ['1 декабря 2027 года', '2027-12-01'],
    ['1. Dezember', '2026-12-01'],
    ['am 1. Dezember', '2026-12-01'],
    ['am 1.Dez. 2027', '2027-12-01'],
    ['3. März', '2027-03-03'],
    ['24 november', '2027-11-24'],
    ['25 november', '2026-11-25'],
    ['29 february', '2028-02-29'],
    ['next monday', '2026-11-30'],
    ['on next Monday', '2026-11-30'],
    ['next wednesday', '2026-12-02'],
    ['в следующий понедельник', '2026-11-30'],
    ['в следующую среду', '2026-12-02'],
    ['nächsten Montag', '2026-11-30'],
    ['am naechsten Mittwoch', '2026-12-02'],
    ['on friday', '2026-11-27'],
    ['this friday', '2026-11-27'],
    ['on wednesday', '2026-11-25'],
    ['в пятницу', '2026-11-27'],
    ['в эту пятницу', '2026-11-27'],
    ['в ближайший понедельник', '2026-11-30'],
    ['am Freitag', '2026-11-27'],
    ['diesen Freitag', '2026-11-27'],
  ])('%s', (phrase, day) => {
    for (const typed of [
      ...[`autopilot ${phrase} 10:00`, `autopilot at 10:00 ${phrase}`, `${phrase} в 10:00 autopilot`],
      ...[`autopilot ${phrase}, at 10 am`, `autopilot ${phrase} um 10 Uhr`],
    ]) {
      expect(scheduleSaid(typed).rest).toBe('autopilot');
      expect(ruleOf(typed)).toMatchObject({ kind: 'rule', rule: { kind: 'once', day, time: '10:00' } });
    }
    const { days } = scheduleSaid(`autopilot ${phrase}`);
    expect(ruleOf(`autopilot ${phrase}`)).toEqual({ kind: 'time' });
    const here = daysHere(days, { zone: 'Europe/Berlin', now });
    expect(daysFrom(daysValue(here))).toEqual(here);
  });

  test.each([
    ['25 november 09:00', 'past'],
    ['25 november 2025 09:00', 'past'],
    ['30 february 09:00', 'day'],
    ['december 32 09:00', 'day'],
    ['29 february 2027 09:00', 'day'],
  ])('%s never comes, and is not another one', (typed, kind) => {
    expect(ruleOf(typed)).toEqual({ kind });
  });

  test('next Monday is not today, however early it is; on Monday may be', () => {
    const monday = new Date('2026-11-30T05:00:00Z');
    expect(ruleOf('next monday 9:00', monday)).toMatchObject({ rule: { day: '2026-12-07' } });
    expect(ruleOf('on monday 9:00', monday)).toMatchObject({ rule: { day: '2026-11-30' } });
  });
});

test.each([
  ...['in 0 minutes', 'in hours', 'in 2 hours at 6', 'через день', 'in 5000 hours', 'next week', 'next mondays'],
  ...['next monday and friday', 'this monday and friday', 'monday 1 december', 'EX-01 dec', '06:00 december'],
])('%s is left to be asked for', (typed) => {
  expect(scheduleSaid(`autopilot ${typed}`).rest).not.toBe('autopilot');
});

const spans = fc.constantFrom('in 2 hours', 'через 3 дня', '1 december', 'nächsten Montag', 'в пятницу', 'in a week');
test.each([
  ['06:00 december 1', '2026-12-01', '06:00'],
  ['at 6 december 1', '2026-12-01', '06:00'],
  ['december 1 6 am', '2026-12-01', '06:00'],
  ['1 december 20:00', '2026-12-01', '20:00'],
  ['1 декабря в 6 утра', '2026-12-01', '06:00'],
  ['через 3 дня в 6', '2026-11-28', '06:00'],
  ['in 999 weeks 06:00', '2046-01-17', '06:00'],
])('a number beside a month is a day or a time: %s', (typed, day, time) => {
  expect(scheduleSaid(`autopilot ${typed}`).rest).toBe('autopilot');
  expect(ruleOf(typed)).toMatchObject({ rule: { day, time } });
});

test('what else was said stays as it was, on either side of it', () => {
  const names = fc.stringMatching(/^[A-Z]{2}-?\d{2}[A-Z]$/);
  fc.assert(
    fc.property(names, spans, names, (one, span, other) => {
      expect(scheduleSaid(`${one} ${span} ${other}`).rest).toBe(`${one} ${other}`);
      expect(scheduleSaid(`"${span}" ${one}`)).toMatchObject({ days: null, after: null, rest: `"${span}" ${one}` });
    }),
  );
});
