/** One cloud's channel: whose tokens are believed, and where Teams may be answered. */
export type Channel = {
  /** The OpenID configuration that names the channel's keys. */
  openIdUrl: string;
  /** Of every token the channel sends. */
  issuer: string;
  hosts: readonly string[];
  /** Where people open Teams in a browser, and links to chats lead. */
  client: string;
  /** Endings of the hosts that people's OneDrive is at. */
  files: readonly `.${string}`[];
};

const government = {
  openIdUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.us',
};

/**
 * Global and government addresses are the SDK's own (botframework-connector, authenticationConstants and governmentConstants). The SDK
 * knows neither DoD, nor China, nor any host of Teams: those are in Microsoft's Teams SDK (microsoft/teams.ts,
 * packages/api/src/auth/cloud-environment.ts). GCC is part of the global cloud and has a host of its own. SharePoint's domains are
 * those of Microsoft's lists of endpoints (learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges and its sisters). The
 * clients are the origins that @microsoft/teams-js takes for Teams; 21Vianet's is the one its documentation says to add
 * (msteams-docs, TeamsJS library).
 */
export const channels = {
  global: {
    openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    issuer: 'https://api.botframework.com',
    hosts: ['smba.trafficmanager.net', 'smba.onyx.prod.teams.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
    files: ['.sharepoint.com'],
    client: 'https://teams.microsoft.com',
  },
  usgov: {
    ...government,
    hosts: ['smba.infra.gov.teams.microsoft.us'],
    files: ['.sharepoint.us'],
    client: 'https://gov.teams.microsoft.us',
  },
  dod: {
    ...government,
    hosts: ['smba.infra.dod.teams.microsoft.us'],
    files: ['.sharepoint-mil.us', '.dps.mil'],
    client: 'https://dod.teams.microsoft.us',
  },
  china: {
    openIdUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    issuer: 'https://api.botframework.azure.cn',
    hosts: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
    files: ['.sharepoint.cn'],
    client: 'https://teams.microsoftonline.cn',
  },
} as const satisfies Record<string, Channel>;

export type CloudName = keyof typeof channels;
