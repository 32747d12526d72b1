import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { openLexicon } from '../../cards/words/index.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { guidOf, slugOf } from '../helpers/names.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';

const { say } = openLexicon()('en', 'Europe/Berlin');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.startsOver());
besideAnotherTenant(() => [desk]);
afterEach(nothingStarted);
afterAll(() => desk.close());

/** One conversation takes so many messages and no more, and what is asked here comes in quick succession. */
const newReader = () => desk.person(`Reader ${randomUUID()}`);

/** Whatever came in: Graph was not asked to do anything, no run was written, and the bot lives. */
async function nothingStarted(): Promise<void> {
  expect(desk.posts()).toEqual([]);
  const health = await fetch(`${desk.app.url}/health`);
  expect([health.status, await health.json()]).toEqual([200, { alive: true }]);
  const reader = newReader();
  await reader.says('runs');
  expect(reader.newest().card.fallbackText).toContain(say('runs.none'));
}

type Reply = { status: number; text: string };

/** Anything at all, at the channel's door. */
async function knock(body: RequestInit['body'], contentType = 'application/json'): Promise<Reply> {
  const headers = { 'content-type': contentType };
  const init = { method: 'POST', headers, body: body ?? null, duplex: 'half' } as RequestInit;
  const response = await fetch(`${desk.app.url}/api/messages`, init);
  return { status: response.status, text: await response.text() };
}

const internals =
  /\bat \S+[:(/]|node_modules|\.ts\b|\/bot\/|stack|zod|botbuilder|restify|undefined|TypeError|SyntaxError|127\.0\.0\.1|practice\./i;

function givesNothingAway({ text }: Reply): void {
  expect(internals.exec(text)?.[0]).toBeUndefined();
  expect(text.length).toBeLessThan(500);
}

/** A message as Teams would send it, with changes. */
const activity = (change: object) => ({
  type: 'message',
  id: `h-${Math.random()}`,
  channelId: 'msteams',
  serviceUrl: desk.connector.serviceUrl,
  from: { id: '29:ana', name: 'Ana Ruiz', aadObjectId: '11111111-2222-4333-8444-555555555555' },
  recipient: { id: '28:sync-desk', name: 'Sync Desk' },
  conversation: { id: 'a:ana', conversationType: 'personal', tenantId: 'any' },
  locale: 'en-US',
  text: 'autopilot',
  ...change,
});

describe('a body that is no activity is refused', () => {
  const big = 10 * 1024 * 1024;

  test('10 MB, with its length declared: 413, before it is read', async () => {
    expect(await statusOfHalfSent(big)).toBe(413);
  });

  test('10 MB in chunks, of a length nobody knows: 413', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (sent >= big) return controller.close();
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const reply = await knock(stream).catch(() => ({ status: 413, text: '' }));
    expect(reply.status).toBe(413);
    givesNothingAway(reply);
  });

  test.each([
    ['broken JSON', '{"type":"message",'],
    ['nothing', ''],
    ['an array', '[]'],
    ['an array of activities', '[{"type":"message"}]'],
    ['a string', '"message"'],
    ['a number', '17'],
    ['null', 'null'],
    ['true', 'true'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ])('%s: 400', async (_name, body) => {
    const reply = await knock(body);
    expect(reply.status).toBe(400);
    givesNothingAway(reply);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    '%s: refused',
    async (contentType) => {
      const reply = await knock(JSON.stringify(activity({ text: 'sync autopilot' })), contentType);
      expect([400, 415]).toContain(reply.status);
      givesNothingAway(reply);
    },
  );

  test('an activity under a hundred thousand brackets: refused', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const reply = await knock(`{"type":"message","value":${deep}}`);
    expect(reply.status).toBe(400);
    givesNothingAway(reply);
  });

  test('a whole activity with a press under a hundred thousand brackets starts nothing', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const whole = JSON.stringify(activity({ value: 'DEEP' })).replace('"DEEP"', deep);
    const reply = await knock(whole);
    expect(reply.status).toBeLessThan(500);
    givesNothingAway(reply);
  });

  test.each(['type', 'from', 'conversation', 'serviceUrl', 'recipient', 'channelId'])(
    'without `%s`: 400',
    async (missing) => {
      const reply = await knock(JSON.stringify(activity({ [missing]: undefined, text: 'sync autopilot' })));
      expect(reply.status).toBe(400);
      givesNothingAway(reply);
    },
  );

  test.each([
    ['a type that is a number', { type: 17 }],
    ['an empty type', { type: '' }],
    ['a conversation without an id', { conversation: {} }],
    ['a serviceUrl that is no address', { serviceUrl: 'smba' }],
    ['a serviceUrl of another kind', { serviceUrl: 'file:///etc/passwd' }],
    ['a name of 100 KB', { from: { id: '29:x', name: 'x'.repeat(100_000), aadObjectId: 'x' } }],
    ['a conversation id of 100 KB', { conversation: { id: 'x'.repeat(100_000) } }],
  ])('%s: 400', async (_name, change) => {
    const reply = await knock(JSON.stringify(activity({ text: 'sync autopilot', ...change })));
    expect(reply.status).toBe(400);
    givesNothingAway(reply);
  });
});

