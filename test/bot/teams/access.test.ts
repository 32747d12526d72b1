import { importJWK, SignJWT } from 'jose';
import { type ChannelDoor, fresh, openDoor, serviceUrl } from './door.ts';

let door: ChannelDoor;
const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => [level, console[level]] as const);
const printed: unknown[][] = [];

beforeAll(async () => {
  for (const [level] of consoles) console[level] = (...said: unknown[]) => printed.push(said);
  door = await openDoor();
});
beforeEach(() => {
  door.heard.length = 0;
  door.logged.length = 0;
});
afterAll(async () => {
  for (const [level, say] of consoles) console[level] = say;
  await door.close();
});
afterEach(() => expect(printed).toEqual([]));

const minute = 60;

const unsignedHeader = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');

/** A good token's claims, under another header and without a signature. */
async function unsigned(): Promise<string> {
  const [header = '', claims = ''] = (await good()).split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
  return `Bearer ${unsignedHeader({ alg: 'none', kid })}.${claims}.`;
}

const good = async () => (await door.bearer()).replace('Bearer ', '');

/** The classic confusion: the public key, which everybody has, as the secret of a symmetric signature. */
async function symmetric(): Promise<string> {
  const configuration = (await (await fetch(door.entra.openIdUrl)).json()) as { jwks_uri: string };
  const { keys } = (await (await fetch(configuration.jwks_uri)).json()) as { keys: { kid: string; n: string }[] };
  const [key] = keys;
  const secret = await importJWK({ kty: 'oct', k: Buffer.from(JSON.stringify(key)).toString('base64url') }, 'HS256');
  const claims = { serviceurl: serviceUrl, iss: 'https://api.botframework.com', aud: door.entra.registration.clientId };
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' }).setExpirationTime('1h');
  return `Bearer ${await token.sign(secret)}`;
}

/** The signature belongs to another text. */
async function altered(): Promise<string> {
  const [header, , signature] = (await good()).split('.');
  const claims = { serviceurl: serviceUrl, aud: door.entra.registration.clientId, exp: 9_999_999_999 };
  return `Bearer ${header}.${unsignedHeader(claims)}.${signature}`;
}

type Proof = () => Promise<string | null> | string | null;

describe('an activity that does not prove that it comes from Teams is refused, and no more is said', () => {
  test.each<[string, Proof, string]>([
    ['without a token', () => null, 'no token'],
    ['with an empty header', () => '', 'no token'],
    ['with a token of another scheme', async () => `Basic ${await good()}`, 'no bearer token'],
    ['with a scheme and no token', () => 'Bearer', 'no bearer token'],
    ['with two tokens', async () => `Bearer ${await good()} ${await good()}`, 'no bearer token'],
    ['with rubbish', () => 'Bearer rubbish', 'unreadable'],
    ['with rubbish in three parts', () => 'Bearer e30.e30.e30', 'algorithm'],
    ['with a header that is no object', () => `Bearer ${unsignedHeader([])}.e30.e30`, 'unreadable'],
    ['with an unsigned token', unsigned, 'algorithm'],
    ['signed with the public key as a secret', symmetric, 'algorithm'],
    ['with another signature', altered, 'signature'],
    ['signed by somebody else under the channel’s key id', () => door.bearer({ key: 'stranger' }), 'signature'],
    ['signed with a key nobody knows', () => door.bearer({ key: 'unknown' }), 'unknown key'],
    ['for another bot', () => door.bearer({ audience: '00000000-0000-4000-8000-000000000001' }), 'audience'],
    ['by another issuer', () => door.bearer({ issuer: 'https://sts.windows.net/x/' }), 'issuer'],
    ['with a token that ended six minutes ago', () => door.bearer({ expiresIn: -6 * minute }), 'expired'],
    ['with a token for later', () => door.bearer({ validIn: 6 * minute }), 'not yet valid'],
    ['made for another address', () => door.bearer({ serviceUrl: 'https://evil.invalid/' }), 'service url'],
    ['made for another path of this address', () => door.bearer({ serviceUrl: `${serviceUrl}x` }), 'service url'],
    ['made for no address', () => door.bearer({ serviceUrl: null }), 'service url'],
    ['with a key that may not speak for Teams', () => door.bearer({ key: 'unendorsed' }), 'endorsement'],
  ])('%s', async (_name, proof, why) => {
    const header = await proof();
    expect(await door.knocks(fresh(), header)).toEqual({ status: 401, text: '{"error":"unauthorized"}' });
    expect(door.logged).toEqual([{ level: 'warn', details: { status: 401, why }, message: 'activity refused' }]);
    expect(door.heard).toEqual([]);
  });
});

