import { hash, timingSafeEqual } from 'node:crypto';

export type Scraper = { address: string | undefined; headers: Record<string, string | string[] | undefined> };

/**
 * Who may read the bot's numbers: whoever is on this machine, or has the token. A proxy beside the bot is on this machine too, and
 * speaks for the world: what says that it was passed on, or was meant for another host, counts as from outside.
 */
export function mayScrape({ address, headers }: Scraper, token: string | null): boolean {
  const passedOn = signsOfProxies.some((name) => headers[name] !== undefined);
  if (isLoopback(address) && !passedOn && isNamedLoopback(headers['host'])) return true;
  return token !== null && isSame(String(headers['authorization'] ?? ''), `Bearer ${token}`);
}

const signsOfProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

const isLoopback = (address = '') => /^(::ffff:)?127\.|^::1$/.test(address);

/** Also keeps out a web page whose name was made to lead here. */
const isNamedLoopback = (host: string | string[] | undefined) =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(String(host ?? ''));

/** Hashes have one length, whatever was sent. */
const isSame = (one: string, other: string) =>
  timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
