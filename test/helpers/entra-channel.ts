import { forged, published, signed } from './entra-keys.ts';
import { botAudience, keepSecret, verified } from './entra-tokens.ts';
import type { World } from './entra-world.ts';
import type { Told } from './loopback.ts';

/** How a token of the channel differs from a good one. Times are seconds from now. */
export type ChannelTokenWish = {
  /** Left out of the token where `null`. */
  serviceUrl: string | null;
  audience?: string;
  issuer?: string;
  expiresIn?: number;
  validIn?: number;
  /** `stranger`: under the channel's key id, signed by somebody else; `unknown`: with a key that is published nowhere. */
  key?: 'endorsed' | 'unendorsed' | 'stranger' | 'unknown';
};

export const channelIssuer = 'https://api.botframework.com';

/** What Teams sends along with an activity. */
export async function channelToken(world: World, wish: ChannelTokenWish): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    serviceurl: wish.serviceUrl ?? undefined,
    aud: wish.audience ?? world.registration.clientId,
    iss: wish.issuer ?? channelIssuer,
    nbf: now + (wish.validIn ?? 0),
    exp: now + (wish.expiresIn ?? 3600),
  };
  return keepSecret(world, await signedWith(world, wish.key ?? 'endorsed', claims));
}

function signedWith({ keys }: World, key: NonNullable<ChannelTokenWish['key']>, claims: object): Promise<string> {
  if (key === 'stranger') return forged({ ...claims }, keys.channel(), keys.unknown());
  const by = { endorsed: keys.channel, unendorsed: keys.unendorsed, unknown: keys.unknown }[key];
  return signed({ ...claims }, by());
}

export const channelPaths = {
  configuration: '/botframework/.well-known/openidconfiguration',
  keys: '/botframework/keys',
} as const;

/** The OpenID configuration of the Bot Framework and its keys; `null` for every other path. */
export async function answerForChannel(world: World, path: string): Promise<Told | null> {
  if (path === channelPaths.configuration) return { status: 200, body: configurationOf(world) };
  if (path !== channelPaths.keys) return null;
  const { channel, unendorsed } = world.keys;
  const endorsed = { endorsements: ['msteams', 'skypeteams', 'directline'] };
  const keys = [await published(channel(), endorsed), await published(unendorsed(), { endorsements: ['directline'] })];
  return { status: 200, body: { keys } };
}

const configurationOf = (world: World) => ({
  issuer: channelIssuer,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: `${world.url()}${channelPaths.keys}`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

/** What is wrong with the bot's own token, as the connector sees it; `null` where nothing is. */
export async function botTokenComplaint(world: World, authorization: string | undefined): Promise<string | null> {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  if (!token) return 'no bearer token';
  try {
    const claims = await verified(world, token, botAudience);
    return claims['appid'] === world.registration.clientId ? null : 'another bot';
  } catch (error) {
    return error instanceof Error ? error.message : 'not a token';
  }
}
