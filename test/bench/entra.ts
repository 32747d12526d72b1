/** Entra and the Bot Framework in a process of their own, which also hands the driver what Teams would send along. */
import { randomBytes } from 'node:crypto';
import { openEntra } from '../helpers/entra.ts';
import type { ChannelTokenWish } from '../helpers/entra-channel.ts';
import { answersTo } from './asked.ts';

/** Somebody of the tenant, and the token with which Teams signs them in. */
export type Member = { id: string; tenantId: string; ssoToken: string };
export type MembersWish = { count: number; tenants: readonly string[] };
export type TokensWish = { serviceUrl: string; count: number; key?: ChannelTokenWish['key'] };

const entra = await openEntra();
const { clientId, tenantId, secret } = entra.registration;
let issued = 0;

/** Of the bot and of the yardstick: they are the same bot to everybody. */
const settings: Record<string, string> = {
  MicrosoftAppId: clientId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: secret,
  ALLOWED_TENANTS: tenantId,
  ENTRA_URL: entra.entraUrl,
  BOT_OPENID_URL: entra.openIdUrl,
  BOT_TOKEN_URL: entra.tokenUrl,
  SECRET_KEY: randomBytes(32).toString('base64'),
};

answersTo({
  settings: () => settings,
  members: (wish) => members(wish as MembersWish),
  tokens: (wish) => channelTokens(wish as TokensWish),
});
process.stdout.write(`listening on ${entra.entraUrl}\n`);

/** The tenants in turn. */
const members = ({ count, tenants }: MembersWish): Promise<Member[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => member(`Bench ${i}`, tenants[i % tenants.length])));

async function member(name: string, tenant: string | undefined): Promise<Member> {
  const person = entra.person(name, tenant);
  return { id: person.id, tenantId: person.tenantId, ssoToken: await entra.ssoToken(person) };
}

/** No two are alike: RS256 signs the same claims with the same letters, so each ends a second after the one before. */
function channelTokens({ serviceUrl, count, key }: TokensWish): Promise<string[]> {
  const one = () => entra.channelToken({ serviceUrl, expiresIn: 3600 + issued++, ...(key ? { key } : {}) });
  return Promise.all(Array.from({ length: count }, one));
}
