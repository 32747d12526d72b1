import { openSender, turnWaits } from '../../../bot/graph/send.ts';
import { loopbackOnly } from '../../../bot/teams/channel-address.ts';
import { conversationsAt, type InTurn } from '../../../bot/teams/connector.ts';
import { ConnectorError, NotTheConnector } from '../../../bot/teams/connector-answer.ts';
import { openWritten } from '../../../bot/teams/written.ts';
import { type Asked, type Loopback, openLoopback, type Told } from '../../helpers/loopback.ts';

let connector: Loopback;
let asked: Asked[] = [];
let planned: Told[] = [];
const sender = openSender(turnWaits);

beforeAll(async () => {
  connector = await openLoopback(async (one) => {
    asked.push(one);
    return planned.shift() ?? { status: 201, body: { id: 'm-1' } };
  });
});
beforeEach(() => {
  asked = [];
  planned = [];
});
afterAll(async () => {
  await sender.close();
  await connector.close();
});

const written = openWritten();
const tokens = { given: 0, renewed: 0 };
const botToken = async ({ fresh } = { fresh: false }) => {
  if (fresh) tokens.renewed += 1;
  tokens.given += 1;
  return `token-${tokens.renewed}`;
};
beforeEach(() => Object.assign(tokens, { given: 0, renewed: 0 }));

const conversations = (serviceUrl = `${connector.url}/`) =>
  conversationsAt(serviceUrl, { send: sender.send, botToken, addresses: loopbackOnly, written }, atOnce);
/** No line to stand in. */
const atOnce: InTurn = (_, work) => work({ request: (send) => send(), leave() {} });
const message = { type: 'message', text: 'Hello' };
const failureOf = (sent: Promise<unknown>): Promise<unknown> =>
  sent.then(
    () => null,
    (error: unknown) => error,
  );
const lines = () => asked.map(({ method, path }) => `${method} ${path}`);
const authorizations = () => asked.map(({ headers }) => headers.authorization);

