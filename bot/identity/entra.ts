import {
  type AuthenticationResult,
  type ConfidentialClientApplication,
  InteractionRequiredAuthError,
} from '@azure/msal-node';
import type { Clock, Log, Person, Scope, Sender } from '../ports.ts';
import type { Cloud } from './clouds.ts';
import { type Client, confidentialClient } from './confidential-client.ts';
import type { Credential } from './credential.ts';
import { codesIn, type EntraRefusal, entraRefusalFor, type Heard } from './entra-answer.ts';

export type EntraParts = {
  /** The authority without the tenant. */
  url: string;
  cloud: Cloud;
  clientId: string;
  credential: Credential;
  send: Sender;
  clock: Clock;
  log: Log;
};

/** Whom a token is for, and everything msal must know to renew it. */
export type Granted = {
  kind: 'granted';
  token: string;
  expiresAt: Date;
  /** Without the address of the cloud. */
  scopes: readonly Scope[];
  /** The account Entra signed in: never assume that it is the one who asked. */
  account: { tenantId: string; personId: string; username: string };
  /** msal's own cache of this one person. */
  cache: string;
};

export type EntraAnswer = Granted | EntraRefusal;

export type CodeWish = {
  scopes: readonly Scope[];
  verifier: string;
  nonce: string;
  redirectUri: string;
  /** What must be proved, as JSON. */
  claims: string | null;
};
/** `hint`: the account that Entra's page offers; null: it asks which. */
export type PageWish = Omit<CodeWish, 'verifier'> & { challenge: string; state: string; hint: string | null };

/** Entra, one person at a time: nothing is shared between people, neither tokens nor failures (teams-platform 2.6). */
export type Entra = {
  onBehalfOf(person: Person, wish: { assertion: string; scopes: readonly Scope[] }): Promise<EntraAnswer>;
  silently(
    person: Person,
    cache: string,
    wish: { scopes: readonly Scope[]; fresh: boolean; claims: string | undefined },
  ): Promise<EntraAnswer>;
  byCode(person: Person, code: string, wish: CodeWish): Promise<EntraAnswer>;
  /** Where a browser signs in; null where the bot's own credential cannot be read. */
  pageUrl(person: Person, wish: PageWish): Promise<string | null>;
  /** Where an administrator allows these scopes for the whole tenant. */
  consentUrl(person: Person, redirectUri: string): string;
};

const claiming = (claims: string | null | undefined) => (claims ? { claims } : {});

export function openEntra(parts: EntraParts): Entra {
  const named = (scopes: readonly Scope[]) => scopes.map((scope) => `${parts.cloud.graph}/${scope}`);
  return {
    onBehalfOf: (person, { assertion, scopes }) =>
      asking(parts, person, (app) => app.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: named(scopes) })),
    silently: (person, cache, { scopes, fresh, claims }) =>
      asking(parts, person, async (app) => {
        app.getTokenCache().deserialize(cache);
        const [account] = await app.getTokenCache().getAllAccounts();
        if (!account) return null;
        return app.acquireTokenSilent({
          account,
          scopes: named(scopes),
          forceRefresh: fresh,
          ...claiming(claims),
        });
      }),
    byCode: (person, code, { scopes, verifier, claims, ...wish }) =>
      asking(parts, person, (app) =>
        app.acquireTokenByCode({ code, scopes: named(scopes), codeVerifier: verifier, ...wish, ...claiming(claims) }),
      ),
    async pageUrl(person, { scopes, challenge, claims, hint, ...wish }) {
      const client = await clientFor(parts, person.tenantId).catch((error) => logBroken(parts, error));
      if (!client) return null;
      const asked = { scopes: named(scopes), codeChallenge: challenge, codeChallengeMethod: 'S256', ...wish };
      // Whoever is not known yet is asked: a browser's one account may be another one than Teams'.
      const account = hint ? { loginHint: hint } : { prompt: 'select_account' };
      return client.app.getAuthCodeUrl({ ...asked, ...account, responseMode: 'query', ...claiming(claims) });
    },
    consentUrl({ tenantId }, redirectUri) {
      const query = new URLSearchParams({
        client_id: parts.clientId,
        scope: `${parts.cloud.graph}/.default`,
        redirect_uri: redirectUri,
      });
      return `${parts.url}/${tenantId}/v2.0/adminconsent?${query}`;
    },
  };
}

const clientFor = ({ url, clientId, credential, cloud, send }: EntraParts, tenantId: string): Promise<Client> =>
  confidentialClient({
    ...{ clientId, credential, send, exchangeAudience: cloud.exchangeAudience },
    authority: `${url}/${tenantId}`,
    // Tells Graph that a claims challenge will be understood.
    capabilities: ['cp1'],
  });

type Question = (app: ConfidentialClientApplication) => Promise<AuthenticationResult | null>;

async function asking(parts: EntraParts, person: Person, question: Question): Promise<EntraAnswer> {
  const client = await clientFor(parts, person.tenantId).catch((error) => logBroken(parts, error));
  if (!client) return settings;
  const { app, heard } = client;
  try {
    const result = await question(app);
    // msal makes a result of any answer with status 200, a proxy's page included.
    if (result?.accessToken) return grantedFrom(parts, result, app.getTokenCache().serialize());
  } catch (error) {
    if (heard() === null && !(error instanceof InteractionRequiredAuthError)) {
      logBroken(parts, error);
      return settings;
    }
    if (isGood(heard())) logSurprise(parts, error);
  }
  const refusal = entraRefusalFor(heard(), parts.clock);
  if (refusal.kind === 'unavailable')
    parts.log.warn({ how: refusal.how, entra: codesIn(heard()) }, 'entra gave no token');
  return refusal;
}

/** Nothing could be asked, which says nothing about the person. */
const settings = { kind: 'unavailable', how: 'settings', retryAt: null } as const;

function logBroken({ log, credential }: EntraParts, error: unknown): null {
  log.error({ credential: credential.kind, code: codeOf(error) }, 'the bot’s own credential cannot be used');
  return null;
}

const isGood = (heard: Heard) => heard !== null && 'answer' in heard && heard.answer.status < 400;

/** Only the name: msal's texts may quote what was sent. */
const logSurprise = ({ log }: EntraParts, error: unknown) =>
  log.warn({ name: error instanceof Error ? error.name : 'unknown', code: codeOf(error) }, 'a sign-in failed here');

/** msal passes on as its code whatever an answer calls `error`, so only what looks like a code is one. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const code = 'errorCode' in error ? error.errorCode : 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[a-z_]{1,50}$/i.test(code) ? code : null;
}

function grantedFrom(parts: EntraParts, result: AuthenticationResult, cache: string): Granted {
  const prefix = `${parts.cloud.graph}/`;
  const claims = Object(result.idTokenClaims) as Record<string, unknown>;
  const { account } = result;
  return {
    kind: 'granted',
    token: result.accessToken,
    expiresAt: result.expiresOn ?? parts.clock.now(),
    scopes: result.scopes.filter((scope) => scope.includes('.')).map((scope) => scope.replace(prefix, '')),
    account: {
      tenantId: String(claims['tid'] ?? account?.tenantId ?? ''),
      personId: String(claims['oid'] ?? account?.localAccountId ?? ''),
      username: account?.username ?? '',
    },
    cache,
  };
}
