import { randomUUID } from 'node:crypto';
import type { Clock, HttpAnswer, HttpAsk, Log, Person, Sender, TokenAnswer, TokenWish } from '../ports.ts';
import { requestIdIn } from './answer-ids.ts';
import { claimsIn } from './claims-challenge.ts';
import { type Meanings, Refused, refusalFor, type Trouble } from './errors.ts';
import { familyOf } from './limits.ts';
import type { Pace, Places } from './pace.ts';
import type { Refusal, Support } from './refusal.ts';
import { retryAtFor } from './retry-after.ts';
import { breakOf } from './send.ts';
import { refusedToken } from './token-refusal.ts';

export { jsonOf } from './json.ts';

export type TokenSource = (wish: TokenWish) => Promise<TokenAnswer>;

/** In whose name Graph is asked, and how long there is for it. */
export type Asker = {
  person: Pick<Person, 'tenantId' | 'id'>;
  token: TokenSource;
  /** Bounds everything that is asked. */
  signal?: AbortSignal | undefined;
  /** Somebody sits and waits for it. */
  urgent?: boolean;
};

export type GraphParts = {
  /** With the version segment. */
  url: string;
  send: Sender;
  pace: Pace;
  clock: Clock;
  log: Log;
};

/** Everything one request needs. */
export type Bound = GraphParts & Asker;

export type Ask = {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  meanings?: Meanings | undefined;
  /** A `$batch` counts for what is in it, which has its places already. */
  unpaced?: boolean;
};
/** Proof that the service took a write. */
export type Receipt = { at: Date; requestId: string | null; clientRequestId: string };

export type Answered = HttpAnswer & { clientRequestId: string };

/** A 401 is certain to have changed nothing, so a fresher token may try once more, with the claims that were asked for. */
export async function askSigned(bound: Bound, ask: Ask): Promise<Answered> {
  const token = await tokenFrom(bound);
  const first = await askPaced(bound, ask, token);
  if (first.status < 300) return first;
  const trouble = troubleOf(bound, ask, first);
  const { refusal } = trouble;
  if (refusal.kind !== 'signed-out') throw new Refused(refusal, trouble);
  const claims = claimsIn(first.headers['www-authenticate']);
  const fresh = await bound.token({ fresh: true, claims });
  if (fresh.kind !== 'token') throw new Refused({ ...refusal, ...refusedToken(fresh) });
  if (fresh.token === token) throw new Refused(refusal);
  const second = await askPaced(bound, ask, fresh.token);
  if (second.status < 300) return second;
  const still = troubleOf(bound, ask, second);
  throw new Refused(still.refusal, still);
}

async function tokenFrom(bound: Bound): Promise<string> {
  const answer = await bound.token({});
  if (answer.kind === 'token') return answer.token;
  throw new Refused({ changed: 'nothing', support: supportFor(bound, null), ...refusedToken(answer) });
}

/** Waits for its place where the service has a limit for it, and says what came of it. */
async function askPaced(bound: Bound, ask: Ask, token: string): Promise<Answered> {
  const places = await placeFor(bound, ask);
  if (!places) return askOnce(bound, ask, token);
  try {
    const answer = await askOnce(bound, ask, token);
    const refused = answer.status === 429;
    await giveBack(bound, places, { refused: refused ? 1 : 0, retryAt: refused ? retryAtOf(bound, answer) : null });
    return answer;
  } catch (error) {
    await giveBack(bound, places, { refused: 0, retryAt: null });
    throw error;
  }
}

/** What the service answered counts, whatever becomes of the book that is kept of it: places come back by themselves. */
export async function giveBack(
  { clock, log }: Bound,
  places: Places,
  { refused, retryAt }: { refused: number; retryAt: Date | null },
): Promise<void> {
  const waitMs = retryAt ? Math.max(0, retryAt.getTime() - clock.now().getTime()) : null;
  try {
    await places.answered({ refused, waitMs });
  } catch (error) {
    log.error({ err: error }, 'what Graph answered could not be counted');
  }
}

