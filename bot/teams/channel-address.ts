/**
 * Where the channel may be answered: a bearer token of the bot goes to whatever address an activity names, so the address is
 * checked first (teams-platform 1.3). Microsoft's hosts by cloud; more can only come from Microsoft's documentation.
 */
const teamsHosts = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];

const loopbacks = ['127.0.0.1', '[::1]', 'localhost'];

export function isChannelAddress(serviceUrl: string, loopbackOnly: boolean): boolean {
  const url = new URL(serviceUrl);
  if (loopbackOnly) return loopbacks.includes(url.hostname);
  return url.protocol === 'https:' && teamsHosts.includes(url.hostname);
}
