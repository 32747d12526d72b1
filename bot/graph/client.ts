import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Clock, HttpAnswer, HttpAsk, Log, Sender, TokenAnswer, TokenWish } from '../ports.ts';
import { claimsIn } from './claims-challenge.ts';
import { type Meanings, Refused, refusalFor } from './errors.ts';
import type { Refusal, Support } from './refusal.ts';
import { breakOf } from './send.ts';
import { refusedToken } from './token-refusal.ts';

/** Proof that the service took a write. */
export type Receipt = { at: Date; requestId: string | null; clientRequestId: string };

/** Microsoft Graph in one person's name. Every failure is a `Refused`. */
export type Graph = {
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Never repeated after it may have reached the service. */
  post(path: string, options?: { body?: unknown; meanings?: Meanings }): Promise<Receipt>;
};

export type TokenSource = (wish: TokenWish) => Promise<TokenAnswer>;

/** Opens Graph in one person's name; `signal` bounds everything asked through it. */
export type GraphDoor = (token: TokenSource, signal?: AbortSignal) => Graph;

type Parts = { url: string; send: Sender; clock: Clock; log: Log };

type Ask = { method: 'GET' | 'POST'; path: string; body?: unknown; meanings?: Meanings | undefined };
type Answered = HttpAnswer & { clientRequestId: string };

/** Opens the one door to Microsoft Graph; `url` includes the version segment. */
export const openGraph =
  (parts: Parts): GraphDoor =>
  (token, signal) =>
    graphFor({ ...parts, token, signal });

type Bound = Parts & { token: TokenSource; signal: AbortSignal | undefined };

function graphFor(bound: Bound): Graph {
  return {
    async get(path, schema) {
      const answer = await askSigned(bound, { method: 'GET', path });
      return parsed(bound, answer, schema);
    },
    async post(path, options = {}) {
      const answer = await askSigned(bound, { method: 'POST', path, ...options });
      return receiptFor(bound, answer);
    },
  };
}

/** A 401 is certain to have changed nothing, so a fresher token may try once more, with the claims that were asked for. */
async function askSigned(bound: Bound, ask: Ask): Promise<Answered> {
  const token = await tokenFrom(bound);
  const first = await askOnce(bound, ask, token);
  if (first.status < 300) return first;
  const refusal = refusalOf(bound, ask, first);
  if (refusal.kind !== 'signed-out') throw new Refused(refusal);
  const claims = claimsIn(first.headers['www-authenticate']);
  const fresh = await bound.token({ fresh: true, claims });
  if (fresh.kind !== 'token') throw new Refused({ ...refusal, ...refusedToken(fresh) });
  if (fresh.token === token) throw new Refused(refusal);
  const second = await askOnce(bound, ask, fresh.token);
  if (second.status < 300) return second;
  throw new Refused(refusalOf(bound, ask, second));
}

async function tokenFrom(bound: Bound): Promise<string> {
  const answer = await bound.token({});
  if (answer.kind === 'token') return answer.token;
  throw new Refused({ changed: 'nothing', support: supportFor(bound, null), ...refusedToken(answer) });
}

async function askOnce(bound: Bound, ask: Ask, token: string): Promise<Answered> {
  const clientRequestId = randomUUID();
  const began = performance.now();
  try {
    const answer = await bound.send(requestFor(bound, ask, { token, clientRequestId }));
    const requestId = answer.headers['request-id'] ?? null;
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

function refusalOf(bound: Bound, ask: Ask, answer: Answered): Refusal {
  return refusalFor({ ...answer, write: ask.method === 'POST', meanings: ask.meanings ?? {} }, bound.clock);
}

function parsed<T>(bound: Bound, answer: Answered, schema: z.ZodType<T>): T {
  const result = schema.safeParse(jsonOf(answer.body));
  if (result.success) return result.data;
  bound.log.warn(
    { clientRequestId: answer.clientRequestId, issues: result.error.issues },
    'graph answer not understood',
  );
  throw new Refused(unreadable(bound, answer, 'nothing'));
}

/** 204 is what the actions promise; a page of text with 200 proves nothing. */
function receiptFor(bound: Bound, answer: Answered): Receipt {
  if (answer.body.trim() !== '') throw new Refused(unreadable(bound, answer, 'unknown'));
  return {
    at: bound.clock.now(),
    requestId: answer.headers['request-id'] ?? null,
    clientRequestId: answer.clientRequestId,
  };
}

function unreadable(bound: Bound, answer: Answered, changed: Refusal['changed']): Refusal {
  const ids = { status: answer.status, requestId: answer.headers['request-id'] ?? null };
  return {
    kind: 'unexpected',
    how: 'unreadable',
    changed,
    support: { ...supportFor(bound, answer.clientRequestId), ...ids },
  };
}

function supportFor(bound: Bound, clientRequestId: string | null): Support {
  return { at: bound.clock.now(), status: null, code: null, requestId: null, clientRequestId, activityId: null };
}

function logAnswer(
  bound: Bound,
  ask: Ask,
  seen: { status: number; clientRequestId: string; requestId: string | null; began: number },
) {
  const { began, ...ids } = seen;
  const ms = Math.round(performance.now() - began);
  bound.log.info({ method: ask.method, path: ask.path, ms, ...ids }, 'graph answered');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
