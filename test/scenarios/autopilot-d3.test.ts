/** The afternoon before a rollout: an Autopilot engineer in a personal chat, from the closed clock to the second sync. */

import { setTimeout as wait } from 'node:timers/promises';
import { openLexicon, type Words, wordsLanguages } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { localeOf } from '../helpers/languages.ts';
import { escaped } from '../helpers/lines.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';

const second = 1_000;
const minute = 60 * second;
const lexicon = openLexicon();

const said = {
  en: { clock: 'autopilot', sync: 'autopilot sync', again: 'again autopilot', schedules: 'schedules' },
  ru: { clock: 'автопилот', sync: 'синхронизация автопилота', again: 'ещё раз автопилот', schedules: 'расписания' },
  de: { clock: 'autopilot', sync: 'autopilot synchronisieren', again: 'nochmal autopilot', schedules: 'zeitpläne' },
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
besideAnotherTenant(() => [desk]);
afterAll(() => desk.close());

describe.each(wordsLanguages)('the afternoon before a rollout (%s)', (language) => {
  const words: Words = lexicon(language, 'Europe/Berlin');
  const phrases = said[language];
  let mia: Person;
  beforeEach(async () => {
    await desk.startsOver();
    mia = desk.person('Mia Chen');
    mia.speaks(localeOf[language], 'Europe/Berlin');
    desk.jon.speaks(localeOf[language], 'Europe/Berlin');
  });

  const reads = (key: Parameters<Words['say']>[0], values: Record<string, string | number> = {}) =>
    new RegExp(escaped(words.say(key, values)).replaceAll('~', '.+'));
  const begun = new RegExp((['accepted', 'working', 'done'] as const).map((is) => words.say(`status.${is}`)).join('|'));
  const book = reads('button.book', { time: '~' });

  /** Somebody synced ten minutes less a little ago, outside of this bot. */
  const closedByOthers = async () => {
    desk.graph.beginsElsewhere();
    await desk.clock.goesOn(5 * minute);
  };

  /** As time goes by, look after look. */
  const seesInTime = async (board: Message, pattern: RegExp) => {
    for (let looks = 0; looks < 15 && !pattern.test(board.card.fallbackText); looks++) {
      await desk.clock.goesOn(20 * second);
      await wait(200);
    }
    await mia.seesOn(board, pattern);
  };

  test('the clock is closed and says until when; what is booked runs when it opens, once, and is listed until then', async () => {
    await closedByOthers();
    await mia.says(phrases.clock);
    await mia.sees(reads('autopilot.closed'));
    await mia.presses(book);
    const board = await mia.sees(reads('status.booked'));
    expect(desk.posts()).toHaveLength(0);
    await mia.says(phrases.schedules);
    await mia.sees(reads('schedules.booked', { time: '~' }));
    await desk.clock.goesOn(6 * minute);
    await seesInTime(board, reads('status.done'));
    expect(desk.posts()).toHaveLength(1);
  });

  test('another sync begins seconds before the booked one: it is joined, and no second call is made', async () => {
    await closedByOthers();
    await mia.says(phrases.clock);
    await mia.presses(book);
    const board = await mia.sees(reads('status.booked'));
    desk.app.tenant?.clock.turn(5 * minute - second);
    desk.graph.beginsElsewhere();
    await desk.clock.goesOn(4 * second);
    await mia.seesOn(board, reads('status.joined'));
    expect(desk.posts()).toHaveLength(0);
  });

  test('a colleague who asks meanwhile joins the booking, is told whose it is, and hears of its end', async () => {
    await closedByOthers();
    await mia.says(phrases.clock);
    await mia.presses(book);
    await mia.sees(reads('status.booked'));
    await desk.jon.says(phrases.sync);
    const joined = await desk.jon.sees(reads('run.as', { name: 'Mia Chen', phase: 'later' }));
    await desk.clock.goesOn(6 * minute);
    await seesInTime(joined, reads('status.done'));
    expect(desk.posts()).toHaveLength(1);
  });

  test('the service does not say when: it is tried once, ten minutes after the last start that is known', async () => {
    await mia.says('practice next 429');
    await mia.says(phrases.sync);
    await mia.sees(reads('status.refused'));
    await mia.presses(book);
    await mia.sees(reads('status.booked'));
    const before = desk.posts().length;
    await desk.clock.goesOn(11 * minute);
    await mia.sees(begun);
    expect(desk.posts()).toHaveLength(before + 1);
  });

  test('the last sync failed on Microsoft’s side: another one may be started now', async () => {
    await mia.says('practice next 204 failed');
    await mia.says(phrases.sync);
    const board = await mia.sees(begun);
    await seesInTime(board, reads('status.failed'));
    await mia.says(phrases.again);
    await mia.sees(reads('status.booked'));
  });
});
