import { type Dispatcher, request } from 'undici';
import type { Refusal } from './refusal.ts';

export type Sent = {
  method: 'GET' | 'POST';
  url: string;
  token: string;
  clientRequestId: string;
  body?: unknown;
  signal?: AbortSignal | undefined;
};

export type Answer = { status: number; header(name: string): string | null; body: string };

/** More than any answer the bot asks for; a longer one is somebody else's page. */
const longestBody = 4 * 1024 * 1024;

/** One request, one answer: no redirect, no repeat. Throws what undici throws. */
export async function send(dispatcher: Dispatcher, sent: Sent): Promise<Answer> {
  const answer = await request(sent.url, {
    dispatcher,
    method: sent.method,
    headers: headersFor(sent),
    body: sent.body === undefined ? null : JSON.stringify(sent.body),
    signal: sent.signal ?? null,
  });
  const header = (name: string) => firstOf(answer.headers[name.toLowerCase()]);
  return { status: answer.statusCode, header, body: await textOf(answer.body) };
}

function headersFor(sent: Sent): Record<string, string> {
  return {
    authorization: `Bearer ${sent.token}`,
    accept: 'application/json',
    'client-request-id': sent.clientRequestId,
    'return-client-request-id': 'true',
    ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > longestBody) throw new TooLong();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

class TooLong extends Error {
  readonly code = 'ANSWER_TOO_LONG';
}

const firstOf = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

type Broken = Extract<Refusal, { kind: 'unreachable' }>['how'] | 'unreadable';

/** Where a request without a whole answer broke, and whether it can have reached the service. */
export function breakOf(error: unknown): { how: Broken; reached: boolean } {
  const code = codeOf(error);
  if (neverSent.has(code))
    return { how: code === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'connection', reached: false };
  if (code === 'ANSWER_TOO_LONG') return { how: 'unreadable', reached: true };
  return { how: timeouts.has(code) ? 'timeout' : 'connection', reached: true };
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const timeouts = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'TimeoutError',
  'AbortError',
  'ETIMEDOUT',
]);

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : '';
}
