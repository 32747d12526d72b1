import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Text encrypted at rest (AES-256-GCM). `bound` says what the text belongs to, such as a tenant and a person: sealed text that was
 * moved elsewhere does not open.
 */
export type Seal = {
  seal(text: string, bound: string): string;
  /** Null where no key opens it, because it was moved, changed, or the key is gone. */
  open(sealed: string, bound: string): string | null;
  /** Whether the newest key sealed it; if not, it is worth sealing anew. */
  isCurrent(sealed: string): boolean;
};

const ivBytes = 12;
const tagBytes = 16;

/** The first key seals; every key opens what it sealed, so that a new one can be put in front of the old one. */
export function openSeal(keys: readonly Buffer[]): Seal {
  const [newest] = keys;
  if (!newest) throw new Error('A key is needed to keep anything secret');
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  return {
    seal: (text, bound) => `${nameOf(newest)}.${encrypted(newest, text, bound)}`,
    open(sealed, bound) {
      const [name = '', body = ''] = sealed.split('.');
      const key = byName.get(name);
      return key ? decrypted(key, body, bound) : null;
    },
    isCurrent: (sealed) => sealed.startsWith(`${nameOf(newest)}.`),
  };
}

/** Tells keys apart without telling anything about them. */
const nameOf = (key: Buffer) =>
  createHash('sha256').update('sync-desk key').update(key).digest('base64url').slice(0, 8);

function encrypted(key: Buffer, text: string, bound: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function decrypted(key: Buffer, sealed: string, bound: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return null;
  const iv = bytes.subarray(0, ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
