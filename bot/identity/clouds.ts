/**
 * Entra, Graph's name for itself, and the Bot Framework's by cloud (graph-contract 7.4; Bot Framework's government constants in
 * botframework-connector). The addresses can be set one by one; the names in scopes cannot.
 */
const clouds = {
  global: {
    exchangeAudience: 'api://AzureADTokenExchange',
    entra: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    botScope: 'https://api.botframework.com/.default',
    botTenant: 'botframework.com',
  },
  usgov: {
    exchangeAudience: 'api://AzureADTokenExchangeUSGov',
    entra: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    botScope: 'https://api.botframework.us/.default',
    botTenant: 'MicrosoftServices.onmicrosoft.us',
  },
  dod: {
    exchangeAudience: 'api://AzureADTokenExchangeUSGov',
    entra: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    botScope: 'https://api.botframework.us/.default',
    botTenant: 'MicrosoftServices.onmicrosoft.us',
  },
  china: {
    exchangeAudience: 'api://AzureADTokenExchangeChina',
    entra: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    botScope: 'https://api.botframework.azure.cn/.default',
    botTenant: 'microsoftservices.partner.onmschina.cn',
  },
} as const;

export type Cloud = (typeof clouds)[keyof typeof clouds];
export const cloudNamed = (name: keyof typeof clouds): Cloud => clouds[name];
