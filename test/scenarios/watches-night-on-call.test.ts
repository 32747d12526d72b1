/**
 * The long night of whoever is on call, in a group chat: what a colleague had booked goes wrong at two, is repeated in their own name,
 * and everybody else reads of it at eight. That a sign-in has run out meanwhile is told in sign-in-later.test.ts.
 */
import { nextTimeOfDay } from '../../bot/knowledge/local-time.ts';
import { openLexicon, type Words } from '../../cards/words/index.ts';
import { type Person, ticks, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { localeOf, storyLanguages } from '../helpers/languages.ts';
import { deskForEach } from './desk-for-each.ts';
import { sends } from './payload-forms.ts';

jest.setTimeout(240_000);

const zone = 'Europe/Berlin';
const minutes = (count: number) => count * 60_000;
const lexicon = openLexicon();
const desk = deskForEach();

const said = {
  en: {
    onCall: 'on call',
    over: 'on call off',
    asks: ['on call who', 'who is on call', 'Who’s on call?', 'who is on call today'],
    quiet: 'settings quiet 22:00-08:00',
    failed: 'again failed',
    note: 'note',
    watchRun: 'watch run',
    watchAutopilot: 'watch autopilot',
    watches: 'watches',
  },
  ru: {
    onCall: 'дежурю',
    over: 'дежурство стоп',
    asks: ['дежурство кто', 'кто дежурит?', 'кто на дежурстве'],
    quiet: 'настройки тихо 22:00-08:00',
    failed: 'ещё раз неудачные',
    note: 'заметка',
    watchRun: 'следить за запуском',
    watchAutopilot: 'следить за автопилотом',
    watches: 'слежу',
  },
};

/** The clock on a wall in Berlin. */
async function comes(time: `${number}:${number}`): Promise<void> {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const { clock } = desk();
  await clock.goesOn(nextTimeOfDay(zone, hour * 60 + minute, clock.now()).getTime() - clock.now().getTime());
}

const textOf = ({ card }: Message) => card.fallbackText;
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const called = ({ card }: Message) =>
  (card as { msteams?: { entities: { mentioned: { id: string } }[] } }).msteams?.entities.map(
    ({ mentioned }) => mentioned.id,
  ) ?? [];

async function isTold(person: Person, fits: (message: Message) => boolean, what: string): Promise<Message> {
  const found = () => person.messages().find(fits);
  await until(
    () => found() !== undefined,
    () => `${person.name} was never told ${what}; they saw:\n${person.messages().map(textOf).join('\n--\n')}`,
    60_000,
  );
  return found() ?? person.newest();
}

describe.each(storyLanguages)('a night on call (%s)', (language) => {
  const words: Words = lexicon(language, zone);
  const { say } = words;
  const group = { conversationId: `19:night-${language}@thread.v2`, kind: 'groupChat' } as const;
  const phrases = said[language];
  const speaks = (name: string, where?: typeof group) => {
    const person = desk().person(name, where);
    person.speaks(localeOf[language], zone);
    return person;
  };

  const row = (number: number) => say('run.title', { title: say('action.sync-payloads'), number });
  const board = (person: Person, number: number) =>
    isTold(person, (one) => textOf(one).startsWith(row(number)), `of run ${number}`);
  const sees = (person: Person, message: Message, text: string) =>
    person.seesOn(message, new RegExp(literally(text)), 60_000);
  const sleepsFrom22To8 = async (person: Person) => {
    await person.says(phrases.quiet);
    await isTold(person, (one) => textOf(one).includes(say('settings.saved')), 'that it was saved');
  };

  /** Seven devices: three go wrong, of which one cannot be cured, and one is switched off. */
  async function books(ana: Person): Promise<void> {
    const names = desk()
      .graph.devices()
      .flatMap(({ name }) => (/^IPAD-10(0[1245]|13|16|25)$/.test(name) ? [name] : []));
    await ana.says(`sync payloads remove "Wi-Fi Corp", "Root CA" on ${names.join(', ')}`);
    const onward = say('reading.continue', { count: names.length });
    const card = await isTold(ana, (one) => textOf(one).includes(`[${onward}]`), 'how the list was read');
    const ticked = ticks(card, new RegExp(literally(say('device.silent'))));
    await ana.presses(onward, { message: card, inputs: { ticked } });
    await sends(ana, 'guard');
    await sends(ana, 'schedule-plan');
    await sends(ana, 'schedule-times', { days: 'weekly:1234567', time: '2:00' });
  }

  test('what went wrong wakes whoever is on call, who repeats it in their own name; the others read of it at eight', async () => {
    const [ana, jon, mia] = [speaks('Ana Ruiz', group), speaks('Jon Vik', group), speaks('Mia Chen')];
    await comes('20:00');
    for (const one of [ana, mia]) await sleepsFrom22To8(one);
    await jon.says(phrases.onCall);
    await books(ana);

    // 1. At two it runs under her sign-in; whoever is on call is called, and nobody else.
    await comes('02:00');
    const first = await board(jon, 1);
    await sees(jon, first, say('board.count.accepted', { count: 7 }));
    await mia.says(`${phrases.watchRun} 1`);
    await comes('02:50');
    const alarm = await isTold(
      jon,
      (one) => textOf(one).includes(say('notice.on-call', { name: 'Jon Vik' })),
      'at night',
    );
    expect(called(alarm)).toEqual(['29:jon-vik']);
    for (const count of ['done', 'failed'] as const)
      expect(textOf(alarm)).toContain(say(`board.count.${count}`, { count: 3 }));
    expect(textOf(alarm)).toContain(say('board.count.silent', { count: 1 }));

    // 2. Shown, it is grouped by error.
    await jon.presses(say('button.show-run', { number: 1 }), { message: alarm });
    const shown = await isTold(
      jon,
      (one) => one !== first && textOf(one).startsWith(row(1)) && one !== alarm,
      'of run 1',
    );
    expect(textOf(shown).match(/0x[0-9A-F]{8}/g)).toEqual(['0x87D1138B', '0x87D11388', '0x87D1138A']);

    // 3. What a repeat can cure, and what is left out and why; in Jon's name, though it was Ana's run.
    await jon.says(phrases.failed);
    const asked = await isTold(jon, (one) => textOf(one).includes(say('guard.verdict')), 'what may be cut off');
    await jon.presses(say('guard.all', { count: 2 }), { message: asked });
    const preview = await isTold(jon, (one) => textOf(one).includes(`[${say('plan.run')}]`), 'what would be repeated');
    expect(textOf(preview)).toContain(say('plan.left-out.not-curable', { names: 'IPAD-1004' }));
    expect(textOf(preview)).toContain(say('run.as', { name: 'Jon Vik', phase: 'later' }));

    // 4. Graph throttles: until when and how many are left, with a button to stop.
    await jon.says('practice next 429 60');
    await jon.presses(say('plan.run'), { message: preview });
    const second = await board(jon, 2);
    const pause = say('board.pause', { time: '~', left: 1, minutes: 0 }).split('~');
    for (const part of pause) await sees(jon, second, part);
    expect(textOf(second)).toContain(`[${say('button.stop-looking')}]`);
    expect(desk().posts().at(-1)?.person).toBe('Jon Vik');
    await mia.says(`${phrases.watchRun} 2`);

    // 5. It goes on by itself, in the same message: nothing is wrong, so nobody is called.
    const said = jon.messages().length;
    await desk().clock.goesOn(61_000);
    const left = say('board.count.pending', { count: 1 });
    await until(
      () => !textOf(second).includes(left),
      () => `the device that was left was not started:\n${textOf(second)}`,
      60_000,
    );
    await comes('03:10');
    await sees(jon, second, say('status.partly'));
    expect(textOf(second)).toContain(say('board.count.failed', { count: 1 }));
    expect(jon.messages()).toHaveLength(said);

    // 6. The one that is switched off is watched.
    await jon.presses(say('button.tell-check-in'), { message: shown });
    await isTold(jon, (one) => textOf(one).startsWith(say('watch.title')), 'that it is watched');

    // 7. For the ticket: times in UTC, counts, number and request ids.
    await jon.says(phrases.note);
    const note = textOf(await isTold(jon, (one) => textOf(one).startsWith(say('ticket.title')), 'a note'));
    for (const part of [/UTC/, /Jon Vik/, /IPAD-1016/, /[0-9a-f]{8}-[0-9a-f]{4}-/]) expect(note).toMatch(part);

    // 8. Nobody else was woken; at eight they read what ran, whose it was, and what is left.
    expect(mia.messages().filter((one) => /Ana Ruiz|Jon Vik/.test(textOf(one)))).toEqual([]);
    await comes('08:00');
    const digest = await isTold(mia, (one) => textOf(one).includes(say('digest.title')), 'of the night');
    for (const [number, name, left] of [
      [1, 'Ana Ruiz', say('board.count.silent', { count: 1 })],
      [2, 'Jon Vik', say('board.count.failed', { count: 1 })],
    ] as const) {
      const line = textOf(digest)
        .split('\n')
        .find((one) => one.includes(row(number)));
      expect(line).toContain(name);
      expect(line).toContain(left);
    }
    expect(called(digest)).toEqual([]);
  });

  test('a watch that was muted from its message tells in the morning, and is ended from there', async () => {
    const jon = speaks('Jon Vik', group);
    await comes('02:00');
    await jon.says(phrases.watchAutopilot);
    const news = () => jon.messages().filter((one) => textOf(one).startsWith(say('action.autopilot-sync')));
    const isNews = (many: number) =>
      until(
        () => news().length === many,
        () => `${news().length} messages instead of ${many}`,
        60_000,
      );
    desk().graph.beginsElsewhere();
    await desk().clock.goesOn(minutes(5));
    await isNews(1);
    await jon.presses(say('button.mute'), { message: news()[0] as Message });
    await isTold(jon, (one) => /08:00/.test(textOf(one)), 'until when it is silent');
    await comes('04:00');
    const looks = desk().graph.visits().length;
    desk().graph.beginsElsewhere();
    await desk().clock.goesOn(minutes(5));
    await until(
      () => desk().graph.visits().length > looks,
      () => 'nobody looked',
      60_000,
    );
    expect(news()).toHaveLength(1);
    await comes('08:00');
    await isNews(2);
    await jon.presses(say('button.unwatch'), { message: news()[1] as Message });
    await jon.says(phrases.watches);
    await isTold(
      jon,
      (one) => textOf(one).includes(say('watches.none').split('.')[0] ?? ''),
      'that nothing is watched',
    );
  });

  test('what went well wakes nobody, and waits for the end of its asker’s quiet hours', async () => {
    const [ana, jon] = [speaks('Ana Ruiz', group), speaks('Jon Vik', group)];
    await comes('23:00');
    await ana.says(phrases.quiet);
    await ana.sees(new RegExp(literally(say('settings.saved'))));
    await jon.says(phrases.onCall);
    desk().graph.beginsElsewhere();
    await desk().clock.goesOn(minutes(2));
    await ana.says(language === 'ru' ? 'автопилот' : 'autopilot');
    await ana.presses(new RegExp(literally(say('button.book', { time: '~' })).replace('~', '.+')));
    const board = ana.newest();
    await comes('00:00');
    await ana.seesOn(board, new RegExp(`^(${say('status.accepted')}|${say('status.working')})`, 'm'), 60_000);
    await desk().clock.goesOn(minutes(2));
    await ana.seesOn(board, new RegExp(`^${literally(say('status.done'))}$`, 'm'), 60_000);
    const booked = new RegExp(literally(say('notice.booked', { name: 'Ana Ruiz', time: '~' })).replace('~', '.+'));
    expect(ana.messages().filter((one) => booked.test(textOf(one)))).toEqual([]);
    await comes('08:00');
    const told = await isTold(ana, (one) => booked.test(textOf(one)), 'in the morning');
    expect(called(told)).toEqual([]);
  });

  test('a booked sync that failed tells whoever is on call why, and is tried again from there in their name', async () => {
    const [ana, jon] = [speaks('Ana Ruiz', group), speaks('Jon Vik', group)];
    await comes('01:00');
    await jon.says(phrases.onCall);
    desk().graph.beginsElsewhere();
    await desk().clock.goesOn(minutes(2));
    await ana.says(language === 'ru' ? 'автопилот' : 'autopilot');
    await ana.presses(new RegExp(literally(say('button.book', { time: '~' })).replace('~', '.+')));
    await ana.says('practice next 204 failed');
    await comes('02:00');
    await desk().clock.goesOn(minutes(2));
    const alarm = await isTold(
      jon,
      (one) => textOf(one).includes(say('notice.on-call', { name: 'Jon Vik' })),
      'that it failed',
    );
    expect(textOf(alarm)).toContain(say('status.failed.more'));
    await desk().clock.goesOn(minutes(12));
    const before = desk().posts().length;
    await jon.presses(say('button.try-again'), { message: alarm });
    await until(
      () => desk().posts().length > before,
      () => `nothing was tried again:\n${textOf(jon.newest())}`,
    );
    expect(desk().posts().at(-1)?.person).toBe('Jon Vik');
  });

  test('who is on call is said, handed over and ended by anybody in the chat, and means nothing in a personal one', async () => {
    const [ana, jon] = [speaks('Ana Ruiz', group), speaks('Jon Vik', group)];
    await jon.says(phrases.onCall);
    await jon.sees(new RegExp(literally(say('on-call.now', { name: 'Jon Vik' }))));
    await ana.says(phrases.onCall);
    await ana.sees(new RegExp(literally(say('on-call.now', { name: 'Ana Ruiz' }))));
    for (const asks of phrases.asks) {
      await jon.says(asks);
      await jon.sees(new RegExp(literally(say('on-call.now', { name: 'Ana Ruiz' }))));
    }
    await jon.says(phrases.over);
    await jon.sees(new RegExp(literally(say('on-call.over'))));
    await jon.says(phrases.over);
    await jon.sees(new RegExp(literally(say('on-call.nobody'))));
    for (const asks of phrases.asks) {
      await jon.says(asks);
      await jon.sees(new RegExp(literally(say('on-call.nobody'))));
    }
    const alone = speaks('Mia Chen');
    await alone.says(phrases.onCall);
    await alone.sees(new RegExp(literally(say('on-call.personal'))));
  });
});
