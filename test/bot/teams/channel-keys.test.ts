import { type ChannelDoor, fresh, openDoor, serviceUrl } from './door.ts';

let door: ChannelDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const unknownKey = async () => door.knocks(fresh(), await door.bearer({ key: 'unknown' }));
const statusOf = async (knocked: Promise<{ status: number }>) => (await knocked).status;
const whys = () => door.logged.map(({ details }) => ('why' in details ? details.why : null)).filter(Boolean);
const keysFail = (times = 1) => door.entra.fails({ status: 500, at: /\/keys$/ }, times);

describe('the channel’s keys', () => {
  test('are asked for once, however many activities come first', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => door.knocks(fresh())));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(door.keyFetches()).toBe(1);
  });

  test('that are new are found at once', async () => {
    const before = await door.bearer();
    expect(await statusOf(door.knocks(fresh(), before))).toBe(200);
    door.entra.rotatesChannelKey();
    expect(await statusOf(door.knocks(fresh()))).toBe(200);
    expect(door.keyFetches()).toBe(2);
  });

  test('that are gone are believed no longer, not even with a token that was believed before', async () => {
    const before = await door.bearer();
    await door.knocks(fresh(), before);
    door.entra.rotatesChannelKey();
    await door.knocks(fresh());
    expect(await statusOf(door.knocks(fresh(), before))).toBe(401);
    expect(whys()).toEqual(['unknown key']);
  });

  test('are not asked for with every key id that somebody invents', async () => {
    await door.knocks(fresh());
    for (let i = 0; i < 20; i++) {
      door.entra.requests.length = 0;
      expect(await statusOf(unknownKey())).toBe(401);
      if (i >= 5) expect(door.keyFetches()).toBe(0);
    }
    door.goesOn(15 * minute);
    await unknownKey();
    expect(door.keyFetches()).toBe(1);
  });

  test('are used for a day', async () => {
    await door.knocks(fresh());
    door.goesOn(23 * hour);
    await door.knocks(fresh(), await door.bearer({ expiresIn: 48 * 3600 }));
    expect(door.keyFetches()).toBe(1);
    door.goesOn(2 * hour);
    await door.knocks(fresh(), await door.bearer({ expiresIn: 48 * 3600 }));
    expect(door.keyFetches()).toBe(2);
  });

  test('go on if new ones cannot be had, which is tried again minutes later', async () => {
    await door.knocks(fresh());
    door.goesOn(25 * hour);
    keysFail();
    const lasting = await door.bearer({ expiresIn: 48 * 3600 });
    expect(await statusOf(door.knocks(fresh(), lasting))).toBe(200);
    expect(await statusOf(door.knocks(fresh(), lasting))).toBe(200);
    expect(door.keyFetches()).toBe(2);
    door.goesOn(6 * minute);
    expect(await statusOf(door.knocks(fresh(), lasting))).toBe(200);
    expect(door.keyFetches()).toBe(3);
    expect(door.logged.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });
});

