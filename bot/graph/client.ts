import { randomUUID } from 'node:crypto';
import { Agent, type Dispatcher } from 'undici';
import type { z } from 'zod';
import type { Clock, Log, TokenAnswer } from '../ports.ts';
import { type Meanings, Refused, refusalFor } from './errors.ts';
import type { Refusal, Support } from './refusal.ts';
import { type Answer, breakOf, type Sent, send } from './send.ts';

/** Proof that the service took a write. */
export type Receipt = { at: Date; requestId: string | null; clientRequestId: string };

/** Microsoft Graph in one person's name. Every failure is a `Refused`. */
export type Graph = {
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Never repeated after it may have reached the service. */
  post(path: string, options?: { body?: unknown; meanings?: Meanings }): Promise<Receipt>;
};

export type TokenSource = (options: { fresh: boolean }) => Promise<TokenAnswer>;

export type GraphDoor = {
  /** `signal` bounds everything asked through the returned Graph. */
  as(token: TokenSource, signal?: AbortSignal): Graph;
  close(): Promise<void>;
};

type Parts = { url: string; clock: Clock; log: Log };

type Ask = { method: Sent['method']; path: string; body?: unknown; meanings?: Meanings | undefined };
type Answered = Answer & { clientRequestId: string };

/** Long enough for Intune's slow minutes, short enough that nobody waits for ever. */
const patientWaits = { connectTimeout: 5_000, headersTimeout: 20_000, bodyTimeout: 20_000 };
/** For an invented Graph beside us, whose silence is only ever rehearsed. */
const shortWaits = { connectTimeout: 2_000, headersTimeout: 3_000, bodyTimeout: 3_000 };

/** Opens the one door to Microsoft Graph; `url` includes the version segment. */
export function openGraph({ patient, ...parts }: Parts & { patient: boolean }): GraphDoor {
  const agent = new Agent({ ...(patient ? patientWaits : shortWaits), keepAliveTimeout: 30_000, connections: 32 });
  return {
    as: (token, signal) => graphFor({ ...parts, agent, token, signal }),
    close: () => agent.close(),
  };
}

type Bound = Parts & { agent: Dispatcher; token: TokenSource; signal: AbortSignal | undefined };

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

/** A 401 is certain to have changed nothing, so a fresher token may try once more. */
async function askSigned(bound: Bound, ask: Ask): Promise<Answered> {
  const token = await tokenFrom(bound, false);
  const first = await askOnce(bound, ask, token);
  if (first.status < 300) return first;
  const refusal = refusalOf(bound, ask, first);
  if (refusal.kind !== 'signed-out') throw new Refused(refusal);
  const fresh = await bound.token({ fresh: true });
  if (fresh.kind === 'signed-out' || fresh.token === token) throw new Refused(refusal);
  const second = await askOnce(bound, ask, fresh.token);
  if (second.status < 300) return second;
  throw new Refused(refusalOf(bound, ask, second));
}

async function tokenFrom(bound: Bound, fresh: boolean): Promise<string> {
  const answer = await bound.token({ fresh });
  if (answer.kind === 'token') return answer.token;
  throw new Refused({ kind: 'signed-out', changed: 'nothing', support: supportFor(bound, null) });
}

async function askOnce(bound: Bound, ask: Ask, token: string): Promise<Answered> {
  const clientRequestId = randomUUID();
  const began = performance.now();
  try {
    const { method, body } = ask;
    const sent = { method, url: bound.url + ask.path, token, clientRequestId, body, signal: bound.signal };
    const answer = await send(bound.agent, sent);
    logAnswer(bound, ask, { status: answer.status, clientRequestId, requestId: answer.header('request-id'), began });
    return { ...answer, clientRequestId };
  } catch (error) {
    bound.log.warn({ method: ask.method, path: ask.path, clientRequestId, err: error }, 'graph did not answer');
    throw new Refused(refusalForBreak(bound, ask, { error, clientRequestId }), { cause: error });
  }
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
  return { at: bound.clock.now(), requestId: answer.header('request-id'), clientRequestId: answer.clientRequestId };
}

function unreadable(bound: Bound, answer: Answered, changed: Refusal['changed']): Refusal {
  const ids = { status: answer.status, requestId: answer.header('request-id') };
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
