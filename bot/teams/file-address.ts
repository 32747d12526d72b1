import { isLoopback } from './channel-address.ts';

/** Where people's files are; `loopback` is for tests and practice, where nothing leaves the machine. */
export type FileAddresses = { endings: readonly string[]; loopback: boolean };

/** An address comes with an activity and is asked by this machine, so only OneDrive's own are (msteams-docs, bots-filesv4). */
export function isFileAddress(address: string, { endings, loopback }: FileAddresses): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username || password) return false;
  if (loopback && isLoopback(address)) return protocol === 'https:' || protocol === 'http:';
  return protocol === 'https:' && port === '' && endings.some((ending) => hostname.endsWith(ending));
}