/** Declares a body, sends a little of it, and reads the answer. */
function statusOfHalfSent(length: number): Promise<number> {
  const { port, hostname } = new URL(desk.app.url);
  const head = `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n{`;
  return new Promise((answered, failed) => {
    const socket = connect(Number(port), hostname, () => socket.write(head));
    socket.once('error', failed);
    socket.once('data', (data) => {
      socket.destroy();
      answered(Number(/^HTTP\/1\.1 (\d{3})/.exec(data.toString())?.[1]));
    });
  });
}

describe('an activity that nobody expects', () => {
  test.each([
    'typing',
    'conversationUpdate',
    'messageReaction',
    'endOfConversation',
    'event',
    'trace',
    'nonsense',
    '__proto__',
  ])('of type %s is left alone', async (type) => {
    const reply = await knock(JSON.stringify(activity({ type, text: 'sync autopilot' })));
    expect(reply.status).toBe(200);
    expect(desk.connector.traffic).toEqual([]);
    givesNothingAway(reply);
  });

  test.each(['composeExtension/query', 'task/fetch', 'config/submit', 'nonsense', 'constructor', '__proto__', ''])(
    'invoke %j is not implemented',
    async (name) => {
      const reply = await knock(JSON.stringify(activity({ type: 'invoke', name, value: {} })));
      expect(reply.status).toBe(501);
      givesNothingAway(reply);
    },
  );

  test.each([
    ['no value', {}],
    ['null', { value: null }],
    ['no action', { value: {} }],
    ['an action without data', { value: { action: { type: 'Action.Execute' } } }],
    ['an action that is text', { value: { action: 'start' } }],
    ['an action that is a list', { value: { action: [] } }],
    ['a value that is text', { value: 'start' }],
    ['a value that is a list', { value: [[]] }],
  ])('a card action with %s is told that it was not understood', async (_name, change) => {
    const reply = await knock(JSON.stringify(activity({ type: 'invoke', name: 'adaptiveCard/action', ...change })));
    expect(reply.status).toBe(200);
    expect(desk.connector.messages('a:ana')[0]?.card.fallbackText).toContain(say('closed.rubbish'));
  });

  test('from another channel than Teams is left alone', async () => {
    const reply = await knock(JSON.stringify(activity({ channelId: 'webchat', text: 'sync autopilot' })));
    expect(reply.status).toBe(200);
    expect(desk.connector.traffic).toEqual([]);
  });

  test.each([undefined, '', null])(
    'without an Entra account (%j) is told so, and gets nothing done',
    async (aadObjectId) => {
      const from = { id: '29:guest', name: 'Ana Ruiz', aadObjectId };
      const reply = await knock(JSON.stringify(activity({ from, text: 'sync autopilot' })));
      if (aadObjectId === null) return expect(reply.status).toBe(400);
      expect(reply.status).toBe(200);
      expect(desk.connector.messages('a:ana').map((one) => one.card.fallbackText)).toEqual([
        expect.stringContaining(say('stranger.said')),
      ]);
    },
  );
});

