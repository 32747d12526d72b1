import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { exportJWK, type JWK, SignJWT } from 'jose';

export type SigningKey = { kid: string; privateKey: KeyObject; publicKey: KeyObject };

/** RS256 with 2048 bits, as Entra and the Bot Framework sign. */
export function newSigningKey(kid: string = randomUUID()): SigningKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** Made when first needed, because a key takes a tenth of a second. */
function lazily(make: () => SigningKey): () => SigningKey {
  let made: SigningKey | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

export type Keys = {
  /** Signs what Entra issues. */
  entra(): SigningKey;
  /** Signs what the channel sends; endorsed for Teams. */
  channel(): SigningKey;
  /** Published, but endorsed for another channel only. */
  unendorsed(): SigningKey;
  /** Published nowhere. */
  unknown(): SigningKey;
  /** Signs the tokens of a workload that the registration trusts. */
  federation(): SigningKey;
  /** Another key for the channel from now on; the one before is no longer published. */
  rotateChannel(): void;
};

export function openKeys(): Keys {
  let channel = lazily(newSigningKey);
  return {
    entra: lazily(newSigningKey),
    channel: () => channel(),
    unendorsed: lazily(newSigningKey),
    unknown: lazily(newSigningKey),
    federation: lazily(newSigningKey),
    rotateChannel: () => {
      channel = lazily(newSigningKey);
    },
  };
}

export type Claims = Record<string, unknown>;

/** A claim that is `undefined` is left out. */
export function signed(claims: Claims, key: SigningKey): Promise<string> {
  const present = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  return new SignJWT(present).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid }).sign(key.privateKey);
}

/** Under the name of `key`, but signed by somebody else. */
export const forged = (claims: Claims, key: SigningKey, by: SigningKey) => signed(claims, { ...by, kid: key.kid });

export async function published(key: SigningKey, more: object = {}): Promise<JWK> {
  return { ...(await exportJWK(key.publicKey)), use: 'sig', kid: key.kid, x5t: key.kid, ...more };
}