async function placeFor(bound: Bound, ask: Ask): Promise<Places | null> {
  const family = ask.unpaced ? null : familyOf(ask.path);
  if (!family) return null;
  const { person, signal, urgent = false } = bound;
  const kind = ask.method === 'GET' ? 'read' : 'write';
  try {
    return await bound.pace.places({
      ...{ family, kind, urgent, signal },
      tenantId: person.tenantId,
      personId: person.id,
      count: 1,
    });
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw new Refused(noRoom(bound));
  }
}

/** It was not even sent: there was no room for it in the time there was. The status is what Graph has said of it before. */
export const noRoom = (bound: Bound): Refusal => ({
  ...{ kind: 'throttled', retryAt: null, changed: 'nothing' },
  support: { ...supportFor(bound, null), status: 429 },
});

async function askOnce(bound: Bound, ask: Ask, token: string): Promise<Answered> {
  if (bound.signal?.aborted) throw new Refused(notSent(bound));
  const clientRequestId = randomUUID();
  const began = performance.now();
  try {
    const answer = await bound.send(requestFor(bound, ask, { token, clientRequestId }));
    const requestId = requestIdIn(answer.headers);
    logAnswer(bound, ask, { status: answer.status, clientRequestId, requestId, began });
    return { ...answer, clientRequestId };
  } catch (error) {
    bound.log.warn({ method: ask.method, path: ask.path, clientRequestId, err: error }, 'graph did not answer');
    throw new Refused(refusalForBreak(bound, ask, { error, clientRequestId }), { cause: error });
  }
}

function requestFor(bound: Bound, ask: Ask, ids: { token: string; clientRequestId: string }): HttpAsk {
  const { method, path, body } = ask;
  const headers = {
    authorization: `Bearer ${ids.token}`,
    accept: 'application/json',
    'client-request-id': ids.clientRequestId,
    'return-client-request-id': 'true',
  };
  const asked = { method, url: bound.url + path, signal: bound.signal };
  if (body === undefined) return { ...asked, headers };
  return { ...asked, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function refusalForBreak(bound: Bound, ask: Ask, broke: { error: unknown; clientRequestId: string }): Refusal {
  const { how, reached } = breakOf(broke.error);
  const changed = ask.method === 'POST' && reached ? 'unknown' : 'nothing';
  const support = supportFor(bound, broke.clientRequestId);
  if (how === 'unreadable') return { kind: 'unexpected', how, changed, support };
  return { kind: 'unreachable', how, changed, support };
}

/** The time ran out before anything was on its way. */
const notSent = (bound: Bound): Refusal => ({
  ...{ kind: 'unreachable', how: 'timeout', changed: 'nothing' },
  support: supportFor(bound, null),
});

export function troubleOf(bound: Bound, ask: Ask, answer: Answered): Trouble {
  const refusal = refusalFor({ ...answer, write: ask.method === 'POST', meanings: ask.meanings ?? {} }, bound.clock);
  return { refusal, retryAt: retryAtOf(bound, answer) };
}

const retryAtOf = ({ clock }: Bound, { headers }: Answered) => retryAtFor(headers['retry-after'] ?? null, clock);

/** An answer came, and it is not what the service promises. */
export function unreadable(bound: Bound, answer: Omit<Answered, 'body'>, changed: Refusal['changed']): Refusal {
  const ids = { status: answer.status, requestId: requestIdIn(answer.headers) };
  const support = { ...supportFor(bound, answer.clientRequestId), ...ids };
  return { kind: 'unexpected', how: 'unreadable', changed, support };
}

export function supportFor({ clock }: Bound, clientRequestId: string | null): Support {
  return { at: clock.now(), status: null, code: null, requestId: null, clientRequestId, activityId: null };
}

type Seen = { status: number; clientRequestId: string; requestId: string | null; began: number };

function logAnswer({ log }: Bound, { method, path }: Ask, { began, ...ids }: Seen) {
  log.info({ method, path, ms: Math.round(performance.now() - began), ...ids }, 'graph answered');
}
