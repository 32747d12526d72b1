/**
 * Where the channel may be answered: a bearer token of the bot goes to whatever address an activity names, so the address is
 * checked first (teams-platform 1.3). `loopback` is for tests and practice: nobody else's channel is there.
 */
export type ChannelAddresses = { hosts: readonly string[]; loopback: boolean };

/** In practice nothing leaves the machine. */
export const loopbackOnly: ChannelAddresses = { hosts: [], loopback: true };

const loopbacks = ['127.0.0.1', '[::1]', 'localhost'];

export const isLoopback = (address: string): boolean => loopbacks.includes(new URL(address).hostname);

export function isChannelAddress(serviceUrl: string, { hosts, loopback }: ChannelAddresses): boolean {
  const address = URL.parse(serviceUrl);
  if (!address || address.username || address.password) return false;
  const { protocol, host, hostname } = address;
  if (loopback && loopbacks.includes(hostname)) return protocol === 'https:' || protocol === 'http:';
  // With its port: another one than that of https is somebody else's door.
  return protocol === 'https:' && hosts.includes(host);
}
