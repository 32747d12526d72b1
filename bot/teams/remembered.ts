import { hash } from 'node:crypto';

/** The channel sends one token with many activities; each costs one verification, and this many are remembered. */
const atMost = 1_000;

type Passing = { expiresMs: number };

export type Remembered<T> = {
  recall(token: string, nowMs: number): T | null;
  keep(token: string, value: T, nowMs: number): void;
};

/** What is known of a token until it expires. The token itself is not kept. */
export function openRemembered<T extends Passing>(): Remembered<T> {
  const entries = new Map<string, T>();
  return {
    recall(token, nowMs) {
      const name = nameOf(token);
      const value = entries.get(name);
      if (!value) return null;
      if (value.expiresMs > nowMs) return value;
      entries.delete(name);
      return null;
    },
    keep(token, value, nowMs) {
      if (value.expiresMs <= nowMs) return;
      const oldest = entries.size >= atMost ? entries.keys().next() : null;
      if (oldest?.value !== undefined) entries.delete(oldest.value);
      entries.set(nameOf(token), value);
    },
  };
}

const nameOf = (token: string): string => hash('sha256', token, 'base64url');
