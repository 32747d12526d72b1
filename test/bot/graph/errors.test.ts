import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { errorFactsFrom } from '../../../bot/graph/error-body.ts';
import { type Meanings, Refused, refusalFor, refusalIn } from '../../../bot/graph/errors.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import { allRecorded, recorded } from './recorded.ts';

const now = new Date('2026-03-02T12:00:00Z');
const clock = { now: () => now };

type Given = { status: number; body?: string; headers?: Record<string, string>; write?: boolean; meanings?: Meanings };
const refusalOf = ({ status, body = '', headers = {}, write = false, meanings = {} }: Given): Refusal =>
  refusalFor({ status, headers, body, clientRequestId: 'c-1', write, meanings }, clock);

const plain = (code: string, message = '') => JSON.stringify({ error: { code, message } });
const autopilot: Meanings = { conflict: 'running-already', tooMany: 'too-early' };

describe('a recorded answer is understood:', () => {
  test.each<[string, Partial<Refusal>]>([
    ['401-no-intune-role', { kind: 'not-allowed', missing: { kind: 'intune-access' } }],
    ['401-no-intune-without-a-code', { kind: 'not-allowed', missing: { kind: 'intune-access' } }],
    ['400-unknown-segment', { kind: 'not-there', what: 'action' }],
    ['400-no-intune', { kind: 'not-there', what: 'intune' }],
    ['400-intune', { kind: 'unexpected', how: 'bad-request' }],
    ['400-intune-internal-error', { kind: 'unexpected', how: 'bad-request' }],
    ['404-intune', { kind: 'not-there', what: 'object' }],
    ['429-plain', { kind: 'throttled', retryAt: null }],
    ['429-plain-with-ids', { kind: 'throttled', retryAt: null }],
    ['429-intune', { kind: 'throttled', retryAt: null }],
    ['500-intune', { kind: 'unreachable', how: 'server' }],
    ['503-html', { kind: 'unreachable', how: 'server' }],
  ])('%s', (name, expected) => {
    expect(refusalOf(recorded(name))).toMatchObject(expected);
  });

  test.each(['403-missing-scopes', '403-missing-scopes-with-headers'])(
    '%s, with the names of the scopes only',
    (name) => {
      const scopes = ['DeviceManagementConfiguration.Read.All', 'DeviceManagementConfiguration.ReadWrite.All'];
      expect(refusalOf(recorded(name))).toMatchObject({ missing: { kind: 'scope', scopes } });
    },
  );

  const errors = allRecorded().filter(({ status }) => status >= 400);
  test.each(errors.map((one) => [one.name, one] as const))('%s, with every id that support asks for', (_, one) => {
    const { activityId, requestId } = refusalOf(one).support;
    expect(activityId).toBe(/Activity ID: ([0-9a-f-]{36})/.exec(one.body)?.[1] ?? null);
    expect(requestId).toBe(one.headers['request-id'] ?? /"request-id":"([0-9a-f-]{36})"/.exec(one.body)?.[1] ?? null);
  });

  test.each(errors.map((one) => [one.name, one] as const))(
    '%s, and no address of Intune’s inside is kept',
    (_, one) => {
      expect(JSON.stringify(refusalOf(one))).not.toMatch(/https?:|manage\.microsoft|Stateless|DataCenter/);
    },
  );

  test('each of them has its row in the README beside them', () => {
    const told = readFileSync(join(import.meta.dirname, '../../recorded/README.md'), 'utf8');
    const untold = allRecorded().filter(({ name }) => !told.includes(`| \`${name}\` |`));
    expect({ 'add a row to test/recorded/README.md for': untold.map(({ name }) => name) }).toEqual({
      'add a row to test/recorded/README.md for': [],
    });
  });

  test('with the activity id that support asks for', () => {
    expect(refusalOf(recorded('401-no-intune-role')).support).toMatchObject({
      code: 'UnknownError',
      activityId: 'ce80e7e8-8a96-4c03-898c-d85f9cdf805a',
    });
  });
});

