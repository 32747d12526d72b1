import type { Log, Sender } from '../ports.ts';
import { applicationToken } from './application-token.ts';
import type { Cloud } from './clouds.ts';
import { type Credential, managedToken, type Token } from './credential.ts';
import { codesIn } from './entra-answer.ts';

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
  const { appId: clientId, credential, cloud, send, tokenUrl, entraUrl, tenantId } = parts;
  if (credential.kind === 'managed-identity') {
    return managedToken({ clientId: credential.clientId, resource: cloud.botScope.replace('/.default', ''), send });
  }
  const { exchangeAudience, botScope: scope } = cloud;
  const authority = `${entraUrl}/${tenantId ?? cloud.botTenant}`;
  const answer = await applicationToken({ clientId, credential, exchangeAudience, scope, authority, tokenUrl, send });
  if (answer.kind === 'issued') return answer;
  const { heard } = answer;
  const status = heard && 'answer' in heard ? heard.answer.status : null;
  parts.log.error({ status, entra: codesIn(heard) }, 'no token for the connector; check the bot’s credential');
  throw new Error('The Bot Connector cannot be reached: Entra gave the bot no token');
}
