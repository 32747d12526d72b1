import { randomUUID } from 'node:crypto';
import { type Asked, fine, isFine, refused, type Told } from './graph-asked.ts';
import { errorBodyFor } from './graph-errors.ts';

/** `$batch` (graph-contract 7.3). */

type Part = { id: string; method: string; url: string; headers: Record<string, string>; body: unknown };

/** Requests that came in one batch. */
export type Batch = { person: string; at: Date; ids: readonly string[]; status: Told['status'] };

const most = 20;

/** Each part is answered like a request of its own; an answer that never comes takes the whole batch with it. */
export function batchTold(outer: Asked, answer: (asked: Asked) => Told): Told & { ids: readonly string[] } {
  const parts = partsIn(outer.body);
  if (!parts) return { ...refused(400), ids: [] };
  const answered = parts.map((part) => {
    const asked = askedFrom(outer, part);
    return { part, asked, told: answer(asked) };
  });
  const ids = parts.map(({ id }) => id);
  const lost = answered.find(({ told }) => typeof told.status === 'string');
  if (lost) return { ...lost.told, ids };
  // In any order but the one they were asked in.
  const responses = answered.toReversed().map(({ part, asked, told }) => responseOf(part, asked, told));
  return { ...fine({ responses }), ids };
}

/** Null for what Graph would not take as a batch at all. */
function partsIn(body: unknown): Part[] | null {
  const requests = isObject(body) ? body['requests'] : null;
  if (!Array.isArray(requests) || requests.length === 0 || requests.length > most) return null;
  const parts = requests.map(partIn);
  const ids = new Set(parts.map((part) => part?.id.toLowerCase()));
  return parts.every((part) => part !== null) && ids.size === parts.length ? parts : null;
}

function partIn(request: unknown): Part | null {
  if (!isObject(request)) return null;
  const { id, method, url, headers = {}, body = null } = request;
  if (typeof id !== 'string' || id === '' || typeof url !== 'string' || !url.startsWith('/')) return null;
  if ((method !== 'GET' && method !== 'POST') || !isObject(headers)) return null;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return body !== null && !lower['content-type'] ? null : { id, method, url, headers: lower, body };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function askedFrom({ person, at, base }: Asked, { method, url, headers, body }: Part): Asked {
  const [path = '', query = ''] = url.split('?');
  const clientRequestId = headers['client-request-id'] ?? '';
  return { method, path, query: new URLSearchParams(query), body, person, at, base, clientRequestId };
}

function responseOf({ id }: Part, { path, clientRequestId }: Asked, told: Told) {
  const ids = { 'request-id': randomUUID(), 'client-request-id': clientRequestId };
  const wait = told.retryAfter === null ? {} : { 'Retry-After': told.retryAfter };
  const headers = { ...ids, ...wait, ...(told.flavour === 'approval' ? approval : {}) };
  if (told.status === 204) return { id, status: 204, headers };
  const body = isFine(told) ? told.body : JSON.parse(errorBodyFor({ ...told, path }));
  return { id, status: told.status, headers: { ...headers, 'Content-Type': 'application/json' }, body };
}

export const approval = { 'x-msft-approval-code': 'a4c0de00-0000-4000-8000-00000000c0de' };