describe('where no keys can be had at all, Teams is asked to come again', () => {
  test.each<[string, () => void]>([
    ['the configuration answers 503', () => door.entra.fails({ status: 503, at: /openidconfiguration$/ })],
    ['the keys answer 500', () => keysFail()],
    ['the connection breaks off', () => door.entra.fails({ trouble: 'broken', at: /\/keys$/ })],
    ['the configuration is a page', () => door.entra.fails({ status: 200, body: '<p>', at: /openidconfiguration$/ })],
    ['the configuration names no keys', () => door.entra.fails({ status: 200, body: {}, at: /openidconfiguration$/ })],
    [
      'the configuration names keys in a file',
      () => door.entra.fails({ status: 200, body: { jwks_uri: 'file:///etc/passwd' }, at: /openidconfiguration$/ }),
    ],
    ['there are no keys in it', () => door.entra.fails({ status: 200, body: { keys: [] }, at: /\/keys$/ })],
    [
      'the keys are of another kind',
      () => door.entra.fails({ status: 200, body: { keys: [{ kty: 'EC', kid: '1' }, 7] }, at: /\/keys$/ }),
    ],
  ])('%s', async (_name, trouble) => {
    trouble();
    expect(await door.knocks(fresh())).toEqual({ status: 503, text: '{"error":"unavailable"}' });
    const details = { status: 503, why: 'no keys', err: expect.any(Error) as Error };
    expect(door.logged).toEqual([{ level: 'warn', details, message: 'activity refused' }]);
    expect(await statusOf(door.knocks(fresh()))).toBe(200);
    expect(door.heard).toEqual(['sync autopilot']);
  });

  test('keys that nobody gives are not asked for with every request', async () => {
    door.entra.fails({ status: 503, at: /openidconfiguration$/ }, 50);
    for (let i = 0; i < 20; i++) expect(await statusOf(door.knocks(fresh()))).toBe(503);
    expect(door.entra.requests).toHaveLength(5);
    door.entra.startsOver();
    door.goesOn(6 * second);
    expect(await statusOf(door.knocks(fresh()))).toBe(200);
  });

  test('a request that is refused anyway asks for no keys', async () => {
    keysFail();
    expect(await statusOf(door.knocks(fresh(), 'Bearer rubbish'))).toBe(401);
    expect(door.keyFetches()).toBe(0);
  });
});

describe('a token that was believed once', () => {
  test('is believed until it ends', async () => {
    const token = await door.bearer({ expiresIn: 3600 });
    expect(await statusOf(door.knocks(fresh(), token))).toBe(200);
    door.goesOn(hour - minute);
    expect(await statusOf(door.knocks(fresh(), token))).toBe(200);
    door.goesOn(7 * minute);
    expect(await statusOf(door.knocks(fresh(), token))).toBe(401);
    expect(whys()).toEqual(['expired']);
  });

  test('lets in none that differs from it in a letter, wherever that is', async () => {
    const token = await door.bearer();
    expect(await statusOf(door.knocks(fresh(), token))).toBe(200);
    const parts = token.split('.');
    for (const [i, part] of parts.entries()) {
      const middle = Math.floor(part.length / 2);
      const other = `${part.slice(0, middle)}${part[middle] === 'A' ? 'B' : 'A'}${part.slice(middle + 1)}`;
      expect(await statusOf(door.knocks(fresh(), parts.with(i, other).join('.')))).toBe(401);
    }
    expect(whys()).toHaveLength(parts.length);
  });

  test('does not serve for another address', async () => {
    const token = await door.bearer();
    expect(await statusOf(door.knocks(fresh(), token))).toBe(200);
    const elsewhere = fresh({ serviceUrl: 'https://smba.trafficmanager.net/amer/' });
    expect(await statusOf(door.knocks(elsewhere, token))).toBe(401);
    expect(whys()).toEqual(['service url']);
  });

  test('does not serve for a channel its key may not speak for', async () => {
    const token = await door.bearer({ key: 'unendorsed' });
    expect(await statusOf(door.knocks(fresh({ channelId: 'directline' }), token))).toBe(403);
    expect(await statusOf(door.knocks(fresh(), token))).toBe(401);
    expect(whys()).toEqual(['another channel', 'endorsement']);
  });

  test('does not serve for another tenant', async () => {
    const token = await door.bearer();
    expect(await statusOf(door.knocks(fresh(), token))).toBe(200);
    const foreign = fresh({ channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } });
    expect(await statusOf(door.knocks(foreign, token))).toBe(403);
  });

  test('is not in the log, and neither is what it was refused for', async () => {
    const token = await door.bearer({ audience: 'another-bot' });
    await door.knocks(fresh({ serviceUrl: `${serviceUrl}secret-path/` }), token);
    expect(JSON.stringify(door.logged)).not.toContain(token.slice(-20));
    expect(JSON.stringify(door.logged)).not.toMatch(/another-bot|secret-path/);
  });
});
