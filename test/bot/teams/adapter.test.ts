import type { Conversation, TenantId } from '../../../bot/ports.ts';
import { NoRoom } from '../../../bot/ports-writing.ts';
import { until } from '../../helpers/chat.ts';
import { type Connector, openConnector } from '../../helpers/connector.ts';
import { tenant } from './activities.ts';
import { type ChannelDoor, type DoorOptions, fresh, openDoor, plain } from './door.ts';

let connector: Connector;
let door: ChannelDoor;

beforeAll(async () => {
  connector = await openConnector();
});
beforeEach(() => connector.startsOver());
afterEach(() => door.close());
afterAll(() => connector.close());

/** Somebody says or presses something, and what is answered goes to the connector. */
async function meets(options: DoorOptions, change: Record<string, unknown> = {}) {
  door = await openDoor(options);
  const authorization = await door.bearer({ serviceUrl: connector.serviceUrl });
  return door.knocks(fresh({ serviceUrl: connector.serviceUrl, ...change }), authorization);
}

const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: { v: 1 } } } };
const below = async () => ({ card: plain('Here it is'), place: 'below' as const });
const broken = async () => Promise.reject(new Error('a secret of ours'));
const shown = () => connector.traffic.map(({ body }) => body).join('\n');

test('a message is answered by a message, with the bot’s own token', async () => {
  let given = 0;
  const botToken = async () => `token-${++given}`;
  expect(await meets({ answer: below, botToken })).toEqual({ status: 200, text: '' });
  expect(connector.traffic.map(({ method }) => method)).toEqual(['POST']);
  expect(given).toBe(1);
  expect(shown()).toContain('Here it is');
});

test('whoever waits for an answer is shown that the bot types', async () => {
  const types = () => connector.traffic.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  const answer = async () => {
    await until(
      () => types().length > 0,
      () => 'nothing was shown while the answer took its time',
    );
    return below();
  };
  expect(await meets({ answer })).toEqual({ status: 200, text: '' });
  expect(types()).toEqual(['typing', 'message']);
});

test('a press is answered in its own answer', async () => {
  const answer = await meets({ answer: async () => ({ card: plain('Here it is'), place: 'here' as const }) }, press);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ statusCode: 200, value: { fallbackText: 'Here it is' } });
});

test('an invoke that nobody knows is not implemented', async () => {
  expect(await meets({}, { type: 'invoke', name: 'config/fetch', value: {} })).toEqual({ status: 501, text: '' });
});

test('what breaks in a turn is owned up to in words, and the details are for the log', async () => {
  expect(await meets({ answer: broken })).toEqual({ status: 200, text: '' });
  expect(shown()).toMatch(/Something broke, [0-9a-f]{8}/);
  expect(shown()).not.toContain('secret');
  expect(door.logged.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'info: turn ended',
    'error: a turn failed',
  ]);
});

test('what breaks beside the turn is an internal error, and one line more for the log', async () => {
  const trouble = () => {
    throw new Error('another secret');
  };
  const answer = await meets({ answer: broken, trouble });
  expect(answer).toEqual({ status: 500, text: '{"error":"internal error"}' });
  expect(door.logged.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'info: turn ended',
    'error: a turn failed',
    'error: an activity failed outside its turn',
  ]);
});

test('a turn whose times are nonsense goes on', async () => {
  const change = { timestamp: 'yesterday', localTimestamp: 17, expiration: null };
  expect((await meets({ answer: below }, change)).status).toBe(200);
  expect(shown()).toContain('Here it is');
});

describe('a message that nobody asked for', () => {
  const where = (change: Partial<Conversation> = {}): Conversation => ({
    id: 'a:1',
    kind: 'personal',
    tenantId: tenant as TenantId,
    serviceUrl: connector.serviceUrl,
    botId: '28:bot',
    ...change,
  });

  const posts = (text = 'Done', to = where()) => door.teams.inTurn(to, 'notice', (chat) => chat.post(plain(text)));

  test('is posted, and edited under the id it got', async () => {
    door = await openDoor();
    const posted = await posts('Accepted');
    if (posted.kind !== 'shown') throw new Error('it was not shown');
    const { cardId } = posted;
    await door.teams.inTurn(where(), 'edit', (chat) => chat.edit(cardId, plain('Done')));
    expect(connector.messages('a:1').map(({ shown: states }) => states)).toEqual([['Accepted', 'Done']]);
  });

  test.each([
    [403, 'BotNotInConversationRoster', 'no-conversation'],
    [404, 'ConversationNotFound', 'no-conversation'],
    [404, 'ActivityNotFoundInConversation', 'no-message'],
  ])('meets %i %s: %s', async (status, code, kind) => {
    door = await openDoor();
    connector.fails({ status, code });
    expect(await door.teams.inTurn(where(), 'edit', (chat) => chat.edit('m-1', plain('Done')))).toEqual({ kind });
  });

  test.each([400, 413, 500])('meets %i: as it is, Teams would refuse it again', async (statusCode) => {
    door = await openDoor();
    connector.fails({ status: statusCode });
    expect(await posts()).toMatchObject({ kind: 'refused', error: { statusCode } });
  });

  test('waits in nobody’s hands where Teams has asked for more patience than a step has', async () => {
    door = await openDoor();
    connector.fails({ status: 429, headers: { 'retry-after': '120' } });
    await expect(posts()).rejects.toMatchObject({ statusCode: 429 });
    await expect(posts()).rejects.toThrow(NoRoom);
    expect(connector.traffic).toHaveLength(1);
  });

  test('that fails for now is thrown, for whoever tries again', async () => {
    door = await openDoor();
    connector.fails({ status: 503 });
    await expect(posts()).rejects.toMatchObject({ statusCode: 503 });
    expect(connector.traffic).toHaveLength(1);
  });

  test('stays here where the stored address is not one of the channel', async () => {
    door = await openDoor();
    const evil = where({ serviceUrl: 'https://smba.trafficmanager.net.evil.invalid/' });
    expect(await posts('Done', evil)).toEqual({ kind: 'no-conversation' });
  });
});