describe('what is sent', () => {
  const channel = '19:abc/def?x=1#y@thread.tacv2;messageid=17';
  const encoded = '19%3Aabc%2Fdef%3Fx%3D1%23y%40thread.tacv2%3Bmessageid%3D17';

  test('a message goes to its conversation, and its id comes back', async () => {
    expect(await conversations().sendToConversation(channel, message)).toEqual({ id: 'm-1' });
    expect(lines()).toEqual([`POST /v3/conversations/${encoded}/activities`]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual(message);
    expect(authorizations()).toEqual(['Bearer token-0']);
    expect(asked[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('replies, edits, removals and new conversations have their own addresses', async () => {
    const { replyToActivity, updateActivity, deleteActivity, createConversation } = conversations();
    await replyToActivity('a:1', '1/2', message);
    await updateActivity('a:1', '1/2', message);
    await deleteActivity('a:1', '1/2');
    planned.push({ status: 201, body: { id: '19:new', activityId: '17' } });
    expect(await createConversation({ isGroup: true })).toEqual({ id: '19:new', activityId: '17' });
    expect(lines()).toEqual([
      'POST /v3/conversations/a%3A1/activities/1%2F2',
      'PUT /v3/conversations/a%3A1/activities/1%2F2',
      'DELETE /v3/conversations/a%3A1/activities/1%2F2',
      'POST /v3/conversations',
    ]);
  });

  test('an address with a path keeps it, however it ends', async () => {
    for (const end of ['', '/', '//'])
      await conversations(`${connector.url}/emea${end}`).sendToConversation('a', message);
    expect(new Set(lines())).toEqual(new Set(['POST /emea/v3/conversations/a/activities']));
  });

  test.each(['', 'null', '[]', '{"id":17}'])('an answer without an id (%j) is no failure', async (body) => {
    planned.push({ status: 200, body });
    expect(await conversations().sendToConversation('a:1', message)).toEqual({});
  });

  test('in practice nothing is signed', async () => {
    const practice = conversationsAt(
      connector.url,
      { send: sender.send, botToken: null, addresses: loopbackOnly, written },
      atOnce,
    );
    await practice.sendToConversation('a:1', message);
    expect(authorizations()).toEqual([undefined]);
  });
});

describe('the bot’s token goes to the channel only', () => {
  const teams = { hosts: ['smba.trafficmanager.net'], loopback: false };

  test.each([
    'https://smba.trafficmanager.net.evil.invalid/',
    'https://evil.invalid/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.invalid/',
    'https://someone:secret@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'http://smba.trafficmanager.net/',
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'file:///etc/passwd',
    'not an address',
  ])('not to %s', async (serviceUrl) => {
    const sent: string[] = [];
    const send = async ({ url }: { url: string }) => {
      sent.push(url);
      return { status: 200, headers: {}, body: '' };
    };
    const elsewhere = conversationsAt(serviceUrl, { send, botToken, addresses: teams, written }, atOnce);
    for (const failed of [
      elsewhere.sendToConversation('a:1', message),
      elsewhere.updateActivity('a:1', '1', message),
      elsewhere.deleteActivity('a:1', '1'),
      elsewhere.createConversation({}),
    ])
      expect(await failureOf(failed)).toBeInstanceOf(Error);
    expect([sent, tokens.given]).toEqual([[], 0]);
  });

  test.each(['https://smba.trafficmanager.net/emea/', 'https://SMBA.trafficmanager.net:443/'])(
    'but to %s',
    async (serviceUrl) => {
      const sent: string[] = [];
      const send = async ({ url }: { url: string }) => {
        sent.push(url);
        return { status: 200, headers: {}, body: '' };
      };
      await conversationsAt(serviceUrl, { send, botToken, addresses: teams, written }, atOnce).sendToConversation(
        'a:1',
        message,
      );
      expect(sent).toHaveLength(1);
    },
  );
});

describe('the connector’s no', () => {
  test.each([
    [400, 'BadSyntax'],
    [403, 'BotNotInConversationRoster'],
    [404, 'ConversationNotFound'],
    [413, 'MessageSizeTooBig'],
    [412, 'PreconditionFailed'],
    [500, 'ServiceError'],
    [502, null],
    [503, 'ServiceUnavailable'],
    [504, null],
  ])('%i %s is thrown, and nothing is sent a second time: it may be there already', async (status, code) => {
    planned.push({ status, body: code ? { error: { code, message: 'as planned' } } : '<p>Bad Gateway</p>' });
    const failure = await failureOf(conversations().sendToConversation('a:1', message));
    expect(failure).toBeInstanceOf(ConnectorError);
    expect(failure).toMatchObject({ statusCode: status, code });
    expect(asked).toHaveLength(1);
  });

  test('a connection that breaks off is thrown, and nothing is sent a second time', async () => {
    planned.push({ trouble: 'broken' });
    expect(await failureOf(conversations().sendToConversation('a:1', message))).toBeInstanceOf(Error);
    expect(asked).toHaveLength(1);
  });

  test('a page that something on the way answers with is no message that arrived', async () => {
    const page = { status: 200, body: '<html><body>Please sign in to the network</body></html>' };
    planned.push(page, page);
    const { sendToConversation, updateActivity } = conversations();
    expect(await failureOf(sendToConversation('a:1', message))).toBeInstanceOf(NotTheConnector);
    expect(await failureOf(updateActivity('a:1', '1', message))).toBeInstanceOf(NotTheConnector);
    expect(asked).toHaveLength(2);
  });

  test('401 is met with another token, once', async () => {
    planned.push({ status: 401 });
    expect(await conversations().sendToConversation('a:1', message)).toEqual({ id: 'm-1' });
    expect(authorizations()).toEqual(['Bearer token-0', 'Bearer token-1']);
    planned.push({ status: 401 }, { status: 401 });
    const failure = await failureOf(conversations().sendToConversation('a:1', message));
    expect(failure).toMatchObject({ statusCode: 401 });
    expect(asked).toHaveLength(4);
  });

  test('a short wait is left to the line, and it is asked again, once', async () => {
    planned.push({ status: 429, headers: { 'retry-after': '0.2' } });
    expect(await conversations().updateActivity('a:1', '1', message)).toEqual({ id: 'm-1' });
    expect(asked).toHaveLength(2);
    planned.push({ status: 429, headers: { 'retry-after': '0' } }, { status: 429, headers: { 'retry-after': '0' } });
    const failure = await failureOf(conversations().sendToConversation('a:1', message));
    expect(failure).toMatchObject({ statusCode: 429, retryAfterMs: 0 });
    expect(asked).toHaveLength(4);
  });

  test.each([
    ['3', 3_000],
    ['600', 600_000],
    ['Sat, 21 Nov 2026 16:00:00 GMT', null],
    ['-1', null],
    ['soon', null],
    [null, null],
  ])('a wait of %s is left to whoever can wait', async (retryAfter, retryAfterMs) => {
    planned.push({ status: 429, headers: retryAfter ? { 'retry-after': retryAfter } : {} });
    const failure = await failureOf(conversations().sendToConversation('a:1', message));
    expect(failure).toMatchObject({ statusCode: 429, retryAfterMs });
    expect(asked).toHaveLength(1);
  });

  test('where Entra gives no token, nothing is sent', async () => {
    const refused = async () => {
      throw new Error('no token');
    };
    const parts = { send: sender.send, botToken: refused, addresses: loopbackOnly, written };
    const failure = await failureOf(conversationsAt(connector.url, parts, atOnce).sendToConversation('a:1', message));
    expect(failure).toMatchObject({ message: 'no token' });
    expect(asked).toEqual([]);
  });
});
