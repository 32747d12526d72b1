import type { Accounts, Clock, Log, Person, Sender, SignIn, Tokens } from '../ports.ts';
import type { Store, Tx } from '../store/open.ts';
import { findAttempt } from '../store/sign-in-attempts.ts';
import { openSecrets } from './attempts.ts';
import { type BotToken, openBotToken } from './bot-token.ts';
import { cloudNamed } from './clouds.ts';
import type { Credential } from './credential.ts';
import { openEntra } from './entra.ts';
import { openPages, type Pages } from './pages.ts';
import { openSeal } from './seal.ts';
import { openSessions } from './sessions.ts';
import { openSignIn, tidyAttempts } from './sign-in.ts';
import type { SignInParts } from './signing-in.ts';

export type IdentityParts = {
  store: Store;
  clock: Clock;
  log: Log;
  send: Sender;
  keys: readonly Buffer[];
  cloud: Parameters<typeof cloudNamed>[0];
  registration: { appId: string; appType: string; tenantId: string; credential: Credential; signInAppId: string };
  entraUrl: string | null;
  botTokenUrl: string | null;
  /** Where our pages are reached. */
  pagesUrl: () => string;
  onSignedIn(tx: Tx, signedIn: { person: Person; attemptId: string | null }): Promise<void>;
};

/** Who people are to the bot, and who the bot is to Teams. */
export type Identity = {
  tokens: Tokens;
  accounts: Accounts;
  signIn: SignIn;
  pages: Pages;
  botToken: BotToken;
  /** Drops sign-ins that came to nothing; from time to time. */
  tidy(): Promise<void>;
  /** What somebody had asked for before they signed in. */
  pendingOf(attemptId: string): Promise<object | null>;
};

export function openIdentity(parts: IdentityParts): Identity {
  const { store, clock, log, send, registration } = parts;
  const cloud = cloudNamed(parts.cloud);
  const entraUrl = parts.entraUrl ?? cloud.entra;
  const { credential, signInAppId: clientId } = registration;
  const seal = openSeal(parts.keys);
  const entra = openEntra({ url: entraUrl, cloud, clientId, credential, send, clock, log });
  const sessions = openSessions({ store, seal, entra, clock, log });
  const { pagesUrl, onSignedIn } = parts;
  const resource = `api://botid-${registration.appId}`;
  const own: SignInParts = { store, seal, entra, sessions, clock, log, clientId, resource, pagesUrl, onSignedIn };
  return {
    tokens: sessions,
    accounts: sessions,
    signIn: openSignIn(own),
    pages: openPages(own),
    botToken: openBotToken({
      appId: registration.appId,
      tenantId: registration.appType === 'MultiTenant' ? null : registration.tenantId,
      credential,
      cloud,
      entraUrl,
      tokenUrl: parts.botTokenUrl,
      send,
      log,
    }),
    tidy: () => tidyAttempts(own),
    async pendingOf(attemptId) {
      const attempt = await findAttempt(store.db, attemptId);
      return attempt && (openSecrets({ seal, log }, attempt)?.pending ?? null);
    },
  };
}
