import { openLexicon } from '../../cards/words/index.ts';
import { type Answered, type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { lineOf } from '../helpers/lines.ts';
import { deskForEach } from './desk-for-each.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const { say } = openLexicon()('en', 'Europe/Berlin');

const desk = deskForEach();

/** The run's board once Graph has taken it. */
const accepted = () => desk().ana.sees(lineOf(say('status.accepted')));

describe('an activity that Teams delivers again', () => {
  test('under the same id, at the same time and later: one card, one run, one call', async () => {
    const wish = () => desk().ana.says('sync autopilot', { id: 'a-1' });
    await Promise.all([wish(), wish(), wish()]);
    await accepted();
    await desk().clock.goesOn(minute);
    await desk().ana.sees(lineOf(say('status.done')));
    await wish();
    expect(desk().ana.messages()).toHaveLength(1);
    expect(desk().posts()).toHaveLength(1);
    expect(await runNumbers()).toEqual([1]);
  });

  test('after everything else was forgotten: still no second call', async () => {
    const wish = () => desk().ana.says('sync autopilot', { id: 'a-2' });
    await wish();
    await accepted();
    await desk().clock.goesOn(hour);
    await desk().ana.sees(lineOf(say('status.done')));
    await wish();
    expect(desk().posts()).toHaveLength(1);
    expect(await runNumbers()).toEqual([1]);
  });

  describe('under a new id because the first turn was slow', () => {
    /** The first turn takes twelve seconds by the bot's clock, and the same comes again before it ends. */
    async function twice(mia: Person, act: () => Promise<Answered>) {
      const letThrough = desk().connector.holds();
      const first = act();
      await until(
        () => desk().connector.traffic.some((one) => one.path.includes(encodeURIComponent(mia.conversationId))),
        () => 'The bot sent nothing',
      );
      await desk().clock.goesOn(12 * second);
      const again = act();
      letThrough();
      expect((await Promise.all([first, again])).map((one) => one.status)).toEqual([200, 200]);
    }

    test('words act once, however often they come', async () => {
      const mia = desk().person('Mia Chen');
      const wish = () => mia.says('sync autopilot');
      await twice(mia, wish);
      await desk().clock.goesOn(30 * second);
      await wish();
      await mia.sees(lineOf(say('status.done')));
      expect(mia.messages()).toHaveLength(1);
      expect(desk().posts()).toHaveLength(1);
      expect(await runNumbers()).toEqual([1]);
    });

    test('a press acts once', async () => {
      const mia = desk().person('Mia Chen');
      await mia.says('autopilot');
      const message = mia.newest();
      desk().connector.traffic.length = 0;
      await twice(mia, () => mia.presses(say('button.sync-autopilot'), { message }));
      await mia.sees(lineOf(say('status.done')));
      expect(mia.messages()).toEqual([message]);
      expect(desk().posts()).toHaveLength(1);
    });
  });
});

describe('the same words said again by a person', () => {
  test('are answered again', async () => {
    await desk().ana.says('autopilot');
    await desk().ana.says('autopilot');
    expect(desk().ana.messages()).toHaveLength(2);
  });

  test('join what the first ones began', async () => {
    await desk().ana.says('sync autopilot');
    await desk().ana.says('sync autopilot');
    await accepted();
    expect(desk().ana.messages()).toHaveLength(2);
    expect(desk().posts()).toHaveLength(1);
    expect(await runNumbers()).toEqual([1]);
  });

  test('are answered although they turn the clock, which makes a quick turn look slow', async () => {
    for (const words of ['practice clock +1m', 'practice clock +1m', 'practice clock +10m', 'practice reset'])
      await desk().ana.says(words);
    await desk().ana.says('practice clock +10m');
    expect(
      desk()
        .ana.messages()
        .map((one) => one.id),
    ).toHaveLength(5);
  });
});

describe('a button pressed more than once', () => {
  const title = () => say('button.sync-autopilot');

  test('at the same moment: one run, one call, and both presses see it', async () => {
    await desk().ana.says('autopilot');
    const card = desk().ana.newest();
    const answers = await Promise.all([1, 2, 3].map(() => desk().ana.presses(title(), { message: card })));
    expect(answers.map((one) => [one.status, cardIn(one)?.includes(runTitle(1))])).toEqual(Array(3).fill([200, true]));
    await accepted();
    expect(desk().ana.messages()).toHaveLength(1);
    expect(desk().posts()).toHaveLength(1);
  });

  test('by an old client after a new one: the first outcome, in a card, and no second call', async () => {
    await desk().ana.says('autopilot');
    const [card, data] = [desk().ana.newest(), dataOf(desk().ana.newest(), title())];
    await desk().ana.presses(title(), { message: card });
    await accepted();
    await desk().clock.goesOn(minute);
    await desk().ana.sees(lineOf(say('status.done')));
    await desk().ana.submits(data, { replyToId: card.id });
    expect(card.card.fallbackText).toMatch(lineOf(say('status.done')));
    expect(desk().posts()).toHaveLength(1);
    expect(await runNumbers()).toEqual([1]);
  });

  test('by somebody else: runs for whoever was first, under their rights, and says so', async () => {
    const where = { conversationId: '19:helpdesk@thread.v2', kind: 'groupChat' } as const;
    const [ana, jon] = [desk().person('Ana Ruiz', where), desk().person('Jon Vik', where)];
    await ana.says('autopilot');
    const [card, data] = [ana.newest(), dataOf(ana.newest(), title())];
    await jon.presses(title(), { message: card });
    await jon.seesOn(card, lineOf(say('status.accepted')));
    expect(
      desk()
        .posts()
        .map((one) => one.person),
    ).toEqual(['Jon Vik']);
    const answer = await ana.submits(data, { how: 'execute', replyToId: card.id });
    expect(cardIn(answer)).toContain(say('run.as', { name: 'Jon Vik', phase: 'now' }));
    expect(desk().posts()).toHaveLength(1);
  });

  test('on a card of yesterday: says that it is closed, and starts nothing', async () => {
    await desk().ana.says('autopilot');
    const card = desk().ana.newest();
    await desk().clock.goesOn(25 * hour);
    const answer = await desk().ana.presses(title(), { message: card });
    expect(cardIn(answer)).toContain(say('closed.old'));
    expect(card.card.fallbackText).toContain(say('closed.old'));
    expect(desk().posts()).toEqual([]);
  });

  test('a day after it was used: still shows what became of it', async () => {
    await desk().ana.says('autopilot');
    const [card, data] = [desk().ana.newest(), dataOf(desk().ana.newest(), title())];
    await desk().ana.presses(title(), { message: card });
    await accepted();
    await desk().clock.goesOn(25 * hour);
    await desk().ana.seesOn(card, lineOf(say('status.done')));
    const answer = await desk().ana.submits(data, { how: 'execute', replyToId: card.id });
    expect(cardIn(answer)).toContain(runTitle(1));
    expect(desk().posts()).toHaveLength(1);
  });

  test.each(['execute', 'submit'] as const)('from another version of the bot (%s): closed', async (how) => {
    await desk().ana.says('autopilot');
    const card = desk().ana.newest();
    await desk().ana.submits({ ...dataOf(card, title()), v: 99 }, { how, replyToId: card.id });
    expect(card.card.fallbackText).toContain(say('closed.version'));
    expect(desk().posts()).toEqual([]);
  });
});

describe('a booking', () => {
  beforeEach(async () => {
    await desk().ana.says('practice next 429 300');
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(lineOf(say('status.refused')));
    await desk().ana.presses(/^Sync at/);
    await desk().ana.sees(lineOf(say('status.booked')));
    expect(desk().posts()).toHaveLength(1);
  });

  test('is taken back by its asker, in the same card, and never starts', async () => {
    const card = desk().ana.newest();
    await desk().ana.presses(say('button.cancel', { number: 2 }));
    expect(card.card.fallbackText).toMatch(lineOf(say('status.cancelled')));
    await desk().clock.goesOn(hour);
    expect(desk().posts()).toHaveLength(1);
    await desk().ana.says('cancel 2');
    expect(desk().ana.newest().card.fallbackText).toContain(say('cancel.over', { number: 2 }));
  });

  test('is not taken back by somebody who has nothing to do with it', async () => {
    await desk().jon.says('cancel 2');
    expect(desk().jon.newest().card.fallbackText).toContain(say('cancel.not-yours', { number: 2, name: 'Ana Ruiz' }));
    await startsWhenItOpens();
  });

  test('is only left by somebody who follows it', async () => {
    await desk().jon.says('run 2');
    const card = desk().jon.newest();
    await desk().ana.sees(/Jon Vik/);
    await desk().jon.presses(say('button.leave'));
    expect(card.card.fallbackText).toContain(say('cancel.left', { number: 2, name: 'Ana Ruiz' }));
    await startsWhenItOpens();
    expect(card.card.fallbackText).toContain(say('cancel.left', { number: 2, name: 'Ana Ruiz' }));
  });

  async function startsWhenItOpens() {
    await desk().clock.goesOn(301 * second);
    await until(
      () => desk().posts().length === 2,
      () => 'The booking did not start',
    );
  }

  test('asked for again by somebody else is joined, not made twice', async () => {
    await desk().jon.says('sync autopilot');
    expect(desk().jon.newest().card.fallbackText).toContain(runTitle(2));
    await startsWhenItOpens();
    await desk().jon.sees(/^(Accepted|Working)$/m);
    await desk().clock.goesOn(minute);
    await desk().jon.sees(lineOf(say('status.done')));
    expect(desk().posts()).toHaveLength(2);
  });
});

describe('a card that several people share', () => {
  const group = { conversationId: '19:helpdesk@thread.v2', kind: 'groupChat' } as const;

  test('stays the booking of its asker when somebody else leaves it', async () => {
    const [ana, jon] = [desk().person('Ana Ruiz', group), desk().person('Jon Vik', group)];
    await ana.says('sync autopilot');
    await desk().clock.goesOn(12 * second);
    await ana.seesOn(ana.newest(), lineOf(say('status.done')));
    await ana.says('sync autopilot');
    await ana.presses(/^Sync at .+ for me$/);
    const board = ana.newest();
    await ana.seesOn(board, lineOf(say('status.booked')));
    await jon.says('sync autopilot');
    await ana.seesOn(board, /Also waiting: Jon Vik/);
    await jon.presses(/^Cancel run/, { message: board });
    await ana.seesOn(board, lineOf(say('status.booked')));
    expect(board.card.fallbackText).toMatch(/Cancel run/);
  });

  test('repeats for each who asks: "Try again" is not spent by the first', async () => {
    const [ana, jon] = [desk().person('Ana Ruiz', group), desk().person('Jon Vik', group)];
    await ana.says('practice next 204 failed');
    await ana.says('sync autopilot');
    const board = ana.newest();
    await desk().clock.goesOn(12 * second);
    await ana.seesOn(board, lineOf(say('status.failed')));
    await desk().clock.goesOn(11 * 60 * second);
    await ana.presses(say('button.try-again'), { message: board });
    await ana.seesOn(board, lineOf(say('status.accepted')));
    await jon.presses(/Autopilot/, { message: board });
    expect(desk().posts()).toHaveLength(2);
  });
});

describe('what is said', () => {
  test('in an edited message never runs', async () => {
    await desk().ana.edits('sync autopilot');
    expect(desk().ana.newest().card.fallbackText).toContain(say('unknown.edited'));
    await desk().ana.edits('see you at the sync');
    expect(desk().ana.messages()).toHaveLength(1);
    expect(desk().posts()).toEqual([]);
  });

  test('about a run that does not exist is told so', async () => {
    await desk().ana.says('run 99');
    expect(desk().ana.newest().card.fallbackText).toContain(say('run.not-found', { number: 99 }));
    await desk().ana.says('cancel 99');
    expect(desk().ana.newest().card.fallbackText).toContain(say('run.not-found', { number: 99 }));
  });

  test('is counted: the first run is 1, the next 2', async () => {
    await desk().ana.says('sync autopilot');
    await accepted();
    await desk().clock.goesOn(hour);
    await desk().ana.sees(lineOf(say('status.done')));
    await desk().jon.says('sync autopilot');
    expect(desk().jon.newest().card.fallbackText).toContain(runTitle(2));
    expect(await runNumbers()).toEqual([2, 1]);
  });

  test('in a channel, with the bot’s name in two mentions and hard spaces, is understood', async () => {
    const channel = desk().person('Ana Ruiz', { conversationId: '19:ops@thread.tacv2;messageid=1', kind: 'channel' });
    const mention = (text: string) => ({ type: 'mention', text, mentioned: { id: '28:sync-desk', name: text } });
    await channel.says('<at>Sync</at>&nbsp;<at>Desk</at>&nbsp;Sync&nbsp;&nbsp;Autopilot\u00a0', {
      entities: [mention('<at>Sync</at>'), mention('<at>Desk</at>')],
    });
    await channel.sees(lineOf(say('status.accepted')));
    expect(desk().posts()).toHaveLength(1);
  });

  test.each(['«Синхронизировать автопилот»', '„синхронизация   АВТОПИЛОТА“!', '“/синхронизируй автопилот”.'])(
    '%s starts a sync',
    async (words) => {
      await desk().ana.says(words);
      await accepted();
      expect(desk().posts()).toHaveLength(1);
    },
  );

  test('with ё where the dictionary has е is understood', async () => {
    await desk().ana.says('здравствуйтё');
    expect(desk().ana.newest().card.fallbackText).toContain(say('help.title'));
  });
});

describe('a place where the bot can no longer show its card', () => {
  test('a deleted message is replaced once, and the new one is kept up to date', async () => {
    await desk().ana.says('sync autopilot');
    const gone = await accepted();
    desk().connector.deletes(gone);
    await desk().jon.says('sync autopilot');
    const board = await desk().ana.sees(/Jon Vik/);
    await desk().clock.goesOn(minute);
    await desk().ana.seesOn(board, lineOf(say('status.done')));
    expect(desk().ana.messages()).toEqual([board]);
    expect(gone.card.fallbackText).not.toMatch(lineOf(say('status.done')));
  });

  test('a chat that blocked the bot is dropped, and everybody else goes on', async () => {
    await desk().ana.says('sync autopilot');
    await accepted();
    desk().connector.refuses(desk().ana.conversationId, { status: 403, code: 'MessageWritesBlocked' });
    await desk().jon.says('sync autopilot');
    await until(
      () => desk().logged.some((one) => one.level === 'warn' && /no longer be shown/.test(one.message)),
      () => 'The log does not say that the card was dropped',
    );
    const tries = () => desk().connector.traffic.filter((one) => one.path.includes('ana-ruiz')).length;
    const before = tries();
    await desk().clock.goesOn(minute);
    await desk().jon.sees(lineOf(say('status.done')));
    expect(tries()).toBe(before);
    expect(desk().posts()).toHaveLength(1);
  });

  test('a reply that failed is owned up to, with the reference that the log has', async () => {
    desk().connector.fails({ status: 400, code: 'BadSyntax' });
    const answer = await desk().ana.says('autopilot');
    expect(answer).toEqual({ status: 200, body: null });
    const reference = referenceIn(desk().ana.newest());
    expect(desk().logged).toContainEqual(
      expect.objectContaining({ level: 'error', details: expect.objectContaining({ reference }) }),
    );
    expect(desk().ana.newest().card.fallbackText).not.toMatch(/BadSyntax|as planned|\n\s+at /);
  });

  test('an edit that fails for a while is tried again, on the same card', async () => {
    await desk().ana.says('sync autopilot');
    await accepted();
    const card = desk().ana.newest();
    desk().connector.fails(...Array(1).fill({ status: 503 }));
    await desk().clock.goesOn(12 * second);
    await desk().ana.seesOn(card, lineOf(say('status.done')));
    expect(desk().ana.messages()).toEqual([card]);
  });

  test('a connector that fails for seconds is tried again, and owned up to when it works', async () => {
    desk().connector.fails(...Array(1).fill({ status: 500, code: 'ServiceError' }));
    const answer = await desk().ana.says('autopilot');
    expect(answer).toEqual({ status: 200, body: null });
    expect(desk().ana.messages()).toHaveLength(1);
    expect(referenceIn(desk().ana.newest())).toBeDefined();
  });

  test('a sync whose first card was lost goes on, and its outcome is posted', async () => {
    desk().connector.fails({ status: 400 });
    await desk().ana.says('sync autopilot');
    expect(desk().ana.newest().card.fallbackText).toContain(say('trouble.said'));
    await until(
      () => desk().posts().length === 1,
      () => 'The sync did not go on',
    );
    await desk().clock.goesOn(minute);
    await desk().ana.sees(lineOf(say('status.done')));
    expect(desk().posts()).toHaveLength(1);
  });

  test('where nothing can be said at all, the log has it and the answer gives nothing away', async () => {
    desk().connector.refuses(desk().ana.conversationId, { status: 400, code: 'BadSyntax' });
    const answer = await desk().ana.says('autopilot');
    expect(JSON.stringify(answer.body)).not.toMatch(/BadSyntax|as planned|\bat \//);
    expect(
      desk()
        .logged.filter((one) => one.level === 'error')
        .map((one) => one.message),
    ).toEqual(['a turn failed', 'the person could not be told']);
    await desk().jon.says('help');
    expect(desk().jon.messages()).toHaveLength(1);
  });

  test('a pressed card that can no longer be edited: the press is answered all the same', async () => {
    await desk().ana.says('autopilot');
    const card = desk().ana.newest();
    desk().connector.deletes(card);
    const answer = await desk().ana.presses(say('button.sync-autopilot'), { message: card });
    expect(answer.status).toBe(200);
    await accepted();
    await desk().clock.goesOn(minute);
    await desk().ana.sees(lineOf(say('status.done')));
    expect(desk().ana.messages()).toHaveLength(1);
    expect(desk().posts()).toHaveLength(1);
  });

  test('a pressed card that is gone, and follows no run: the answer stands in a new message', async () => {
    await desk().ana.says('settings');
    const card = desk().ana.newest();
    desk().connector.deletes(card);
    const answer = await desk().ana.presses(say('button.save'), { message: card });
    expect(answer.status).toBe(200);
    expect(desk().ana.messages()).toHaveLength(1);
  });

  test('an Execute that fails inside says so in words', async () => {
    await desk().ana.says('settings');
    desk().connector.fails({ status: 400 });
    const answer = await desk().ana.presses(say('button.save'));
    expect(answer.status).toBe(200);
    expect(answer.body?.type).toBe('application/vnd.microsoft.activity.message');
    expect(String(answer.body?.value)).toContain(say('trouble.said'));
  });
});

const runTitle = (number: number) => say('run.title', { title: say('action.autopilot-sync'), number });

/** As `runs` tells them, the newest first. */
async function runNumbers(): Promise<number[]> {
  const reader = desk().person('A reader');
  await reader.says('runs');
  const titles = (reader.newest().card.actions ?? []).map((one) => one.title);
  return titles.flatMap((title) => /^Run (\d+)$/.exec(title)?.[1] ?? []).map(Number);
}

const dataOf = (message: Message, title: string) => message.card.actions?.find((one) => one.title === title)?.data;

const cardIn = (answer: { body: { value: unknown } | null }) =>
  (answer.body?.value as { fallbackText?: string } | undefined)?.fallbackText;

const referenceIn = (message: Message) => /: ([0-9a-f]{8})$/m.exec(message.card.fallbackText)?.[1];
