import fc from 'fast-check';
import { ssoTokenFailure } from '../../../bot/identity/sso-token.ts';
import type { Person, PersonId, TenantId } from '../../../bot/ports.ts';

const clientId = 'c0ffee00-0000-4000-8000-000000000001';
const resource = `api://botid-${clientId}`;
const now = new Date('2026-03-02T12:00:00Z');
const inSeconds = (seconds: number) => now.getTime() / 1000 + seconds;
const person: Person = {
  tenantId: '11111111-1111-4111-8111-111111111111' as TenantId,
  id: '22222222-2222-4222-8222-222222222222' as PersonId,
  name: 'Ana Ruiz',
  teamsId: '29:ana',
};

const good = {
  aud: clientId,
  tid: person.tenantId,
  oid: person.id,
  scp: 'access_as_user',
  exp: inSeconds(600),
  nbf: inSeconds(-60),
};

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const tokenOf = (claims: object) => `${encoded({ alg: 'RS256' })}.${encoded(claims)}.c2lnbmVk`;
const failureOf = (claims: object) => ssoTokenFailure(tokenOf(claims), { clientId, resource, person, now });

test.each([
  ['with the client id as its audience', {}],
  ['with the App ID URI as its audience', { aud: resource }],
  ['with more scopes', { scp: 'profile access_as_user' }],
  ['without nbf', { nbf: undefined }],
  ['whose clock is four minutes ahead', { nbf: inSeconds(240) }],
])('a token for this bot from this person is taken: %s', (_, change) => {
  expect(failureOf({ ...good, ...change })).toBeNull();
});

test.each([
  ['of another person', { oid: '33333333-3333-4333-8333-333333333333' }, 'wrong-token'],
  ['of another tenant', { tid: '44444444-4444-4444-8444-444444444444' }, 'wrong-token'],
  ['for another app', { aud: 'c0ffee00-0000-4000-8000-000000000002' }, 'wrong-token'],
  ['for Graph itself', { aud: 'https://graph.microsoft.com' }, 'wrong-token'],
  ['with another scope', { scp: 'access_as_user.admin' }, 'wrong-token'],
  ['without a scope, as an app has', { scp: undefined, roles: ['access_as_user'] }, 'wrong-token'],
  ['of tomorrow', { nbf: inSeconds(86_400) }, 'wrong-token'],
  ['of yesterday', { exp: inSeconds(-86_400) }, 'expired-token'],
  ['without an end', { exp: undefined }, 'wrong-token'],
  ['with a list for an audience', { aud: [clientId] }, 'wrong-token'],
])('a token is refused: %s', (_, change, why) => {
  expect(failureOf({ ...good, ...change })).toBe(why);
});

test('anything that is no token is refused and breaks nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.object().map(tokenOf)), (token) => {
      expect(ssoTokenFailure(token, { clientId, resource, person, now })).toBe('wrong-token');
    }),
  );
  expect(ssoTokenFailure('x'.repeat(50_000), { clientId, resource, person, now })).toBe('wrong-token');
});
