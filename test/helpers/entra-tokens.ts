import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { type Claims, forged, published, signed } from './entra-keys.ts';
import type { EntraPerson, World } from './entra-world.ts';

export const graphAudience = 'https://graph.microsoft.com';
export const botAudience = 'https://api.botframework.com';

export const issuerOf = (world: World, tenantId: string) => `${world.url()}/${tenantId}/v2.0`;
const oldIssuerOf = (tenantId: string) => `https://sts.windows.net/${tenantId}/`;

/** Keeps what is secret, so that a test can search for it where it must not be. */
export function keepSecret<T extends string>(world: World, secret: T): T {
  world.issued.add(secret);
  return secret;
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

function lifeFrom(seconds: number) {
  const now = nowSeconds();
  return { iat: now, nbf: now, exp: now + seconds };
}

/** What a token says of a person, whatever it is for. */
const about = ({ tenantId, id, name }: EntraPerson) => ({ tid: tenantId, oid: id, sub: `sub-${id}`, name });

export type Wanted = { scopes: readonly string[]; claims: string | null; nonce: string | null; proved: boolean };

/** For Graph; `asked_claims` is ours: with which claims it was asked for, and `proved` whether on a page. */
export async function accessToken(world: World, person: EntraPerson, wanted: Wanted): Promise<string> {
  const { appid, ...capabilities } = { appid: world.registration.clientId, ...capabilitiesIn(wanted.claims) };
  const claims = {
    ...about(person),
    ...lifeFrom(world.tokenLifeSeconds),
    ...capabilities,
    aud: graphAudience,
    iss: oldIssuerOf(person.tenantId),
    appid,
    upn: person.username,
    scp: wanted.scopes.map((scope) => scope.replace(`${graphAudience}/`, '')).join(' '),
    ver: '1.0',
    uti: randomBytes(12).toString('base64url'),
    asked_claims: wanted.claims ?? undefined,
    proved: wanted.proved || undefined,
  };
  return keepSecret(world, await signed(claims, world.keys.entra()));
}

const capabilitiesIn = (claims: string | null) => (claims?.includes('"cp1"') ? { xms_cc: ['cp1'] } : {});

export async function idToken(world: World, person: EntraPerson, nonce: string | null): Promise<string> {
  const claims = {
    ...about(person),
    ...lifeFrom(world.tokenLifeSeconds),
    aud: world.registration.clientId,
    iss: issuerOf(world, person.tenantId),
    preferred_username: person.username,
    nonce: nonce ?? undefined,
    ver: '2.0',
  };
  return keepSecret(world, await signed(claims, world.keys.entra()));
}

export const clientInfo = ({ id, tenantId }: EntraPerson) =>
  Buffer.from(JSON.stringify({ uid: id, utid: tenantId })).toString('base64url');

/** Opaque, as Entra's refresh tokens and codes are. */
export const opaque = (world: World, prefix: string) =>
  keepSecret(world, `${prefix}${randomBytes(48).toString('base64url')}`);

/** For the application itself: the connector, or its own API. */
export async function applicationToken(world: World, tenantId: string, audience: string): Promise<string> {
  const { clientId } = world.registration;
  const claims = {
    ...lifeFrom(world.tokenLifeSeconds),
    aud: audience,
    iss: oldIssuerOf(tenantId),
    appid: clientId,
    azp: clientId,
    tid: tenantId,
    uti: randomBytes(12).toString('base64url'),
    ver: '1.0',
  };
  return keepSecret(world, await signed(claims, world.keys.entra()));
}

export type SsoOverrides = Claims & {
  /** `stranger`: under Entra's key id, signed by somebody else; `unknown`: with a key that Entra never had. */
  signedBy?: 'entra' | 'stranger' | 'unknown';
};

const teamsDesktop = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';

/** The token that Teams hands over for a person; every claim can be replaced, and left out by `undefined`. */
export async function ssoToken(world: World, person: EntraPerson, overrides: SsoOverrides = {}): Promise<string> {
  const { signedBy = 'entra', ...replaced } = overrides;
  const claims = {
    ...about(person),
    ...lifeFrom(world.tokenLifeSeconds),
    aud: world.registration.clientId,
    iss: issuerOf(world, person.tenantId),
    azp: teamsDesktop,
    azpacr: '0',
    preferred_username: person.username,
    scp: 'access_as_user',
    uti: randomBytes(12).toString('base64url'),
    ver: '2.0',
    ...replaced,
  };
  const { keys } = world;
  if (signedBy === 'entra') return keepSecret(world, await signed(claims, keys.entra()));
  if (signedBy === 'unknown') return keepSecret(world, await signed(claims, keys.unknown()));
  return keepSecret(world, await forged(claims, keys.entra(), keys.unknown()));
}

/** The token of a workload that the registration trusts in place of a secret. */
export async function federatedToken(world: World): Promise<string> {
  const claims = {
    ...lifeFrom(600),
    iss: 'https://workloads.example',
    sub: 'sync-desk',
    aud: 'api://AzureADTokenExchange',
  };
  return keepSecret(world, await signed(claims, world.keys.federation()));
}

/** The claims of a token that Entra issued for this audience; throws for every other. */
export async function verified(world: World, token: string, audience: string): Promise<JWTPayload> {
  const keys = createLocalJWKSet({ keys: [await published(world.keys.entra())] });
  return (await jwtVerify(token, keys, { audience, algorithms: ['RS256'] })).payload;
}
