import type { BotRegistration, Config } from '../config.ts';
import type { Cloud } from '../identity/clouds.ts';
import type { Sender } from '../ports.ts';

/** `unseen`: nothing outside can tell, so somebody has to look. */
export type Mark = 'ok' | 'warning' | 'bad' | 'unseen' | 'skipped';

/** What a check found, in one sentence, and what to do about it. */
export type Finding = { mark: Mark; found: string; todo: readonly string[] };

export const ok = (found: string): Finding => ({ mark: 'ok', found, todo: [] });
export const warning = (found: string, ...todo: string[]): Finding => ({ mark: 'warning', found, todo });
export const bad = (found: string, ...todo: string[]): Finding => ({ mark: 'bad', found, todo });
export const unseen = (found: string, ...todo: string[]): Finding => ({ mark: 'unseen', found, todo });

/** What is looked at: the settings, and where they lead. */
export type Site = {
  config: Config;
  registration: BotRegistration;
  cloud: Cloud;
  /** The authority without the tenant. */
  entraUrl: string;
  graphUrl: string;
  /** The OpenID configuration of the channel's keys. */
  openIdUrl: string;
  appIdUri: string;
  send: Sender;
  now: Date;
};

export type Check = {
  name: string;
  /** Names of earlier checks; after a failure there this one could tell nothing. */
  needs: readonly string[];
  run(site: Site): Promise<Finding>;
};

/** Where Entra keeps what is set here. */
export const registrationAt = (clientId: string): string =>
  `Entra admin center > App registrations > All applications > ${clientId}`;
export const azureBotAt = 'Azure portal > your Azure Bot';

export const redirectUriOf = (publicUrl: string): string => `${publicUrl}/sign-in/done`;
