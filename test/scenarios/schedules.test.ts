import { rm } from 'node:fs/promises';
import { until } from '../helpers/chat.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { readyFolder } from '../helpers/ready.ts';
import { deskForEach } from './desk-for-each.ts';
import { deviceOf, offers, plans, sends } from './payload-forms.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Two hours from now, as a wall in Berlin shows it, so that these stories do not depend on the hour at which they are told. */
const soon = (desk: Desk) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(
    desk.clock.now().getTime() + 2 * hour,
  );

/** As the days and hours pass: once before that time, and once a moment after it. */
async function comesSoon(desk: Desk): Promise<void> {
  await desk.clock.goesOn(1.5 * hour);
  await desk.clock.goesOn(0.5 * hour);
}

const deskNow = deskForEach();

describe('schedules', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = deskNow();
  });

  test('every day at a time: made in words, run at the time, and told', async () => {
    const time = soon(desk);
    await desk.ana.says(`schedule sync autopilot every day ${time}`);
    const made = await desk.ana.sees(/Autopilot sync · schedule 1/);
    expect(made.card.fallbackText).toContain(`every day at ${time}`);
    expect(made.card.fallbackText).toContain(`It runs next at ${time} (`);
    expect(desk.posts()).toHaveLength(0);
    await comesSoon(desk);
    await desk.ana.sees(/Accepted|Working/);
    expect(desk.posts()).toHaveLength(1);
    await desk.clock.goesOn(minute);
    await desk.ana.sees(/^Done$/m);
    await desk.ana.says('schedule 1');
    expect((await desk.ana.sees(/as run 1\./)).card.fallbackText).toContain(`Last time: ${time} (`);
  });

  test.each([
    ['schedule sync autopilot 2026-25-11 06:00', /Autopilot sync: when\?/],
    ['schedule autopilot 30.02.2027', /Autopilot sync: when\?/],
  ])('%s: a day that no calendar has is said to be none, and nothing is scheduled', async (typed, form) => {
    await desk.ana.says(typed);
    const { card } = await desk.ana.sees(form);
    expect(card.fallbackText).toContain('There is no such day.');
    expect(JSON.stringify(card)).toMatch(/"id":"days"[^{]*"value":"in:1"|"value":"in:1"[^{}]*"id":"days"/);
    await desk.ana.says('schedules');
    await desk.ana.sees(/Nothing is scheduled|no schedules/i);
  });

  test('a schedule that is given a day that no calendar has keeps its own', async () => {
    await desk.ana.says('schedule autopilot every weekday 06:00');
    await desk.ana.sees(/Autopilot sync · schedule 1/);
    await desk.ana.says('schedule 1 2026-25-11 06:00');
    await desk.ana.sees(/There is no such day\./);
    await desk.ana.says('schedule 1');
    await desk.ana.sees(/every weekday at 06:00/);
  });

  test('in so many hours, and on a date without its year: once, at that time of day', async () => {
    await desk.ana.says('schedule sync autopilot in 2 hours');
    const made = await desk.ana.sees(/Autopilot sync · schedule 1/);
    expect(made.card.fallbackText).toContain(`at ${soon(desk)}`);
    await comesSoon(desk);
    await desk.ana.sees(/Accepted|Working/);
    expect(desk.posts()).toHaveLength(1);
  });

  test('a date that is said first is no number of a schedule, and one behind that number gives it another time', async () => {
    await desk.ana.says('schedule autopilot every weekday 06:00');
    await desk.ana.sees(/Autopilot sync · schedule 1/);
    await desk.ana.says('schedule 1 december 07:00 autopilot');
    await desk.ana.sees(/schedule 2[\s\S]*once, on .*1.* at 07:00/);
    await desk.ana.says('schedule 1');
    await desk.ana.sees(/every weekday at 06:00/);
    await desk.ana.says('schedule 1 december 1 08:00');
    await desk.ana.sees(/schedule 1[\s\S]*once, on .*1.* at 08:00/);
    await desk.ana.says('schedule 2 next monday');
    await desk.ana.sees(/Autopilot sync: when\?/);
    await desk.ana.says('schedule 2');
    await desk.ana.sees(/schedule 2[\s\S]*at 07:00/);
  });

  test.each([
    ...[
      'sync autopilot tomorrow',
      'sync autopilot in 2 hours',
      'autopilot tomorrow at 6',
      'sync autopilot next monday',
    ],
    ...['sync autopilot every weekday 06:00', 'sync autopilot at 6 please', 'autopilot on 1 december'],
    ...['автопилот на завтра', 'синхронизировать автопилот через 2 часа', 'автопилот в следующий понедельник в 9:00'],
    ...['autopilot synchronisieren in 2 Stunden', 'autopilot am 1. Dezember um 6 Uhr'],
  ])('%s: shown as the schedule that it would be, and nothing starts or is scheduled until a press', async (typed) => {
    await desk.ana.says(typed);
    const form = await desk.ana.sees(/Autopilot sync: when\?/);
    expect(form.card.fallbackText).toContain('Nothing is scheduled until you press the button.');
    await desk.ana.says('schedules');
    await desk.ana.sees(/Nothing is scheduled in your name/);
    await desk.ana.says('runs');
    await desk.ana.sees(/Nothing has run yet, and nothing is booked/);
    expect(desk.posts()).toHaveLength(0);
    await desk.ana.presses('Schedule it', { message: form, inputs: { time: '23:59' } });
    await desk.ana.seesOn(form, /Autopilot sync · schedule 1[\s\S]*at 23:59/);
  });

  test.each([
    ['sync exchange EX01 full every monday 8:00', /Exchange connector sync: when\?[\s\S]*Full sync of EX01/],
    ['sync exchange EX01 quick in 2 hours', /Exchange connector sync: when\?[\s\S]*Quick sync of EX01/],
    ['sync exchange all quick tomorrow', /Exchange connector sync: when\?[\s\S]*Quick sync of EX01.*, EX02/],
    ['синхронизировать exchange EX01 полная завтра в 6:00', /Full sync of EX01/],
    ['sync exchange EX01 tomorrow', /Say which connector, and full or quick/],
    ['sync exchange tomorrow at 6', /Say which connector, and full or quick/],
    ['sync payloads next monday', /Choose the devices and what is to be done/],
    ['sync tomorrow 9:00', /Choose the devices and what is to be done/],
  ])('%s: nothing starts, and it is shown or said how to schedule it', async (typed, shown) => {
    await desk.ana.says(typed);
    await desk.ana.sees(shown, 5_000);
    await desk.ana.says('runs');
    await desk.ana.sees(/Nothing has run yet, and nothing is booked/, 5_000);
    expect(desk.posts()).toHaveLength(0);
  });

  test('a sync said with its time has both in the form, as a date', async () => {
    await desk.ana.says('sync autopilot 24.12.2030 6:30');
    const form = JSON.stringify((await desk.ana.sees(/Autopilot sync: when\?/)).card);
    expect(form).toContain('Tuesday, 24 December 2030');
    expect(form).toContain('"value":"on:2030-12-24"');
    expect(form).toContain('"value":"06:30"');
    await desk.ana.presses('Schedule it');
    await desk.ana.seesOn(desk.ana.newest(), /once, on 24 December 2030 at 06:30/);
  });

  test('beside a sync and its time, what is not understood is said; serials stay serials, and the clock is shown', async () => {
    await desk.ana.says('sync autopilot tomorrow evening');
    await desk.ana.sees(/I do not understand “evening” there\. Nothing was scheduled/);
    await desk.ana.says('sync autopilot 30.02.2027');
    await desk.ana.sees(/There is no such day/);
    await desk.ana.says('sync autopilot when the clock opens');
    await desk.ana.sees(/^Autopilot clock/m);
    await desk.ana.says('sync autopilot soon');
    await desk.ana.sees(/I found no serial number/);
    await desk.ana.says('sync autopilot 5CG4200R01 tomorrow');
    await desk.ana.sees(/tomorrow/);
    expect(desk.posts()).toHaveLength(0);
  });

  test('listed, given another time, paused, resumed and cancelled from its card', async () => {
    await desk.ana.says('schedule autopilot every weekday 06:00');
    await desk.ana.says('schedules');
    expect((await desk.ana.sees(/every weekday at 06:00/)).card.fallbackText).toMatch(/1\b.*Autopilot sync/);
    await desk.ana.presses('Schedule 1');
    const card = desk.ana.newest();
    await desk.ana.presses('Pause');
    await desk.ana.seesOn(card, /^Paused$/m);
    await desk.ana.presses('Resume');
    await desk.ana.seesOn(card, /^Next /m);
    await desk.ana.presses('Change the time');
    await desk.ana.seesOn(card, /Autopilot sync: when\?/);
    await desk.ana.presses('Schedule it', { inputs: { days: 'weekly:17', time: '7:30', missed: 'skip' } });
    await desk.ana.seesOn(card, /every Monday and Sunday at 07:30/);
    expect(card.card.fallbackText).toMatch(/A time that I miss is left out/);
    await desk.ana.presses('Cancel the schedule');
    await desk.ana.seesOn(card, /^Ended$/m);
    await desk.ana.says('schedules');
    await desk.ana.sees(/Nothing is scheduled in your name/);
  });

  test('paused, resumed and cancelled in words, the verb first; nothing is done of what is left open', async () => {
    await desk.ana.says('schedule autopilot every weekday 06:00');
    await desk.ana.says('pause schedule 1');
    await desk.ana.sees(/^Paused$/m);
    await desk.ana.says('возобновить расписание 1');
    await desk.ana.sees(/^Next /m);
    for (const open of [
      'cancel schedule',
      'cancel schedule 1 tomorrow 9:00',
      'cancel schedule autopilot tomorrow 9:00',
    ]) {
      await desk.ana.says(open);
      expect((await desk.ana.sees(/every weekday at 06:00/)).card.fallbackText).not.toMatch(/^2 ·|Ended/m);
    }
    await desk.jon.says('cancel schedule 1');
    await desk.jon.sees(/Schedule 1 belongs to Ana Ruiz/);
    await desk.ana.says('отменить расписание 1');
    await desk.ana.sees(/^Ended$/m);
  });

  test('in Russian, with the time missing: a form asks for it, and asks again for what is no time', async () => {
    const vera = desk.person('Vera Orlova');
    vera.speaks('ru-RU', 'Europe/Berlin');
    await vera.says('расписание автопилот по понедельникам');
    const form = await vera.sees(/когда\?/);
    await vera.presses('Запланировать', { inputs: { time: 'скоро' } });
    await vera.seesOn(form, /В какое время\?/);
    await vera.presses('Запланировать', { inputs: { time: '8:00' } });
    await vera.seesOn(form, /по понедельникам в 08:00/);
    await vera.says('расписания');
    await vera.sees(/по понедельникам в 08:00/);
  });

  test('somebody else is told whose it is, changes nothing and sees nothing of it', async () => {
    await desk.ana.says('schedule autopilot every day 06:00');
    await desk.jon.says('schedule 1 pause');
    await desk.jon.sees(/Schedule 1 belongs to Ana Ruiz/);
    await desk.jon.says('schedules');
    await desk.jon.sees(/Nothing is scheduled in your name/);
    await desk.ana.says('schedule 1');
    await desk.ana.sees(/^Next /m);
    await desk.jon.says('schedule 2');
    await desk.jon.sees(/There is no schedule 2 here/);
  });

  test('a sync of a connector every week, said with its name', async () => {
    await desk.ana.says('schedule exchange EX01 full every monday at 8');
    const made = await desk.ana.sees(/Exchange connector sync · schedule 1/);
    expect(made.card.fallbackText).toMatch(/every Monday at 08:00/);
    expect(made.card.fallbackText).toMatch(/Full sync of EX01/);
    await desk.ana.says('schedule exchange at 8');
    await desk.ana.sees(/Say which connector, and full or quick/);
  });

  test('a payload sync for later: seen in the preview, planned anew at its time, and nothing before', async () => {
    await plans(desk.ana, 'sync payloads remove "Mail profile" on IPAD-07');
    await sends(desk.ana, 'schedule-plan');
    const form = await desk.ana.sees(/when\?/);
    expect(form.card.fallbackText).toMatch(/Takes .+ off 1 device: IPAD-07/);
    await desk.ana.presses('Schedule it', { inputs: { days: 'weekly:1234567', time: soon(desk), missed: 'skip' } });
    await desk.ana.seesOn(form, /every day at/);
    expect(desk.posts()).toHaveLength(0);
    await comesSoon(desk);
    await until(
      () => desk.posts().length === 1,
      () => 'nothing was sent at its time',
    );
    expect(desk.graph.removedOn(deviceOf(desk, 'IPAD-07').id)).toHaveLength(1);
    expect(desk.ana.messages().some(({ card }) => /Not as you saw it|Nothing started/.test(card.fallbackText))).toBe(
      false,
    );
  });

  test('a payload sync said with its time leads to the preview of just that', async () => {
    await desk.ana.says('schedule sync payloads remove "Mail profile" on IPAD-07 tomorrow 9:00');
    await desk.ana.sees(/See the preview of it first/);
    await desk.ana.presses('Payload sync');
    const preview = await desk.ana.sees(/Mail profile/);
    expect(offers(preview, 'schedule-plan')).toBe(true);
    expect(preview.card.fallbackText).toContain('IPAD-07');
  });

  test('what changed since it was scheduled is told, and what else was off stays off', async () => {
    await plans(desk.ana, 'sync payloads remove "Mail profile" on IPAD-07');
    await sends(desk.ana, 'schedule-plan');
    await desk.ana.presses('Schedule it', { inputs: { days: 'weekly:1234567', time: soon(desk) } });
    await plans(desk.jon, 'sync payloads remove "Home screen" on IPAD-07');
    await sends(desk.jon, 'run-plan');
    await desk.jon.sees(/Accepted|Working|Waiting/);
    await comesSoon(desk);
    await until(
      () => desk.ana.messages().some(({ card }) => /1 device has something else off/.test(card.fallbackText)),
      () => `nothing was said of it: ${desk.ana.newest().card.fallbackText}`,
    );
    await until(
      () => desk.graph.removedOn(deviceOf(desk, 'IPAD-07').id).length === 2,
      () => 'what Jon had taken off came back, or what Ana wanted did not go',
    );
  });

  test('when the clock opens is the booking that exists, and is listed too', async () => {
    await desk.ana.says('sync autopilot');
    await desk.ana.sees(/Accepted|Working/);
    await desk.clock.goesOn(minute);
    await desk.ana.sees(/^Done$/m);
    await desk.ana.says('schedule autopilot when the clock opens');
    await desk.ana.sees(/^Booked$/m);
    await desk.ana.says('schedules');
    await desk.ana.sees(/Run 2 · Autopilot sync · booked for/);
  });

  test('what is not understood is asked for, and nothing is scheduled', async () => {
    await desk.ana.says('schedule coffee every day 06:00');
    await desk.ana.sees(/What shall I do at that time/);
    await desk.ana.says('schedule autopilot yesterday');
    await desk.ana.sees(/I do not understand “yesterday” as a time\. Nothing was scheduled/);
    await desk.ana.says('schedule autopilot 5CG4200R01 every weekday 06:00');
    await desk.ana.sees(/I do not understand “5CG4200R01” there\. Nothing was scheduled\. Leave it out/);
    await desk.ana.says('schedule autopilot 2020-01-01 06:00');
    await desk.ana.sees(/That time has passed. Nothing was scheduled/);
    await desk.ana.says('schedules');
    await desk.ana.sees(/Nothing is scheduled in your name/);
  });
});

describe('with a database that outlives the process', () => {
  let desk: Desk;
  let folder: string;
  beforeAll(async () => {
    folder = await readyFolder();
    desk = await openDesk({ dataDir: folder });
  });
  afterAll(async () => {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a restart in between changes nothing, and what was missed meanwhile is said and made up for once', async () => {
    await desk.ana.says(`schedule autopilot every day ${soon(desk)}`);
    await desk.clock.goesOn(1.5 * hour);
    await desk.restart();
    expect(desk.posts()).toHaveLength(0);
    await desk.clock.goesOn(0.5 * hour);
    await desk.ana.sees(/Accepted|Working/);
    expect(desk.posts()).toHaveLength(1);
    await desk.clock.goesOn(minute);
    await desk.ana.sees(/^Done$/m);
    await desk.clock.goesOn(49 * hour);
    const told = () => desk.ana.messages().filter(({ card }) => /^Late$/m.test(card.fallbackText));
    await until(
      () => told().length > 0,
      () => 'nobody said that it was late',
    );
    expect(told()).toHaveLength(1);
    await until(
      () => desk.posts().length === 2,
      () => 'it was not made up for',
    );
  });
});