describe('by status', () => {
  test.each<[string, Given, Partial<Refusal>]>([
    ['an expired token', { status: 401, body: plain('InvalidAuthenticationToken') }, { kind: 'signed-out' }],
    ['a 401 without a body', { status: 401 }, { kind: 'signed-out' }],
    [
      'a 403 that names nothing',
      { status: 403, body: plain('Forbidden', 'No.') },
      { kind: 'not-allowed', missing: { kind: 'role' } },
    ],
    [
      'a 403 that wants an approval',
      { status: 403, body: plain('ApprovalRequired'), headers: { 'x-msft-approval-code': 'a-1' } },
      { kind: 'not-allowed', missing: { kind: 'approval', code: 'a-1' } },
    ],
    [
      'an approval without its code',
      { status: 403, body: plain('ApprovalRequired') },
      { missing: { kind: 'approval', code: null } },
    ],
    [
      'a 403 of conditional access wants a new sign-in',
      { status: 403, body: plain('insufficient_claims') },
      { kind: 'signed-out' },
    ],
    ['a 404', { status: 404 }, { kind: 'not-there', what: 'object' }],
    ['a 409 on any route', { status: 409 }, { kind: 'unexpected', how: 'other' }],
    ['a 409 of the Autopilot sync', { status: 409, meanings: autopilot }, { kind: 'running-already' }],
    [
      'a 429 on any route',
      { status: 429, headers: { 'retry-after': '60' } },
      { kind: 'throttled', retryAt: new Date('2026-03-02T12:01:00Z') },
    ],
    ['a 429 of the Autopilot sync', { status: 429, meanings: autopilot }, { kind: 'too-early', retryAt: null }],
    ['a redirect', { status: 302 }, { kind: 'unexpected', how: 'other' }],
    ['a 412', { status: 412 }, { kind: 'unexpected', how: 'other' }],
    ['a 500', { status: 500 }, { kind: 'unreachable', how: 'server' }],
    ['a 509', { status: 509 }, { kind: 'unreachable', how: 'server' }],
  ])('%s', (_, given, expected) => {
    expect(refusalOf(given)).toMatchObject(expected);
  });

  test.each([
    [true, 503, 'unknown'],
    [true, 429, 'nothing'],
    [true, 401, 'nothing'],
    [false, 503, 'nothing'],
  ] as const)('write: %s, status %d: changed is "%s"', (write, status, changed) => {
    expect(refusalOf({ status, write }).changed).toBe(changed);
  });

  test('the id of the request is the header’s where there is one, and else the body’s', () => {
    const id = '36d08b49-8070-4064-adb1-ee88213899fb';
    const body = (inner: object) => JSON.stringify({ error: { code: 'Conflict', message: '', ...inner } });
    const idIn = (inner: object, headers = {}) =>
      refusalOf({ status: 409, body: body(inner), headers }).support.requestId;
    expect(idIn({ innerError: { 'request-id': id } })).toBe(id);
    expect(idIn({ innererror: { 'request-id': id } })).toBe(id);
    expect(idIn({ innerError: { 'request-id': id } }, { 'request-id': 'r-1' })).toBe('r-1');
    expect(idIn({ innerError: { 'request-id': 'https://fef.manage.microsoft.com' } })).toBeNull();
    expect(idIn({ innerError: { 'request-id': 7 } })).toBeNull();
    expect(idIn({ innerError: 'none' })).toBeNull();
  });

  test('the request ids are kept for support', () => {
    const { support } = refusalOf({ status: 503, headers: { 'request-id': 'r-1' } });
    expect(support).toEqual({
      at: now,
      status: 503,
      code: null,
      requestId: 'r-1',
      clientRequestId: 'c-1',
      activityId: null,
    });
  });
});

describe('whatever a body holds', () => {
  const internal = 'https://fef.msub05.manage.microsoft.com/StatelessService?api-version=5019-09-20';
  const bodies = allRecorded().map(({ body }) => body);

  const cut = fc.tuple(fc.constantFrom(...bodies), fc.nat(2_000)).map(([body, length]) => body.slice(0, length));
  const patched = fc
    .tuple(fc.constantFrom(...bodies), fc.nat(2_000), fc.constantFrom('"', '\\', '{', '}', 'null', '\u0000', internal))
    .map(([body, place, patch]) => body.slice(0, place) + patch + body.slice(place + 1));
  const invented = fc
    .record({ code: anyJson(), message: anyJson(), innerError: anyJson() }, { requiredKeys: [] })
    .map((error) => JSON.stringify({ error }));
  const inCode = fc.constant(JSON.stringify({ error: { code: internal, message: internal } }));

  function anyJson() {
    return fc.oneof(fc.constant(internal), fc.json(), fc.jsonValue(), fc.constantFrom(...bodies));
  }

  test('reading it never throws, and no internal address reaches the details for support', () => {
    const statuses = fc.constantFrom(301, 400, 401, 403, 404, 409, 418, 429, 500, 503);
    fc.assert(
      fc.property(fc.oneof(cut, patched, invented, inCode, fc.string()), statuses, (body, status) => {
        const told = JSON.stringify(refusalOf({ status, body }));
        expect(told).not.toMatch(/manage\.microsoft\.com|https?:/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a message nested in itself too often is read as far as it matters', () => {
    let message = 'Activity ID: 12345678-1234-1234-1234-123456789012';
    for (let depth = 0; depth < 6; depth += 1) message = JSON.stringify({ Message: message });
    expect(() => errorFactsFrom(plain('UnknownError', message))).not.toThrow();
    expect(errorFactsFrom(plain('UnknownError', message)).code).toBe('UnknownError');
  });
});

describe('a refusal on its way', () => {
  const refusal = refusalOf({ status: 403 });

  test('is found in the error that carries it', () => {
    expect(refusalIn(new Refused(refusal))).toBe(refusal);
  });

  test('says in the log what it is, and nothing of the body', () => {
    expect(new Refused(refusal).message).toBe('Graph refused: not-allowed (status 403)');
  });

  test('anything else is a surprise and goes on its way', () => {
    const surprise = new TypeError('surprise');
    expect(() => refusalIn(surprise)).toThrow(surprise);
  });
});
