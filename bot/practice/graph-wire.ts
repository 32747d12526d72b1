import { randomUUID } from 'node:crypto';
import type { HttpAnswer } from '../ports.ts';
import { type Asked, isFine, type Told } from './graph-asked.ts';
import { approval } from './graph-batch.ts';
import { jsonText } from './graph-device-results.ts';
import { errorBodyFor } from './graph-errors.ts';

/** HTTP as the invented Graph speaks it: a request in its words, an answer in HTTP's. */

/** A request as it came; `person` is null where the token is not one of practice. */
export type Heard = Omit<Asked, 'person' | 'at'> & { person: string | null };

/** `target`: path and query; header names in lower case. */
type Request = { method: string; target: string; headers: Readonly<Record<string, unknown>>; text: string };

export function heardIn({ method, target, headers, text }: Request, base: string): Heard {
  const [path = '/', ...query] = target.split('?');
  return {
    ...{ method, base, body: jsonIn(text), person: personIn(headers['authorization']) },
    path: path.replace(/^\/beta/, ''),
    query: new URLSearchParams(query.join('?')),
    clientRequestId: String(headers['client-request-id'] ?? ''),
  };
}

/** Undefined where it is no JSON. */
function jsonIn(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function personIn(authorization: unknown): string | null {
  const name = /^Bearer practice\.(.+)$/.exec(String(authorization))?.[1];
  return name ? Buffer.from(name, 'base64url').toString('utf8') : null;
}

/** Null where nothing comes, or the connection breaks. */
export function answerTo({ path, clientRequestId }: Heard, told: Told): HttpAnswer | null {
  const { status, flavour, retryAfter } = told;
  if (status === 'timeout' || status === 'broken') return null;
  const headers = {
    'request-id': randomUUID(),
    'client-request-id': clientRequestId,
    ...(retryAfter === null ? {} : { 'retry-after': retryAfter }),
    ...(flavour === 'approval' ? approval : {}),
  };
  if (status === 'nonsense') return { status: 200, headers: { ...headers, 'content-type': 'text/html' }, body: page };
  const body = isFine(told) ? bodyOf(told) : errorBodyFor({ ...told, path });
  return { status, headers: body === '' ? headers : { ...headers, 'content-type': 'application/json' }, body };
}

const page = '<html><body>Welcome to the proxy of 10.1.2.3</body></html>';

const bodyOf = ({ body }: Told): string => (body === undefined ? '' : jsonText(body));