describe('words that nobody would say', () => {
  test('28,000 characters are too long for a command, and not sent back', async () => {
    await desk.ana.says(`sync autopilot ${'x'.repeat(27_985)}`);
    expect(desk.ana.newest().card.fallbackText).toContain(say('unknown.title'));
    expect(JSON.stringify(desk.ana.newest().card).length).toBeLessThan(5_000);
  });

  test.each([
    ['a zalgo of combining marks', `autopilot${'\u0301'.repeat(5_000)}`],
    ['only invisible characters', '\u200b\u200c\u200d\ufeff\u2060'],
    ['a lone surrogate', 'sync \ud800 autopilot'],
    ['a null character', 'sync\u0000autopilot'],
    ['an ICU message', '{count, plural, one {#} other {#}}'],
    ['a template', '<%= process.exit(1) %> {{constructor}}'],
    ['SQL', "'; drop table run; --"],
    ['a run with a huge number', 'run 99999999999999999999'],
    ['a run with a negative number', 'run -1'],
    ['mentions without an end', '<at>'.repeat(1_000)],
    ['entities that are rubbish', '&#x0;&#99999999;&nbsp'],
  ])('%s: an answer in words', async (_name, text) => {
    const answer = await desk.ana.says(text);
    expect(answer.status).toBe(200);
    expect(desk.ana.newest().card.fallbackText).not.toContain(say('trouble.said'));
  });
});

