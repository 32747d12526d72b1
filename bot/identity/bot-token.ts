import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Log, Sender } from '../ports.ts';
import type { Cloud } from './clouds.ts';
import { type Credential, managedToken, proofFrom, type Token } from './credential.ts';
import { codesIn } from './entra-answer.ts';
import { metadataOf, networkOn } from './network.ts';

export type BotTokenParts = {
  appId: string;
  /** The tenant of the registration; null for a multi-tenant bot, whose tokens come from the Bot Framework's own tenant. */
  tenantId: string | null;
  credential: Credential;
  cloud: Cloud;
  /** The authority without the tenant. */
  entraUrl: string;
  /** The token endpoint itself, where it is set. */
  tokenUrl: string | null;
  send: Sender;
  log: Log;
};

export type BotToken = (wish?: { fresh: boolean }) => Promise<string>;

/** A connector that refuses every token is not given a new one each time. */
const freshAtMostEveryMs = 60_000;

/** Renewed this long before it ends, so that none runs out on its way. */
const spareMs = 5 * 60_000;

/** The bot's own token for the Bot Connector: no person's rights, only the right to speak in Teams. */
export function openBotToken(parts: BotTokenParts): BotToken {
  let kept: { token: Promise<string>; untilMs: number; askedMs: number } | null = null;
  return async ({ fresh } = { fresh: false }) => {
    const nowMs = Date.now();
    const stale = fresh && kept !== null && nowMs - kept.askedMs >= freshAtMostEveryMs;
    if (kept && !stale && kept.untilMs > nowMs) return kept.token;
    const asked = askForToken(parts);
    const mine = { token: asked.then(({ token }) => token), untilMs: Number.POSITIVE_INFINITY, askedMs: nowMs };
    kept = mine;
    asked.then(
      ({ expiresAt }) => {
        mine.untilMs = expiresAt.getTime() - spareMs;
      },
      () => {
        if (kept === mine) kept = null;
      },
    );
    return mine.token;
  };
}

async function askForToken(parts: BotTokenParts): Promise<Token> {
  const { network, heard } = networkOn(parts.send);
  if (parts.credential.kind === 'managed-identity') {
    const resource = parts.cloud.botScope.replace('/.default', '');
    return managedToken(parts.credential.clientId, resource, network);
  }
  const authority = `${parts.entraUrl.replace(/^http:/, 'https:')}/${parts.tenantId ?? parts.cloud.botTenant}`;
  const metadata = JSON.parse(metadataOf(`${parts.entraUrl}/${parts.tenantId ?? parts.cloud.botTenant}`));
  const endpoint = parts.tokenUrl ? { token_endpoint: parts.tokenUrl } : {};
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: parts.appId,
      authority,
      knownAuthorities: [new URL(authority).host],
      authorityMetadata: JSON.stringify({ ...metadata, ...endpoint }),
      ...(await proofFrom(parts.credential, network)),
    },
    system: { networkClient: network },
  });
  try {
    const result = await app.acquireTokenByClientCredential({ scopes: [parts.cloud.botScope] });
    if (result?.accessToken) return { token: result.accessToken, expiresAt: result.expiresOn ?? new Date() };
  } catch {
    // What msal says may quote the secret; what was heard is logged below.
  }
  const told = heard();
  const status = told && 'answer' in told ? told.answer.status : null;
  parts.log.error({ status, entra: codesIn(told) }, 'no token for the connector; check the bot’s credential');
  throw new Error('The Bot Connector cannot be reached: Entra gave the bot no token');
}