describe('an activity of the channel that is not for this bot’s people is refused', () => {
  const otherTenant = '99999999-9999-4999-8999-999999999999';
  const where = (tenantId: string | undefined) => ({ id: 'a:1', conversationType: 'personal', tenantId });

  test.each<[string, object, Partial<Parameters<ChannelDoor['bearer']>[0]>, string]>([
    ['from another channel', { channelId: 'directline' }, { key: 'unendorsed' }, 'another channel'],
    [
      'from a host that is not Microsoft’s',
      { serviceUrl: 'https://smba.trafficmanager.net.evil.invalid/' },
      { serviceUrl: 'https://smba.trafficmanager.net.evil.invalid/' },
      'another host',
    ],
    [
      'in the clear from Microsoft’s host',
      { serviceUrl: 'http://smba.trafficmanager.net/emea/' },
      { serviceUrl: 'http://smba.trafficmanager.net/emea/' },
      'another host',
    ],
    [
      'from another cloud’s host',
      { serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/' },
      { serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/' },
      'another host',
    ],
    [
      'from another tenant',
      { conversation: where(otherTenant), channelData: { tenant: { id: otherTenant } } },
      {},
      'another tenant',
    ],
    ['of two tenants at once', { channelData: { tenant: { id: otherTenant } } }, {}, 'another tenant'],
    ['of no tenant', { conversation: where(undefined), channelData: {} }, {}, 'another tenant'],
  ])('%s', async (_name, change, wish, why) => {
    const answer = await door.knocks(fresh(change as Record<string, unknown>), await door.bearer(wish));
    expect(answer).toEqual({ status: 403, text: '{"error":"forbidden"}' });
    expect(door.logged).toEqual([{ level: 'warn', details: { status: 403, why }, message: 'activity refused' }]);
    expect(door.heard).toEqual([]);
  });
});

describe('an activity that Teams sent is heard', () => {
  test.each<[string, object, Partial<Parameters<ChannelDoor['bearer']>[0]>]>([
    ['as it comes', {}, {}],
    ['with one slash more in the token', { serviceUrl: serviceUrl.slice(0, -1) }, {}],
    ['with one slash less in the token', {}, { serviceUrl: serviceUrl.slice(0, -1) }],
    ['with a token that ended four minutes ago: clocks differ', {}, { expiresIn: -4 * minute }],
    ['with a token for in four minutes', {}, { validIn: 4 * minute }],
    ['with the tenant in one place only', { channelData: {} }, {}],
    [
      'from a government community in the global cloud',
      { serviceUrl: 'https://smba.infra.gcc.teams.microsoft.com/teams' },
      { serviceUrl: 'https://smba.infra.gcc.teams.microsoft.com/teams' },
    ],
    [
      'from loopback, because the channel’s keys are there too',
      { serviceUrl: 'http://127.0.0.1:9/' },
      { serviceUrl: 'http://127.0.0.1:9/' },
    ],
  ])('%s', async (_name, change, wish) => {
    const answer = await door.knocks(fresh(change as Record<string, unknown>), await door.bearer(wish));
    expect(answer).toEqual({ status: 200, text: '' });
    expect(door.heard).toEqual(['sync autopilot']);
    expect(door.logged.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });

  test('the scheme may be written in any case', async () => {
    expect((await door.knocks(fresh(), `bearer ${await good()}`)).status).toBe(200);
    expect(door.heard).toEqual(['sync autopilot']);
  });
});

test('who asks is checked before what is asked', async () => {
  const answer = await door.knocks({ type: 'message' }, null);
  expect(answer).toEqual({ status: 401, text: '{"error":"unauthorized"}' });
  expect(door.heard).toEqual([]);
});
