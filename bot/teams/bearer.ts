import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../ports.ts';
import type { Keys, SigningKey } from './keys.ts';
import { openRemembered } from './remembered.ts';

/** What is wrong with a request's proof that it comes from the channel: a closed list, for the log only. */
export type TokenFault =
  | 'no token'
  | 'no bearer token'
  | 'unreadable'
  | 'algorithm'
  | 'unknown key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not yet valid'
  | 'service url'
  | 'endorsement';

/** A token whose signature, issuer and audience hold; everything else depends on the moment and the activity. */
export type Verified = {
  keyId: string;
  key: SigningKey;
  serviceUrl: string | null;
  validFromMs: number;
  expiresMs: number;
};

export type BearerParts = { appId: string; issuer: string; keys: Keys; clock: Clock };

type Signed = { channelId: string; serviceUrl: string };

/** Clocks differ a little (Bot Connector authentication, "Connector to bot": five minutes). */
const toleranceMs = 5 * 60_000;

/** Tells whether an activity comes from the channel. Throws `KeysUnavailable` where that cannot be told now. */
export function openBearerCheck(parts: BearerParts) {
  const remembered = openRemembered<Verified>();

  async function verified(token: string, now: Date): Promise<Verified | TokenFault> {
    const before = remembered.recall(token, now.getTime());
    // After a refresh the keys are other objects, so every token is verified again.
    if (before && (await parts.keys.find(before.keyId)) === before.key) return before;
    const found = await verify(parts, token, now);
    if (typeof found !== 'string') remembered.keep(token, found, now.getTime());
    return found;
  }

  return async (authorization: string | undefined, activity: Signed | null): Promise<TokenFault | null> => {
    if (!authorization) return 'no token';
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) return 'no bearer token';
    const now = parts.clock.now();
    const found = await verified(token, now);
    return typeof found === 'string' ? found : faultOf(found, activity, now.getTime());
  };
}

/** Asked on every turn, also of a token that is remembered. */
function faultOf(found: Verified, activity: Signed | null, nowMs: number): TokenFault | null {
  if (found.expiresMs <= nowMs - toleranceMs) return 'expired';
  if (found.validFromMs > nowMs + toleranceMs) return 'not yet valid';
  if (!activity) return null;
  if (found.serviceUrl === null || bare(found.serviceUrl) !== bare(activity.serviceUrl)) return 'service url';
  return found.key.endorsements.includes(activity.channelId) ? null : 'endorsement';
}

const bare = (address: string) => address.replace(/\/$/, '');

async function verify(parts: BearerParts, token: string, now: Date): Promise<Verified | TokenFault> {
  const header = headerOf(token);
  if (!header) return 'unreadable';
  if (header.alg !== 'RS256') return 'algorithm';
  const keyId = header.kid ?? '';
  const key = await parts.keys.find(keyId);
  if (!key) return 'unknown key';
  try {
    const { payload } = await jwtVerify(token, key.verifies, {
      algorithms: ['RS256'],
      issuer: key.issuer ? [parts.issuer, key.issuer] : parts.issuer,
      audience: parts.appId,
      requiredClaims: ['exp'],
      clockTolerance: toleranceMs / 1000,
      currentDate: now,
    });
    return { keyId, key, ...claimsIn(payload) };
  } catch (error) {
    return faultFrom(error);
  }
}

function headerOf(token: string) {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

/** The channel writes `serviceurl`, its documentation `serviceUrl`. */
function claimsIn({ exp, nbf, ...claims }: JWTPayload): Pick<Verified, 'serviceUrl' | 'validFromMs' | 'expiresMs'> {
  const serviceUrl = claims['serviceurl'] ?? claims['serviceUrl'];
  return {
    serviceUrl: typeof serviceUrl === 'string' ? serviceUrl : null,
    validFromMs: (nbf ?? 0) * 1000,
    expiresMs: (exp ?? 0) * 1000,
  };
}

const claimFaults: Record<string, TokenFault> = {
  iss: 'issuer',
  aud: 'audience',
  exp: 'expired',
  nbf: 'not yet valid',
};

function faultFrom(error: unknown): TokenFault {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimFaults[error.claim] ?? 'unreadable';
  return 'unreadable';
}
