/** The afternoon before a rollout: an Autopilot engineer in a personal chat, from the closed clock to the second sync. */

import { setTimeout as wait } from 'node:timers/promises';
import { rolloutSerials } from '../../bot/practice/graph-windows-autopilot-device-identities.ts';
import { openLexicon, type Words, wordsLanguages } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { localeOf } from '../helpers/languages.ts';
import { escaped } from '../helpers/lines.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { passes } from '../helpers/passes.ts';

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
  const seesInTime = async (board: Message, pattern: RegExp, who = mia) => {
    for (let looks = 0; looks < 15 && !pattern.test(board.card.fallbackText); looks++) {
      await desk.clock.goesOn(20 * second);
      await wait(200);
    }
    await who.seesOn(board, pattern);
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

  const sees = (pattern: RegExp) => mia.messages().filter(({ card }) => pattern.test(card.fallbackText));
  const isTold = async (pattern: RegExp): Promise<Message> => {
    await until(
      () => sees(pattern).length > 0,
      () => `Mia was never told ${pattern}; the newest reads:\n${mia.newest().card.fallbackText}`,
    );
    return sees(pattern).at(-1) ?? mia.newest();
  };
  const afterRun = (run: number) => reads('notice.serials.why', { run, time: '~', name: 'Mia Chen' });
  const joins = async (elsewhere: () => void) => {
    await mia.presses(book);
    const board = await mia.sees(reads('status.booked'));
    desk.app.tenant?.clock.turn(5 * minute - second);
    elsewhere();
    await desk.clock.goesOn(4 * second);
    await mia.seesOn(board, reads('status.joined'));
    await seesInTime(board, reads('status.done'));
  };

  test('with a list: 57 of 60 after the sync of others, 60 after one’s own, and told when all are ready, with a note', async () => {
    await closedByOthers();
    await mia.says(`${phrases.clock}\n${rolloutSerials.join('\n')}`);
    await mia.sees(reads('serials.verdict.registered', { registered: 57, count: 60 }));
    await joins(() => desk.graph.beginsElsewhere());

    // 5. The outcome of the run tells of the list, too; the sync that was joined had not brought the last three.
    const first = await isTold(afterRun(1));
    expect(first.card.fallbackText).toMatch(reads('serials.verdict.registered', { registered: 57, count: 60 }));
    expect(first.card.fallbackText).toMatch(
      reads('serials.unregistered', { count: 3, names: words.list(rolloutSerials.slice(-3)) }),
    );
    expect(desk.posts().filter(({ path }) => path.endsWith('/sync'))).toHaveLength(0);

    // 6. Again, with the same list: booked, and begun when the window opens.
    await mia.says(phrases.again);
    const second = await mia.sees(reads('status.booked'));
    await desk.clock.goesOn(11 * minute);
    await seesInTime(second, reads('status.done'));
    expect(desk.posts().filter(({ path }) => path.endsWith('/sync'))).toHaveLength(1);

    // 7. Registered is not ready, and no sync hastens what is left.
    const told = await isTold(afterRun(2));
    const { fallbackText } = told.card;
    expect(fallbackText).toMatch(reads('serials.verdict.registered', { registered: 60, count: 60 }));
    expect(fallbackText).toMatch(reads('serials.ready', { count: 52 }));
    expect(fallbackText).toMatch(reads('serials.pending', { count: 8, names: '~' }));
    await mia.presses(words.say('button.watch-serials', { count: 60 }), { message: told });
    await mia.sees(reads('watch.will.serials'));

    // 8. Told once, when the last of them has its profile.
    const allReady = reads('news.serials', { ready: 60, count: 60 });
    await passes(desk.clock, () => sees(allReady).length > 0);
    const ready = await isTold(allReady);
    await mia.presses(words.say('button.change-note'), { message: ready });
    const note = await mia.sees(reads('serials.note.title'));
    expect(JSON.stringify(note.card)).toContain(words.say('serials.note.verdict.ready', { ready: 60, count: 60 }));
    expect(sees(afterRun(1))).toHaveLength(1);
    expect(sees(afterRun(2))).toHaveLength(1);
  });

  test('a colleague joins with a list of their own, and hears of that one', async () => {
    await closedByOthers();
    await mia.says(phrases.clock);
    await mia.presses(book);
    await mia.sees(reads('status.booked'));
    await desk.jon.says(`${phrases.sync} 5CG4200R01 5CG4200R60`);
    const board = await desk.jon.sees(reads('run.as', { name: 'Mia Chen', phase: 'later' }));
    await desk.clock.goesOn(6 * minute);
    await seesInTime(board, reads('status.done'), desk.jon);
    await until(
      () =>
        desk.jon
          .messages()
          .some(({ card }) =>
            reads('notice.serials.why', { run: 1, time: '~', name: 'Jon Vik' }).test(card.fallbackText),
          ),
      () => `Jon was never told of his list; the newest reads:\n${desk.jon.newest().card.fallbackText}`,
    );
    expect(sees(reads('serials.title'))).toEqual([]);
  });

  test('asked to sync with a list while the window is closed: nothing starts, and the booking keeps the list', async () => {
    await closedByOthers();
    await mia.says(`${phrases.sync}\n5CG4200R01\n5CG4200R60`);
    await mia.sees(reads('autopilot.not-asked'));
    expect(desk.posts().filter(({ path }) => path.endsWith('/sync'))).toHaveLength(0);
    await mia.presses(book);
    const board = await mia.sees(reads('status.booked'));
    await desk.clock.goesOn(6 * minute);
    await seesInTime(board, reads('status.done'));
    const told = await isTold(afterRun(1));
    expect(told.card.fallbackText).toMatch(reads('serials.verdict.registered', { registered: 2, count: 2 }));
  });

  test('words that are no serials start nothing, and a time is asked about', async () => {
    await mia.says(`${phrases.sync} before lunch`);
    await mia.sees(reads('serials.none', { phrase: '~' }));
    await mia.says(`${phrases.sync} tomorrow please`);
    await mia.sees(reads('schedule.form.nothing-yet'));
    expect(desk.posts()).toHaveLength(0);
  });
});
