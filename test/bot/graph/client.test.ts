import { z } from 'zod';
import { openGraph, type TokenSource } from '../../../bot/graph/client.ts';
import { Refused, refusalIn } from '../../../bot/graph/errors.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import { openSender, shortWaits } from '../../../bot/graph/send.ts';
import { graphForEach } from './graph-for-each.ts';
import { allRecorded } from './recorded.ts';
import { always, answer, anybody, type Handler, now, paceForTests, token } from './service.ts';

const thing = z.object({ name: z.string() });
const fine = answer(200, { name: 'a' });

const { service, graph } = graphForEach('secret-1');

const refusalOf = async (asked: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await asked.then(
    () => new Error('Graph did not refuse'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refused);
  return refusalIn(error);
};

describe('a read', () => {
  test('asks once, as the person, for JSON', async () => {
    service().will(fine);
    expect(await graph().get('/things', thing)).toEqual({ name: 'a' });
    const { method, path, headers, body } = service().calls[0] ?? {};
    expect({ method, path, body }).toEqual({ method: 'GET', path: '/beta/things', body: '' });
    expect(headers).toMatchObject({ authorization: 'Bearer secret-1', accept: 'application/json' });
    expect(headers?.['client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each<[string, Handler]>([
    ['a page of HTML with 200', answer(200, '<html>Welcome to the proxy of 10.1.2.3</html>')],
    ['JSON that is cut off', answer(200, '{"name": "a')],
    ['JSON of another shape', answer(200, { title: 'a' })],
    ['no body', answer(204)],
    ['more than four megabytes', answer(200, { name: 'a'.repeat(4 * 1024 * 1024) })],
  ])('%s is not understood, and has changed nothing', async (_, handler) => {
    service().will(handler);
    expect(await refusalOf(graph().get('/things', thing))).toMatchObject({
      kind: 'unexpected',
      how: 'unreadable',
      changed: 'nothing',
    });
  });

  test('a redirect is not followed, so the token goes nowhere else', async () => {
    service().will(answer(302, '', { location: `${service().url}/elsewhere` }));
    expect(await refusalOf(graph().get('/things', thing))).toMatchObject({ kind: 'unexpected', how: 'other' });
    expect(service().calls).toHaveLength(1);
  });
});

describe('a write', () => {
  test('answered with 204 is proven by the ids of the request', async () => {
    service().will(answer(204, '', { 'request-id': 'r-1' }));
    const receipt = await graph().post('/things/sync');
    expect(receipt).toEqual({
      at: now,
      requestId: 'r-1',
      clientRequestId: service().calls[0]?.headers['client-request-id'],
    });
  });

  test('sends no body where it has none, and JSON where it has one', async () => {
    service().will(answer(204), answer(204));
    await graph().post('/things/sync');
    await graph().post('/things/sync', { body: { syncType: 'fullSync' } });
    expect(service().calls.map(({ body, headers }) => [body, headers['content-type']])).toEqual([
      ['', undefined],
      ['{"syncType":"fullSync"}', 'application/json'],
    ]);
  });

  test('answered with a page of HTML and 200 may have changed something', async () => {
    service().will(answer(200, '<html></html>'));
    expect(await refusalOf(graph().post('/things/sync'))).toMatchObject({ how: 'unreadable', changed: 'unknown' });
  });

  test.each([400, 403, 404, 409, 412, 422, 429, 500, 502, 503, 504, 509])('%d is asked once', async (status) => {
    service().will(answer(status, '', { 'retry-after': '1', 'request-id': 'r-2' }));
    const { support, changed } = await refusalOf(graph().post('/things/sync'));
    expect(support).toMatchObject({
      status,
      requestId: 'r-2',
      clientRequestId: service().calls[0]?.headers['client-request-id'],
    });
    expect(changed).toBe(status >= 500 ? 'unknown' : 'nothing');
    expect(service().calls).toHaveLength(1);
  });

  test('409 and 429 mean what the route says they mean', async () => {
    service().will(answer(409), answer(429, '', { 'Retry-After': '120' }));
    const meanings = { conflict: 'running-already', tooMany: 'too-early' } as const;
    expect(await refusalOf(graph().post('/s', { meanings }))).toMatchObject({ kind: 'running-already' });
    const retryAt = new Date(now.getTime() + 120_000);
    expect(await refusalOf(graph().post('/s', { meanings }))).toMatchObject({ kind: 'too-early', retryAt });
  });
});

describe('a connection that breaks', () => {
  const reset: Handler = (response) => response.destroy();
  const resetHalfway: Handler = (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"name"');
    setTimeout(() => response.destroy(), 20);
  };

  test.each<[string, Handler]>([
    ['before the answer begins', reset],
    ['in the middle of the answer', resetHalfway],
  ])(
    '%s: a read is tried three times and has changed nothing, a write may have and is never repeated',
    async (_, handler) => {
      service().will(handler, handler, handler, handler);
      expect(await refusalOf(graph().get('/things', thing))).toMatchObject({
        kind: 'unreachable',
        how: 'connection',
        changed: 'nothing',
      });
      expect(await refusalOf(graph().post('/things/sync'))).toMatchObject({
        kind: 'unreachable',
        how: 'connection',
        changed: 'unknown',
      });
      expect(service().calls.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST']);
    },
  );

  test('no answer at all, or one that stops: out of time, and a write may have happened', async () => {
    const silent: Handler = () => {};
    const stops: Handler = (response) => response.write('{');
    service().will(silent, silent, stops);
    const [read, write, half] = await Promise.all([
      refusalOf(graph().get('/things', thing)),
      refusalOf(graph().post('/things/sync')),
      refusalOf(graph().get('/things', thing)),
    ]);
    expect(read).toMatchObject({ kind: 'unreachable', how: 'timeout', changed: 'nothing' });
    expect(write).toMatchObject({ kind: 'unreachable', how: 'timeout', changed: 'unknown' });
    expect(half).toMatchObject({ kind: 'unreachable', how: 'timeout', changed: 'nothing' });
  });

  test('nobody listening: even a write has certainly changed nothing', async () => {
    const url = 'http://127.0.0.1:1/beta';
    const quiet = { debug() {}, info() {}, warn() {}, error() {} };
    const sender = openSender(shortWaits);
    const door = openGraph({ url, send: sender.send, pace: paceForTests(), clock: { now: () => now }, log: quiet });
    const refusal = await refusalOf(door({ person: anybody, token: always('t') }).post('/things/sync'));
    await sender.close();
    expect(refusal).toMatchObject({ kind: 'unreachable', how: 'connection', changed: 'nothing' });
  });

  test('a turn that runs out of time ends what was asked in it', async () => {
    service().will((response) => setTimeout(() => response.destroy(), 2_000).unref());
    const bounded = service().as(always('t'), AbortSignal.timeout(50));
    expect(await refusalOf(bounded.get('/things', thing))).toMatchObject({ kind: 'unreachable', how: 'timeout' });
  });
});

const signedOut = { kind: 'signed-out', need: 'sign-in' } as const;

describe('signing in', () => {
  const tokens = (...answers: Awaited<ReturnType<TokenSource>>[]): TokenSource => {
    const asked: boolean[] = [];
    return async ({ fresh = false }) => {
      asked.push(fresh);
      expect(fresh).toBe(asked.length > 1);
      return answers[asked.length - 1] ?? signedOut;
    };
  };
  const expired = answer(401, { error: { code: 'InvalidAuthenticationToken', message: 'expired' } });

  test('an expired token is replaced once, and the write goes through', async () => {
    service().will(expired, answer(204));
    await service()
      .as(tokens(token('old'), token('new')))
      .post('/things/sync');
    expect(service().calls.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(new Set(service().calls.map(({ headers }) => headers['client-request-id'])).size).toBe(2);
  });

  test('a fresh token that is refused too is not tried a third time', async () => {
    service().will(expired, expired);
    const refusal = await refusalOf(
      service()
        .as(tokens(token('old'), token('new')))
        .get('/things', thing),
    );
    expect(refusal.kind).toBe('signed-out');
  });

  test('the same token again is not sent again', async () => {
    service().will(expired);
    const refusal = await refusalOf(
      service()
        .as(tokens(token('old'), token('old')))
        .post('/things/sync'),
    );
    expect(refusal).toMatchObject({ kind: 'signed-out', changed: 'nothing', support: { status: 401 } });
  });

  test('nobody signed in: nothing is asked', async () => {
    const refusal = await refusalOf(service().as(tokens(signedOut)).post('/things/sync'));
    expect(refusal).toMatchObject({ kind: 'signed-out', changed: 'nothing' });
    expect(service().calls).toHaveLength(0);
  });

  test('signed out in between: the refused request can still be found by its ids', async () => {
    service().will(answer(401, '', { 'request-id': 'r-3' }));
    const refusal = await refusalOf(
      service()
        .as(tokens(token('old'), signedOut))
        .get('/things', thing),
    );
    expect(refusal).toMatchObject({ kind: 'signed-out', support: { status: 401, requestId: 'r-3' } });
  });

  test('a person without an Intune role is not asked for a new token', async () => {
    const noRole = allRecorded().find(({ name }) => name === '401-no-intune-role');
    service().will(answer(401, noRole?.body));
    const refusal = await refusalOf(
      service()
        .as(tokens(token('good')))
        .get('/things', thing),
    );
    expect(refusal).toMatchObject({ kind: 'not-allowed', missing: { kind: 'intune-access' } });
  });
});

describe('the log', () => {
  test('has the ids of every request, and never a token or an internal address', async () => {
    const planned = allRecorded().filter(({ status }) => status >= 400 && status !== 401);
    service().will(
      ...planned.map(({ status, body }) => answer(status, body, { 'request-id': 'r-9' })),
      ...Array<Handler>(3).fill((response) => response.destroy()),
      answer(200, '<html>'),
      answer(204),
    );
    for (const _ of planned) await refusalOf(graph().post('/things/sync'));
    await refusalOf(graph().get('/things', thing));
    await refusalOf(graph().get('/things', thing));
    await graph().post('/things/sync');
    const logged = service().logged();
    expect(logged).not.toMatch(/secret-1|Bearer|authorization|manage\.microsoft\.com/i);
    for (const { headers } of service().calls) expect(logged).toContain(headers['client-request-id']);
    expect(logged).toContain('r-9');
  });
});
