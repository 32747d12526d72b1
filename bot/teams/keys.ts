import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Log, Sender } from '../ports.ts';

/** A key the channel signs with, and the channels whose activities it may sign for. */
export type SigningKey = {
  verifies: CryptoKey;
  endorsements: readonly string[];
  /** As the OpenID configuration says that named the key. */
  issuer: string | null;
};

export type Keys = {
  /** Null where the channel has no such key. Throws `KeysUnavailable` where no keys were ever had. */
  find(id: string): Promise<SigningKey | null>;
};

export class KeysUnavailable extends Error {}

export type KeyParts = { openIdUrl: string; send: Sender; steadyMs(): number; log: Log };

/** Microsoft asks to fetch them anew every day (Bot Connector authentication, "Connector to bot", step 3). */
const keptMs = 24 * 60 * 60_000;
const triedAgainAfterMs = 5 * 60_000;
/** Key ids are anybody's to invent, so they must not make a fetch each; a rotation is to be seen at once all the same. */
const forUnknown = { fetches: 5, withinMs: 15 * 60_000 };
/** While there are no keys, each request would ask for them. */
const forFirst = { fetches: 5, withinMs: 5_000 };
/** For both requests; a turn waits for them. */
const fetchWithinMs = 5_000;

/**
 * The channel's keys. jose's remote key set does not fit: it has no endorsements, forgets its keys when a fetch fails, and asks anew
 * for every unknown id once its last fetch has failed.
 */
export function openKeys(parts: KeyParts): Keys {
  let held: ReadonlyMap<string, SigningKey> | null = null;
  let dueMs = 0;
  let fetching: Promise<void> | null = null;
  const mayAskFirst = openAllowance(parts.steadyMs, forFirst);
  const mayLookAgain = openAllowance(parts.steadyMs, forUnknown);

  const refresh = async () => {
    try {
      held = await fetchKeys(parts);
      dueMs = parts.steadyMs() + keptMs;
    } catch (error) {
      if (!held) throw new KeysUnavailable('no keys of the channel', { cause: error });
      parts.log.warn({ err: error }, 'keys of the channel not refreshed; the older ones go on');
      dueMs = parts.steadyMs() + triedAgainAfterMs;
    }
  };
  const refreshOnce = () => {
    fetching ??= refresh().finally(() => {
      fetching = null;
    });
    return fetching;
  };
  return {
    async find(id) {
      if (!held && !fetching && !mayAskFirst()) throw new KeysUnavailable('the channel gave no keys just now');
      if (!held || parts.steadyMs() >= dueMs) await refreshOnce();
      else if (!held.has(id) && (fetching || mayLookAgain())) await refreshOnce();
      return held?.get(id) ?? null;
    },
  };
}

function openAllowance(steadyMs: () => number, allowed: { fetches: number; withinMs: number }): () => boolean {
  let spent: readonly number[] = [];
  return () => {
    const nowMs = steadyMs();
    spent = spent.filter((atMs) => nowMs - atMs < allowed.withinMs);
    if (spent.length >= allowed.fetches) return false;
    spent = [...spent, nowMs];
    return true;
  };
}

const configurationSchema = z.object({
  jwks_uri: z.url({ protocol: /^https?$/ }),
  issuer: z.string().min(1).nullable().catch(null),
});
const keysSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).default([]),
});

async function fetchKeys({ openIdUrl, send }: KeyParts): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(fetchWithinMs);
  const read = async (url: string): Promise<unknown> => {
    const answer = await send({ method: 'GET', url, headers: { accept: 'application/json' }, signal });
    if (answer.status !== 200) throw new Error(`${url} answered with ${answer.status}`);
    return JSON.parse(answer.body);
  };
  const { jwks_uri: url, issuer } = configurationSchema.parse(await read(openIdUrl));
  if (new URL(url).protocol !== new URL(openIdUrl).protocol) throw new Error(`${url} is not as safe as ${openIdUrl}`);
  return keysIn(keysSchema.parse(await read(url)).keys, issuer);
}

/** A key of a kind that is not ours to use is left alone. */
async function keysIn(listed: readonly unknown[], issuer: string | null): Promise<ReadonlyMap<string, SigningKey>> {
  const usable = listed.map((one) => keySchema.safeParse(one).data).filter((one) => one !== undefined);
  if (usable.length === 0) throw new Error('no usable key is listed');
  const found = usable.map(async ({ kty, kid, n, e, endorsements }) => {
    const verifies = (await importJWK({ kty, n, e }, 'RS256')) as CryptoKey;
    return [kid, { verifies, endorsements, issuer }] as const;
  });
  return new Map(await Promise.all(found));
}
