import type { Clock, Log, Sender } from '../ports.ts';
import type { TeamsActivity } from './activity.ts';
import { openBearerCheck, type TokenFault } from './bearer.ts';
import { type ChannelAddresses, isChannelAddress, loopbackOnly } from './channel-address.ts';
import { KeysUnavailable, openKeys } from './keys.ts';
import { isServed } from './served.ts';

/** Why an activity is not let in. `why` is a closed list and for the log; whoever asked is told no more than the status says. */
export type Rejection =
  /** In practice, where nobody outside plays Teams. */
  | { status: 400; why: 'another host' }
  | { status: 401; why: TokenFault }
  | { status: 403; why: 'another channel' | 'another host' | 'another tenant' }
  | { status: 503; why: 'no keys'; err: unknown };

export type AccessParts = {
  appId: string;
  /** Of the cloud. */
  issuer: string;
  openIdUrl: string;
  addresses: ChannelAddresses;
  allowedTenants: ReadonlySet<string>;
  send: Sender;
  /** Of the world outside, which nobody can turn. */
  clock: Clock;
  steadyMs(): number;
  log: Log;
};

export type Access = (authorization: string | undefined, activity: TeamsActivity | null) => Promise<Rejection | null>;

/** Lets in what the channel sent, from Teams, for a tenant that is served. */
export function openAccess(parts: AccessParts): Access {
  const faultOf = openBearerCheck({ ...parts, keys: openKeys(parts) });

  return async (authorization, activity) => {
    try {
      const fault = await faultOf(authorization, activity);
      if (fault) return { status: 401, why: fault };
      return activity && forbidden(activity, parts);
    } catch (error) {
      // Asked to come back, Teams delivers again; a 401 would be the end of it.
      if (error instanceof KeysUnavailable) return { status: 503, why: 'no keys', err: error.cause };
      throw error;
    }
  };
}

/** What the token does not prove (teams-platform 1.3). */
function forbidden(activity: TeamsActivity, parts: AccessParts): Rejection | null {
  if (activity.channelId !== 'msteams') return { status: 403, why: 'another channel' };
  if (!isChannelAddress(activity.serviceUrl, parts.addresses)) return { status: 403, why: 'another host' };
  if (!isServed(activity, parts)) return { status: 403, why: 'another tenant' };
  return null;
}

/** Nothing is signed in practice, and nobody beyond this machine is answered. */
export const practiceAccess: Access = async (_authorization, activity) =>
  !activity || isChannelAddress(activity.serviceUrl, loopbackOnly) ? null : { status: 400, why: 'another host' };
