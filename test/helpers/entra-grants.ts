import { createHash } from 'node:crypto';
import { errors, type JWTPayload } from 'jose';
import { EntraRefused } from './entra-errors.ts';
import { checkDemand, checkScopes } from './entra-policy.ts';
import {
  accessToken,
  applicationToken,
  botAudience,
  clientInfo,
  graphAudience,
  idToken,
  opaque,
  verified,
} from './entra-tokens.ts';
import type { Code, EntraPerson, RefreshToken, World } from './entra-world.ts';

/** One request to the token endpoint of a tenant, credential already checked. */
export type Grant = { tenantId: string; form: URLSearchParams };

/** What each grant type answers with. */
export async function answerGrant(world: World, grant: Grant): Promise<object> {
  switch (grant.form.get('grant_type')) {
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return onBehalfOf(world, grant);
    case 'refresh_token':
      return byRefreshToken(world, grant);
    case 'authorization_code':
      return byCode(world, grant);
    case 'client_credentials':
      return forApplication(world, grant);
    default:
      throw new EntraRefused('AADSTS70003');
  }
}

async function onBehalfOf(world: World, grant: Grant): Promise<object> {
  const assertion = grant.form.get('assertion') ?? '';
  if (grant.form.get('requested_token_use') !== 'on_behalf_of') throw new EntraRefused('AADSTS70000');
  const claims = await assertionClaims(world, assertion);
  const person = world.people.get(String(claims['oid']));
  if (!person || claims['tid'] !== grant.tenantId) throw new EntraRefused('AADSTS50013');
  return tokensFor(world, grant, { person, proved: false, nonce: null, silent: true });
}

async function assertionClaims(world: World, assertion: string): Promise<JWTPayload> {
  const { clientId, appIdUri } = world.registration;
  for (const audience of [clientId, appIdUri ?? clientId]) {
    try {
      return await verified(world, assertion, audience);
    } catch (error) {
      if (!isAboutAudience(error)) throw new EntraRefused(isAboutTime(error) ? 'AADSTS500133' : 'AADSTS50013');
    }
  }
  throw new EntraRefused('AADSTS500131');
}

const isAboutAudience = (error: unknown) => error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud';
const isAboutTime = (error: unknown) =>
  error instanceof errors.JWTExpired || (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf');

async function byRefreshToken(world: World, grant: Grant): Promise<object> {
  const token = world.refreshTokens.get(grant.form.get('refresh_token') ?? '');
  if (!token || token.person.tenantId !== grant.tenantId) throw new EntraRefused('AADSTS70000');
  if (token.dead === 'revoked') throw new EntraRefused('AADSTS50173', { suberror: 'bad_token' });
  if (token.dead === 'expired') throw new EntraRefused('AADSTS700082');
  return tokensFor(world, grant, { ...token, nonce: null, silent: !token.proved });
}

async function byCode(world: World, grant: Grant): Promise<object> {
  const { form } = grant;
  const code = world.codes.get(form.get('code') ?? '');
  if (!code || code.person.tenantId !== grant.tenantId) throw new EntraRefused('AADSTS70000');
  if (code.used) throw new EntraRefused('AADSTS54005');
  code.used = true;
  if (form.get('redirect_uri') !== code.redirectUri) throw new EntraRefused('AADSTS500112');
  checkVerifier(code, form.get('code_verifier'));
  return tokensFor(world, grant, { ...code, silent: false });
}

function checkVerifier({ challenge }: Code, verifier: string | null): void {
  const made = verifier === null ? null : createHash('sha256').update(verifier).digest('base64url');
  if (made !== challenge) throw new EntraRefused('AADSTS501481');
}

async function forApplication(world: World, { tenantId, form }: Grant): Promise<object> {
  const audience = (form.get('scope') ?? '').replace(/\/\.default$/, '');
  const { appIdUri, clientId } = world.registration;
  const own = appIdUri !== null && [appIdUri, clientId].includes(audience);
  if (audience !== botAudience && !own) throw new EntraRefused('AADSTS500011');
  return {
    ...lifetime(world),
    access_token: await applicationToken(world, tenantId, audience),
  };
}

const lifetime = ({ tokenLifeSeconds }: World) => ({
  token_type: 'Bearer',
  expires_in: tokenLifeSeconds,
  ext_expires_in: tokenLifeSeconds,
});

/** `silent`: no page vouches for the person. */
type Who = { person: EntraPerson; proved: boolean; nonce: string | null; silent: boolean };

const openIdScopes = ['openid', 'profile', 'offline_access', 'email'];

async function tokensFor(world: World, { form }: Grant, who: Who): Promise<object> {
  const { person, proved } = who;
  const asked = (form.get('scope') ?? '').split(' ').filter(Boolean);
  const scopes = asked.filter((scope) => !openIdScopes.includes(scope));
  if (scopes.some((scope) => !scope.startsWith(`${graphAudience}/`))) throw new EntraRefused('AADSTS500011');
  checkScopes(world, person, scopes);
  checkDemand(world, person, who.silent);
  const wanted = { scopes, claims: form.get('claims'), nonce: who.nonce, proved };
  return {
    ...lifetime(world),
    scope: asked.filter((scope) => scope !== 'offline_access').join(' '),
    access_token: await accessToken(world, person, wanted),
    ...(asked.includes('openid') ? { id_token: await idToken(world, person, who.nonce) } : {}),
    ...(asked.includes('offline_access') ? { refresh_token: refreshToken(world, { person, proved, dead: null }) } : {}),
    ...(form.get('client_info') === '1' ? { client_info: clientInfo(person) } : {}),
  };
}

function refreshToken(world: World, token: RefreshToken): string {
  const text = opaque(world, '1.AX');
  world.refreshTokens.set(text, token);
  return text;
}
