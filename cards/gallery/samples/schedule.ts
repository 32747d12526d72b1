import { scheduleExamples } from '../../../bot/commands/schedules/examples.ts';
import { signInButton } from '../../../bot/views/account-view.ts';
import { sayButton, scheduleButton } from '../../../bot/views/buttons.ts';
import type { PressButton } from '../../kit/press-button.ts';
import { type ScheduleView, schedule } from '../../schedule.ts';
import { type ScheduleFormView, scheduleForm } from '../../schedule-form.ts';
import { type ScheduleListView, scheduleList } from '../../schedule-list.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ana, hostileNames, longName, now } from './invented.ts';

const inHours = (hours: number) => new Date(now.getTime() + hours * 60 * 60_000);
const weekdayMornings = { kind: 'weekly', days: [1, 2, 3, 4, 5], time: '06:00', zone: 'Europe/Berlin' } as const;
const mondays = { kind: 'weekly', days: [1, 4], time: '08:00', zone: 'America/New_York' } as const;
const christmas = { kind: 'once', day: '2026-12-24', time: '14:37', zone: 'Europe/Berlin' } as const;

const one =
  (change: Partial<ScheduleView>) =>
  (words: Words): ScheduleView => ({
    ...{ practice: true, now, number: 3, title: words.say('action.autopilot-sync'), what: null },
    ...{ rule: weekdayMornings, state: { kind: 'next', at: inHours(17) }, missed: 'run', last: null },
    ...{ owner: ana, readerIsOwner: true },
    buttons: buttonsFor(change.state?.kind ?? 'next', words),
    ...change,
  });

/** As bot/views/schedules chooses them. */
function buttonsFor(state: ScheduleView['state']['kind'], words: Words): PressButton[] {
  if (state === 'ended') return [sayButton('schedules', words), sayButton('help', words)];
  const go = (press: 'retime' | 'pause' | 'resume' | 'cancel', title: string): PressButton => ({
    title,
    press: { press: 'schedule', schedule: 3, go: press },
  });
  return [
    ...(state === 'sign-in' ? [signInButton(words)] : []),
    go('retime', words.say('button.retime')),
    state === 'paused' ? go('resume', words.say('button.resume')) : go('pause', words.say('button.pause')),
    sayButton('schedules', words),
    go('cancel', words.say('button.cancel-schedule')),
  ];
}

export const scheduleSamples = shown({
  name: 'schedule',
  about: 'Something that is done at its times, in its owner’s name.',
  card: schedule,
  states: {
    'just made': one({}),
    'it ran': one({ last: { at: inHours(-7), became: 'ran', run: 17 } }),
    'a time was left out': one({ missed: 'skip', last: { at: inHours(-7), became: 'missed', run: null } }),
    'its owner has to sign in': one({
      state: { kind: 'sign-in', at: inHours(1) },
      last: { at: inHours(-7), became: 'signed-out', run: null },
    }),
    'in another time zone': one({ rule: mondays, state: { kind: 'next', at: inHours(40) } }),
    once: one({ rule: christmas, state: { kind: 'next', at: new Date('2026-12-24T13:37:00Z') }, missed: 'skip' }),
    'somebody else’s, paused': one({ readerIsOwner: false, state: { kind: 'paused' }, owner: longName }),
    ended: one({ state: { kind: 'ended' }, rule: christmas, owner: hostileNames['a link'] }),
    'nothing was left to do': one({ last: { at: inHours(-7), became: 'not-planned', run: null } }),
    'connectors with hostile names': (words) =>
      one({
        title: words.say('action.exchange-sync'),
        what: words.say('schedule.what.exchange', {
          sync: 'full',
          names: words.list([hostileNames['a link'], longName]),
        }),
        practice: false,
      })(words),
  },
});

const listed =
  (change: Partial<ScheduleListView>) =>
  (words: Words): ScheduleListView => ({
    ...{ practice: true, now, more: 0, other: null, booked: [], rows: [], examples: scheduleExamples(words) },
    buttons: [
      ...(change.rows ?? []).map(({ number }) => scheduleButton(number, words)),
      sayButton('runs', words),
      sayButton('help', words),
    ],
    ...change,
  });

export const scheduleListSamples = shown({
  name: 'schedule-list',
  about: 'What is done later in the reader’s name.',
  card: scheduleList,
  states: {
    nothing: listed({ practice: false }),
    several: (words) =>
      listed({
        more: 2,
        other: 5,
        booked: [{ number: 17, title: words.say('action.autopilot-sync'), at: inHours(0.1) }],
        rows: [
          {
            number: 3,
            title: words.say('action.autopilot-sync'),
            rule: weekdayMornings,
            state: { kind: 'next', at: inHours(17) },
          },
          {
            number: 5,
            title: words.say('action.exchange-sync'),
            rule: mondays,
            state: { kind: 'sign-in', at: inHours(40) },
          },
          { number: 12, title: words.say('action.autopilot-sync'), rule: christmas, state: { kind: 'paused' } },
        ],
      })(words),
  },
});

const asked =
  (change: Partial<ScheduleFormView>) =>
  (words: Words): ScheduleFormView => ({
    ...{ practice: true, now, title: words.say('action.autopilot-sync'), what: null, zone: 'Europe/Berlin' },
    days: [
      { value: 'on:2026-12-24', days: { kind: 'dated', day: '2026-12-24' } },
      ...([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
        value: `coming:${day}`,
        days: { kind: 'coming' as const, day },
      })),
      { value: 'in:0', days: { kind: 'in-days', days: 0 } },
      { value: 'in:1', days: { kind: 'in-days', days: 1 } },
      { value: 'weekly:12345', days: { kind: 'weekly', days: [1, 2, 3, 4, 5] } },
      { value: 'weekly:67', days: { kind: 'weekly', days: [6, 7] } },
      { value: 'weekly:1234567', days: { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] } },
      ...([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
        value: `weekly:${day}`,
        days: { kind: 'weekly' as const, days: [day] },
      })),
    ],
    ...{ chosen: 'weekly:12345', time: '', missed: 'run', complaint: null },
    buttons: [
      {
        title: words.say('schedule.form.save'),
        press: { press: 'schedule-times', form: 'f', nonce: 'n', issuedAt: now },
        main: true,
      },
      sayButton('schedules', words),
    ],
    ...change,
  });

export const scheduleFormSamples = shown({
  name: 'schedule-form',
  about: 'On which days, and when.',
  card: scheduleForm,
  states: {
    empty: asked({}),
    'no time of a day': asked({ time: 'soon', complaint: 'time' }),
    'a day that no calendar has': asked({ complaint: 'day' }),
    'the time has passed': asked({ time: '06:00', chosen: 'in:0', complaint: 'past', missed: 'skip', practice: false }),
  },
});
