import fc from 'fast-check';
import { entraRefusalFor } from '../../../bot/identity/entra-answer.ts';

const now = new Date('2026-03-02T12:00:00Z');
const clock = { now: () => now };
const proof = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

const refusalOf = (status: number, body: object | string, headers: Record<string, string> = {}) =>
  entraRefusalFor({ answer: { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) } }, clock);

describe('what Entra answers when it gives no token', () => {
  test.each([
    ['consent is missing', { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] }, 'consent'],
    ['an administrator must consent', { error: 'invalid_grant', error_codes: [90094] }, 'consent'],
    ['a second factor is needed', { error: 'interaction_required', error_codes: [50076] }, 'proof'],
    ['a device rule applies', { error: 'invalid_grant', error_codes: [53003] }, 'proof'],
    ['Teams’ token is too old', { error: 'invalid_grant', error_codes: [500133] }, 'expired-assertion'],
    ['the password was changed', { error: 'invalid_grant', error_codes: [50173] }, 'sign-in'],
    ['the refresh token is too old', { error: 'invalid_grant', error_codes: [700082] }, 'sign-in'],
    ['it gives no number', { error: 'invalid_grant' }, 'sign-in'],
  ])('%s', (_, body, why) => {
    expect(refusalOf(400, body)).toMatchObject({ kind: 'refused', why });
  });

  test('what must be proved is kept', () => {
    const answer = refusalOf(400, { error: 'interaction_required', error_codes: [50076], claims: proof });
    expect(answer).toEqual({ kind: 'refused', why: 'proof', claims: proof });
  });

  test.each([
    ['a wrong secret', { error: 'invalid_client', error_codes: [7000215] }],
    ['an expired secret', { error: 'invalid_client', error_codes: [7000222] }],
    ['an unknown registration', { error: 'unauthorized_client', error_codes: [700016] }],
  ])('%s is for whoever runs the bot', (_, body) => {
    expect(refusalOf(401, body)).toMatchObject({ kind: 'unavailable', how: 'settings' });
  });

  test('429 says until when', () => {
    const retryAt = new Date('2026-03-02T12:00:30Z');
    expect(refusalOf(429, {}, { 'retry-after': '30' })).toEqual({ kind: 'unavailable', how: 'throttled', retryAt });
  });

  test.each([503, 500, 504])('%d is Entra’s own trouble', (status) => {
    expect(refusalOf(status, '<html>')).toMatchObject({ kind: 'unavailable', how: 'server' });
  });

  test('a page instead of an answer is trouble on the way', () => {
    expect(refusalOf(200, '<html>')).toMatchObject({ kind: 'unavailable', how: 'server' });
    expect(refusalOf(400, '<html>')).toMatchObject({ kind: 'unavailable', how: 'server' });
  });
});

test.each([
  ['ECONNREFUSED', 'connection'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
])('%s is told as %s', (code, how) => {
  expect(entraRefusalFor({ error: Object.assign(new Error('broke'), { code }) }, clock)).toMatchObject({ how });
});

test('nothing stored to ask with means signing in', () => {
  expect(entraRefusalFor(null, clock)).toEqual({ kind: 'refused', why: 'sign-in' });
});

test('whatever comes back has a meaning', () => {
  fc.assert(
    fc.property(fc.nat(599), fc.oneof(fc.string(), fc.object()), (status, body) => {
      expect(['refused', 'unavailable']).toContain(refusalOf(status, body).kind);
    }),
  );
});
