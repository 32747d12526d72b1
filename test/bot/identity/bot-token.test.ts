import { openSender, type SenderDoor, turnWaits } from '../../../bot/graph/send.ts';
import { type BotTokenParts, openBotToken } from '../../../bot/identity/bot-token.ts';
import { cloudNamed } from '../../../bot/identity/clouds.ts';
import type { HttpAsk, Sender } from '../../../bot/ports.ts';
import { type Logged, recordingLog } from '../../helpers/desk.ts';
import { type Entra, openEntra } from '../../helpers/entra.ts';
import { minute, second } from '../runs/samples.ts';

let entra: Entra;
let sender: SenderDoor;
beforeAll(async () => {
  entra = await openEntra();
  sender = openSender(turnWaits);
});
afterAll(async () => {
  await sender.close();
  await entra.close();
});

let logged: Logged[] = [];
beforeEach(() => {
  entra.startsOver();
  logged = [];
  // Only the time of day stands still; sockets and timers go on.
  jest.useFakeTimers({ now: Date.now(), doNotFake: allButDate });
});
afterEach(() => jest.useRealTimers());

const allButDate: FakeableAPI[] = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];
const passes = (ms: number) => jest.setSystemTime(Date.now() + ms);

function botToken(change: Partial<BotTokenParts> = {}) {
  const { clientId, tenantId, secret } = entra.registration;
  return openBotToken({
    appId: clientId,
    tenantId,
    credential: { kind: 'secret', secret },
    cloud: cloudNamed('global'),
    entraUrl: entra.entraUrl,
    tokenUrl: entra.tokenUrl,
    send: sender.send,
    log: recordingLog(logged),
    ...change,
  });
}

const asked = () => entra.requests.length;

test('the connector takes the token', async () => {
  expect(await entra.complaintAboutBot(`Bearer ${await botToken()()}`)).toBeNull();
  expect(entra.requests[0]).toMatchObject({
    grant: 'client_credentials',
    form: { scope: 'https://api.botframework.com/.default' },
  });
});

describe('a token', () => {
  test('is asked for once and kept, also by many at once', async () => {
    const token = botToken();
    const [first, ...others] = await Promise.all([token(), token(), token()]);
    passes(50 * minute);
    expect([...others, await token()]).toEqual([first, first, first]);
    expect(asked()).toBe(1);
  });

  test('is renewed some minutes before it ends', async () => {
    const token = botToken();
    const first = await token();
    passes(3599 * second - 6 * minute);
    expect(await token()).toBe(first);
    passes(2 * minute);
    expect(await token()).not.toBe(first);
    expect(asked()).toBe(2);
  });

  test('that the connector refuses is renewed, but at most once a minute', async () => {
    const token = botToken();
    const first = await token();
    passes(59 * second);
    expect(await token({ fresh: true })).toBe(first);
    passes(second);
    const next = await token({ fresh: true });
    expect(next).not.toBe(first);
    expect(await token({ fresh: true })).toBe(next);
    expect(await token()).toBe(next);
    expect(asked()).toBe(2);
  });
});

describe('Entra gives none', () => {
  test('the failure is not kept: the next ask goes to Entra again', async () => {
    const token = botToken();
    entra.fails({ status: 503 });
    await expect(token()).rejects.toThrow('no token');
    expect(await entra.complaintAboutBot(`Bearer ${await token()}`)).toBeNull();
  });

  test('a page in place of an answer is no token', async () => {
    entra.fails({ status: 200, body: '<html>' });
    await expect(botToken()()).rejects.toThrow('no token');
  });

  test('the log names Entra’s number, and neither the secret nor what quotes it', async () => {
    const secret = 'a secret that ran out~9c1f';
    const body = { error: 'invalid_client', error_description: `AADSTS7000222: ${secret} has expired.` };
    entra.fails({ status: 401, body });
    const complaint = await botToken({ credential: { kind: 'secret', secret } })().catch(String);
    expect(logged).toMatchObject([{ level: 'error', details: { status: 401, entra: ['AADSTS7000222'] } }]);
    expect(JSON.stringify([logged, complaint])).not.toContain('ran out');
  });

  test('nobody answers: the log says so without a number', async () => {
    entra.fails({ trouble: 'broken' });
    await expect(botToken()()).rejects.toThrow('no token');
    expect(logged).toMatchObject([{ level: 'error', details: { status: null, entra: [] } }]);
  });
});

describe('where it is asked for', () => {
  const paths = () => entra.requests.map(({ path }) => path);

  test('at BOT_TOKEN_URL where that is set, whatever the bot’s tenant', async () => {
    await botToken()();
    expect(paths()).toEqual([new URL(entra.tokenUrl).pathname]);
  });

  test('else in the tenant of the registration', async () => {
    await botToken({ tokenUrl: null })();
    expect(paths()).toEqual([`/${entra.registration.tenantId}/oauth2/v2.0/token`]);
  });

  test('and for a multi-tenant bot in the Bot Framework’s own tenant', async () => {
    await botToken({ tokenUrl: null, tenantId: null })();
    expect(paths()).toEqual(['/botframework.com/oauth2/v2.0/token']);
  });

  test.each([
    ['usgov', 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us', 'https://api.botframework.us'],
    [
      'china',
      'https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn',
      'https://api.botframework.azure.cn',
    ],
  ] as const)('in the cloud %s there, for the connector as it is called there', async (name, authority, audience) => {
    const { send, sent } = answeringWith({ token_type: 'Bearer', expires_in: 3599, access_token: 'of the cloud' });
    const cloud = cloudNamed(name);
    const token = botToken({ cloud, entraUrl: cloud.entra, tokenUrl: null, tenantId: null, send });
    expect(await token()).toBe('of the cloud');
    expect(sent.map(({ url }) => url.split('?')[0])).toEqual([`${authority}/oauth2/v2.0/token`]);
    expect(new URLSearchParams(String(sent[0]?.body)).get('scope')).toContain(`${audience}/.default`);
  });

  test('a managed identity asks its own machine, with no secret at all', async () => {
    const body = { access_token: 'of the machine', expires_on: `${Math.floor(Date.now() / 1000) + 3600}` };
    const { send, sent } = answeringWith({ ...body, token_type: 'Bearer' });
    const { clientId } = entra.registration;
    const token = botToken({ credential: { kind: 'managed-identity', clientId }, send });
    expect(await token()).toBe('of the machine');
    const url = new URL(sent[0]?.url ?? '');
    expect([url.hostname, url.searchParams.get('resource')]).toEqual([
      '169.254.169.254',
      'https://api.botframework.com',
    ]);
    expect(url.searchParams.get('client_id')).toBe(clientId);
  });
});

/** An outside service that this machine cannot reach. */
function answeringWith(body: object): { send: Sender; sent: HttpAsk[] } {
  const sent: HttpAsk[] = [];
  const send: Sender = async (ask) => {
    sent.push(ask);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  };
  return { send, sent };
}
