import fc from 'fast-check';
import { scheduleSaid } from '../../../../bot/commands/schedules/words.ts';
import { weekdays, workdays } from '../../../../bot/schedules/rule.ts';

const daily = { kind: 'weekly', days: weekdays };
const working = { kind: 'weekly', days: workdays };
const on = (...days: number[]) => ({ kind: 'weekly', days });

const away = (days: number) => ({ kind: 'in-days', days });

describe('when something is to be done is understood in every language', () => {
  test.each<[string, object]>([
    ['autopilot every weekday 06:00', { days: working, time: '06:00', rest: 'autopilot' }],
    ['Autopilot every weekday at 6:00', { days: working, time: '06:00', rest: 'Autopilot' }],
    ['every weekday at 6 autopilot', { days: working, time: '06:00', rest: 'autopilot' }],
    ['автопилот каждый будний день в 06:00', { days: working, time: '06:00', rest: 'автопилот' }],
    ['автопилот по будням в 6:30', { days: working, time: '06:30', rest: 'автопилот' }],
    ['sync autopilot every day 06:00', { days: daily, time: '06:00', rest: 'sync autopilot' }],
    ['автопилот ежедневно в 6 часов', { days: daily, time: '06:00', rest: 'автопилот' }],
    ['exchange EX01 full every monday at 8', { days: on(1), time: '08:00', rest: 'exchange EX01 full' }],
    ['exchange EX01 full Mondays and Thursdays 8 pm', { days: on(1, 4), time: '20:00', rest: 'exchange EX01 full' }],
    ['exchange EX01 полная по понедельникам в 8:00', { days: on(1), time: '08:00', rest: 'exchange EX01 полная' }],
    ['exchange EX01 каждую среду и пятницу в 8.00', { days: on(3, 5), time: '08:00', rest: 'exchange EX01' }],
    ['autopilot every weekend at noon', { days: on(6, 7), time: '12:00' }],
    ['автопилот по выходным в полночь', { days: on(6, 7), time: '00:00' }],
    ['Autopilot montags bis freitags um 06:00 Uhr', { days: working, time: '06:00', rest: 'Autopilot' }],
    ['autopilot jeden Werktag um 6', { days: working, time: '06:00', rest: 'autopilot' }],
    ['autopilot täglich 6 Uhr', { days: daily, time: '06:00', rest: 'autopilot' }],
    [
      'exchange EX01 vollständig jeden Montag um 8 Uhr',
      { days: on(1), time: '08:00', rest: 'exchange EX01 vollständig' },
    ],
    ['exchange EX01 montags und mittwochs 8.30', { days: on(1, 3), time: '08:30', rest: 'exchange EX01' }],
    ['autopilot an Wochenenden um Mitternacht', { days: on(6, 7), time: '00:00' }],
    ['autopilot morgen um 9:00', { days: { kind: 'in-days', days: 1 }, time: '09:00', rest: 'autopilot' }],
    ['autopilot am Montag um 8', { days: { kind: 'coming', day: 1 }, time: '08:00', rest: 'autopilot' }],
    [
      'autopilot am 24.12.2026 um 06:00',
      { days: { kind: 'dated', day: '2026-12-24' }, time: '06:00', rest: 'autopilot' },
    ],
    ['автопилот завтра в 6 утра', { days: { kind: 'in-days', days: 1 }, time: '06:00', rest: 'автопилот' }],
    ['автопилот по будням в 9:30 вечера', { days: working, time: '21:30', rest: 'автопилот' }],
    ['автопилот завтра в 12 дня', { time: '12:00', rest: 'автопилот' }],
    ['автопилот через 3 дня', { days: away(3), time: null, rest: 'автопилот' }],
    ['autopilot tonight at 23:30', { days: { kind: 'in-days', days: 0 }, time: '23:30', rest: 'autopilot' }],
    ['autopilot 9 pm tonight', { days: { kind: 'in-days', days: 0 }, time: '21:00', rest: 'autopilot' }],
    ['автопилот сегодня вечером в 9 вечера', { days: { kind: 'in-days', days: 0 }, time: '21:00', rest: 'автопилот' }],
    ['autopilot heute Abend um 20 Uhr', { days: { kind: 'in-days', days: 0 }, time: '20:00', rest: 'autopilot' }],
    ['autopilot tonight at 9', { days: null, rest: 'autopilot tonight' }],
    ['autopilot at 14:37', { days: null, time: '14:37', rest: 'autopilot' }],
    ['автопилот в 14:37', { days: null, time: '14:37', rest: 'автопилот' }],
    ['autopilot tomorrow 9:00', { days: { kind: 'in-days', days: 1 }, time: '09:00', rest: 'autopilot' }],
    ['автопилот завтра в 9', { days: { kind: 'in-days', days: 1 }, time: '09:00', rest: 'автопилот' }],
    ['autopilot today at 12:15 am', { days: { kind: 'in-days', days: 0 }, time: '00:15' }],
    ['autopilot on monday at 8', { days: { kind: 'coming', day: 1 }, time: '08:00' }],
    ['автопилот в понедельник в 8:00', { days: { kind: 'coming', day: 1 }, time: '08:00', rest: 'автопилот' }],
    ['autopilot 2026-12-24 06:00', { days: { kind: 'dated', day: '2026-12-24' }, time: '06:00', rest: 'autopilot' }],
    ['автопилот 24.12.2026 в 06:00', { days: { kind: 'dated', day: '2026-12-24' }, time: '06:00', rest: 'автопилот' }],
    ['autopilot every day 06:00 america/new_york', { days: daily, time: '06:00', zone: 'America/New_York' }],
    ['autopilot at 6 UTC', { time: '06:00', zone: 'UTC', rest: 'autopilot' }],
    ['autopilot for tomorrow 9:00', { time: '09:00', rest: 'autopilot' }],
    ['автопилот на завтра в 9:00', { time: '09:00', rest: 'автопилот' }],
    ['autopilot für morgen um 9:00 Uhr, bitte', { time: '09:00', rest: 'autopilot' }],
    ['autopilot sync tomorrow at 9am please!', { time: '09:00', rest: 'autopilot sync' }],
    ['autopilot пожалуйста завтра в 9', { time: '09:00', rest: 'autopilot' }],
    ['tomorrow 9:00 – autopilot', { time: '09:00', rest: 'autopilot' }],
    ['autopilot - every weekday - 06:00', { days: working, time: '06:00', rest: 'autopilot' }],
    ['on Monday at 8 for "Contoso Full" full', { time: '08:00', rest: '"Contoso Full" full' }],
    ['autopilot every day 06:00 Europe/Berlin please', { time: '06:00', zone: 'Europe/Berlin', rest: 'autopilot' }],
    ['autopilot when the clock opens please', { whenOpen: true, rest: 'autopilot' }],
  ])('%s', (typed, expected) => {
    expect(scheduleSaid(typed)).toMatchObject(expected);
  });

  test.each([
    'autopilot when the clock opens',
    'автопилот, когда часы откроются',
    'автопилот когда откроется окно',
    'autopilot, sobald das Fenster öffnet',
  ])('%s', (typed) => {
    expect(scheduleSaid(typed)).toMatchObject({ whenOpen: true, days: null, time: null });
  });
});

