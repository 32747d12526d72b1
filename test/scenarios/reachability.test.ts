import { openLexicon } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Failure } from '../helpers/connector.ts';
import { deskForEach } from './desk-for-each.ts';

const minute = 60_000;
const { say } = openLexicon()('en', 'Europe/Berlin');
const desk = deskForEach();
const done = new RegExp(`^${say('status.done')}$`, 'm');
const accepted = new RegExp(`^${say('status.accepted')}$`, 'm');
const cannotWrite = new RegExp(say('notice.cannot-write'));

const notices = (person: Person) => person.messages().filter(({ card }) => cannotWrite.test(card.fallbackText));
const sentTo = ({ conversationId }: Person) =>
  desk().connector.traffic.filter(({ path }) => path.includes(encodeURIComponent(conversationId))).length;

/** She has written to the bot alone before, and now asks among others. */
async function asksInGroup(): Promise<Person> {
  await desk().ana.says('sync autopilot');
  await desk().ana.sees(accepted);
  await desk().clock.goesOn(minute);
  await desk().ana.sees(done);
  await desk().clock.goesOn(15 * minute);
  const there = desk().person('Ana Ruiz', { conversationId: '19:rollout@thread.v2', kind: 'groupChat' });
  await there.says('sync autopilot');
  await there.sees(accepted);
  return there;
}

/** The next edit there meets this. */
async function meets(failure: Failure): Promise<void> {
  desk().connector.fails(failure);
  await desk().clock.goesOn(minute);
}

const toldElsewhere = () =>
  until(
    () => notices(desk().ana).length > 0,
    () => 'nobody was told',
  );

describe('a conversation in which the bot can no longer write', () => {
  test.each([
    ['removed', { status: 403, code: 'BotNotInConversationRoster' }],
    ['blocked', { status: 403, code: 'ConversationBlockedByUser' }],
    ['gone', { status: 404, code: 'ConversationNotFound' }],
  ])(
    'because it was %s: it is left alone, and whoever asked is told once where nobody else reads',
    async (_, failure) => {
      const there = await asksInGroup();
      await meets(failure);
      await toldElsewhere();
      const before = sentTo(there);
      for (let i = 0; i < 3; i++) await desk().clock.goesOn(minute);
      expect(notices(desk().ana)).toHaveLength(1);
      expect(notices(desk().jon)).toEqual([]);
      expect(sentTo(there)).toBe(before);
    },
  );

  test('is open again as soon as somebody there is heard of, and shows what it missed', async () => {
    const there = await asksInGroup();
    const board = there.newest();
    await meets({ status: 403, code: 'BotNotInConversationRoster' });
    await toldElsewhere();
    await there.says('help');
    await there.seesOn(board, done);
  });

  test('because it was uninstalled, is not even tried, until it is installed again', async () => {
    const there = await asksInGroup();
    const board = there.newest();
    await there.sends({ type: 'installationUpdate', action: 'remove' });
    const before = sentTo(there);
    await toldElsewhere();
    await desk().clock.goesOn(minute);
    await desk().ana.says('run 2');
    await desk().ana.sees(done);
    expect(sentTo(there)).toBe(before);
    await there.arrives();
    await there.seesOn(board, done);
  });

  test('because its channel was deleted, is left alone with all of its threads', async () => {
    const channel = '19:general@thread.tacv2';
    const conversationId = `${channel};messageid=1`;
    await asksInGroup();
    const thread = desk().person('Ana Ruiz', { conversationId, kind: 'channel' });
    await thread.says('run 2');
    await thread.sees(accepted);
    const elsewhere = desk().person('Ana Ruiz', { conversationId: channel, kind: 'channel' });
    await elsewhere.sends({
      type: 'conversationUpdate',
      channelData: { eventType: 'channelDeleted', channel: { id: channel } },
    });
    const before = sentTo(thread);
    await toldElsewhere();
    await desk().clock.goesOn(minute);
    await desk().ana.says('run 2');
    await desk().ana.sees(done);
    expect(sentTo(thread)).toBe(before);
  });
});

test('where an answer cannot be shown, whoever asked is told where they are alone with the bot, once, and nobody else is', async () => {
  const { ana, jon, connector } = desk();
  for (const one of [ana, jon]) await one.says('watch exchange EX01 older than 90 d');
  const there = desk().person('Ana Ruiz', { conversationId: '19:rollout@thread.v2', kind: 'groupChat' });
  connector.refuses('19:rollout@thread.v2', { status: 403, code: 'BotNotInConversationRoster' });
  const answered = (person: Person) =>
    person.messages().filter(({ card }) => card.fallbackText.includes(say('notice.cannot-answer')));
  const hour = 60 * minute;
  await desk().clock.goesOn(hour - (desk().clock.now().getTime() % hour));
  for (let times = 0; times < 2; times++) await there.says('watches');
  await until(
    () => answered(ana).length > 0,
    () => 'she was not told',
  );
  await desk().clock.goesOn(minute);
  expect([answered(ana).length, answered(jon).length]).toEqual([1, 0]);
});

test('a new address of Teams counts from the first activity that brings it', async () => {
  const there = await asksInGroup();
  const board = there.newest();
  const serviceUrl = `${desk().connector.serviceUrl}emea/`;
  await there.sends({ type: 'messageReaction', serviceUrl });
  desk().connector.traffic.length = 0;
  await desk().clock.goesOn(minute);
  await until(
    () => desk().connector.traffic.some(({ path }) => path.startsWith('/emea/') && path.includes(board.id)),
    () => 'the old address was asked',
  );
});
