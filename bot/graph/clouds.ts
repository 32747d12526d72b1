/** Microsoft Graph by cloud (graph-contract 7.4). Everything the bot does is in beta only. */
const graphHosts = {
  global: 'https://graph.microsoft.com',
  usgov: 'https://graph.microsoft.us',
  dod: 'https://dod-graph.microsoft.us',
  china: 'https://microsoftgraph.chinacloudapi.cn',
} as const;

export const graphUrlFor = (cloud: keyof typeof graphHosts): string => `${graphHosts[cloud]}/beta`;