test.each<[string, object]>([
  ['autopilot every weekday', { time: null, rest: 'autopilot' }],
  ['autopilot at 25:00', { time: null, rest: 'autopilot at 25:00' }],
  ['autopilot at 13 pm', { time: null }],
  ['exchange EX01 full', { days: null, time: null, rest: 'exchange EX01 full' }],
  ['exchange Monday01 full', { days: null, rest: 'exchange Monday01 full' }],
  ['exchange "EX 01" at 8', { time: '08:00', rest: 'exchange "EX 01"' }],
  ['exchange "Monday Mail" full daily at 8', { days: daily, time: '08:00', rest: 'exchange "Monday Mail" full' }],
  [
    'exchange "Tuesday" and «06:00» Mondays 8:00',
    { days: on(1), time: '08:00', rest: 'exchange "Tuesday" and «06:00»' },
  ],
  ['exchange for-EX01- full at 8', { time: '08:00', rest: 'exchange for-EX01- full' }],
  ['exchange for all full', { time: null, rest: 'exchange for all full' }],
  ['autopilot 5CG4200R01 every weekday 06:00', { time: '06:00', rest: 'autopilot 5CG4200R01' }],
  ['exchange MON-EX01 full at 8', { days: null, time: '08:00', rest: 'exchange MON-EX01 full' }],
])('what was not said is not guessed: %s', (typed, expected) => {
  expect(scheduleSaid(typed)).toMatchObject(expected);
});

test('whatever is typed, nothing breaks, and a time is one of a day', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const { time } = scheduleSaid(typed);
      expect(time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }),
  );
});