describe('a name that wants to be more than a name', () => {
  const names = [
    '[Press here](https://evil.example/)',
    '<at>Everybody</at>',
    '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
    '<script>alert(1)</script><b>Ana</b>',
    '\u202eziuR anA\u202c',
    '👩‍💻🏴‍☠️ Ana',
    '# Ana\n- **Ruiz**',
    '![x](https://evil.example/x.png) www.evil.example',
    '{name} {count, plural, other {#}}',
    "Ana'; drop table person; --",
    '\ud800\u0000\u0007',
  ];

  test.each(names)('%j is shown as text', async (name) => {
    const from = { id: '29:odd', name, aadObjectId: '99999999-2222-4333-8444-555555555555' };
    const odd = desk.person('Odd');
    await odd.says('practice next 503', { from });
    await odd.arrives();
    const welcome = await odd.sends({ type: 'installationUpdate', action: 'add', from });
    expect(welcome.status).toBe(200);
    const { body } = odd.newest().card;
    expect(drawnIn(body)).toEqual([]);
    expect(odd.newest().card.fallbackText).not.toContain(say('trouble.said'));
  });

  /** What a client would draw as something else than the letters it is made of. */
  const live = /(?<!\\)\]\((?!\\)|<at>|<script|<b>|\{\{|(?<!\u2060):\/\/|\bwww\.|(?<!\\)\*\*/i;
  const drawnIn = (part: unknown): string[] => {
    if (typeof part === 'string') return live.test(part) ? [part] : [];
    return typeof part === 'object' && part !== null ? Object.values(part).flatMap(drawnIn) : [];
  };
});

describe('a button that no card has', () => {
  const start = { v: 1, press: 'start', action: 'autopilot-sync', nonce: 'n', issuedAt: new Date().toISOString() };
  const book = { ...start, press: 'book', run: null };
  const owner = guidOf(slugOf('Ana Ruiz'));

  test.each<[string, unknown]>([
    ['a nonce of 10 KB', { ...start, nonce: 'n'.repeat(10_240) }],
    ['an empty nonce', { ...start, nonce: '' }],
    ['no nonce', { ...start, nonce: undefined }],
    ['the action __proto__', { ...start, action: '__proto__' }],
    ['the action constructor', { ...start, action: 'constructor' }],
    ['an unknown action', { ...start, action: 'wipe-everything' }],
    ['a start of payloads on no device', { ...start, action: 'sync-payloads' }],
    ['a booking of no connector', { ...book, action: 'exchange-sync' }],
    ['an issuedAt that is no date', { ...start, issuedAt: 'tomorrow' }],
    ['an issuedAt of long ago', { ...start, issuedAt: '1970-01-01T00:00:00Z' }],
    ['an issuedAt far in the future', { ...start, issuedAt: '9999-01-01T00:00:00Z' }],
    ['no version', { ...start, v: undefined }],
    ['a version in words', { ...start, v: '1' }],
    ['another version', { ...start, v: 2 }],
    ['run -1', { v: 1, press: 'cancel', run: -1 }],
    ['run 0', { v: 1, press: 'show', run: 0 }],
    ['run 1.5', { v: 1, press: 'show', run: 1.5 }],
    ['a run beyond the database', { v: 1, press: 'show', run: 9_007_199_254_740_991 }],
    ['a run with SQL in it', { v: 1, press: 'cancel', run: '17; drop table run' }],
    ['a booking of run -1', { ...book, run: -1 }],
    ['a booking of a run that is not there', { ...book, run: 99, opensAt: '2020-01-01T00:00:00Z', action: 'nothing' }],
    ['5,000 characters to say', { v: 1, press: 'say', text: 'x'.repeat(5_000) }],
    ['a press of no kind', { v: 1, press: 'delete-tenant' }],
    ['settings that are not text', { v: 1, press: 'save-settings', owner, language: { $ne: null }, zone: 7 }],
    // Found by fuzzing (seed 1): a database takes no NUL.
    [
      'a NUL in its nonce',
      { ...start, press: 'exchange-sync', connector: 'x', sync: 'full', sure: false, nonce: '\0' },
    ],
    ['a list', []],
    ['text', 'start'],
    ['a number', 17],
  ])('%s: a clear answer, and nothing starts', async (_name, data) => {
    for (const how of ['submit', 'execute'] as const) {
      const answer = await desk.ana.submits(data, { how });
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body ?? {})).not.toMatch(/node_modules|\bat \S+ \(|"stack"/);
    }
    expect(desk.ana.messages().length).toBeGreaterThan(0);
    for (const { card } of desk.ana.messages()) {
      expect(card.fallbackText).not.toContain(say('trouble.said'));
      expect(JSON.stringify(card).length).toBeLessThan(10_000);
    }
  });

  test.each(['../../etc/passwd', '__proto__', "Europe/Berlin'; drop table person; --", 'Europe/../Berlin'])(
    'the zone %j: no such time zone is known, and the settings stay',
    async (zone) => {
      await desk.ana.submits({ v: 1, press: 'save-settings', owner, zone }, { how: 'execute' });
      expect(desk.ana.newest().card.fallbackText).toContain(say('settings.bad-zone', { zone }));
    },
  );
});

test.each(['https://smba.trafficmanager.net.evil.invalid/', 'http://evil.invalid:8080/'])(
  'the serviceUrl %s is not written to: nobody outside plays Teams in practice',
  async (serviceUrl) => {
    const reply = await knock(JSON.stringify(activity({ serviceUrl, text: 'help' })));
    expect(reply.status).toBe(400);
    givesNothingAway(reply);
  },
);

test('whatever is done to an activity: no insides come out, nothing starts, and the bot lives', async () => {
  const reader = newReader();
  await reader.says('autopilot');
  const press = reader.newest().card.actions?.find((one) => one.data?.['press'] === 'say')?.data ?? {};
  const elsewhere = () => ({
    conversation: { id: `a:${randomUUID()}`, conversationType: 'personal', tenantId: 'any' },
  });
  const whole = () => [
    activity({ ...elsewhere(), text: 'help' }),
    activity({ ...elsewhere(), text: undefined, value: press, replyToId: reader.newest().id }),
    activity({
      ...elsewhere(),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'say', data: press }, trigger: 'manual' },
    }),
    activity({ ...elsewhere(), type: 'messageUpdate', text: 'help', channelData: { eventType: 'editMessage' } }),
    activity({ ...elsewhere(), type: 'installationUpdate', action: 'add' }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { maxLength: 4 }),
      async (which, changes) => {
        const kinds = whole();
        const changed = changes.reduce<object>(
          (one, [where, value]) => withChange(one, where, value),
          kinds[which % kinds.length] ?? {},
        );
        const reply = await knock(JSON.stringify(changed));
        expect(reply.status).toBeLessThan(502);
        expect(reply.text).not.toMatch(/node_modules|\bat \S+ \(|\/bot\/|TypeError|stack/);
        if (reply.status >= 500) expect(reply.status).toBe(501);
      },
    ),
    { numRuns: 200 },
  );
});

/** Puts a value in the place of one of the object's parts, whichever `where` comes to; every third time takes it away. */
function withChange(object: object, where: number, value: unknown): object {
  const copy = structuredClone(object);
  const places = placesIn(copy);
  const place = places[where % places.length];
  if (!place) return copy;
  if (where % 3 === 0) Reflect.deleteProperty(place.owner, place.key);
  else Reflect.set(place.owner, place.key, value);
  return copy;
}

type Place = { owner: object; key: string };

function placesIn(owner: unknown): Place[] {
  if (typeof owner !== 'object' || owner === null) return [];
  return Object.entries(owner).flatMap(([key, part]) => [{ owner, key }, ...placesIn(part)]);
}
