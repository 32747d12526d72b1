import type { HttpAnswer } from '../ports.ts';

/** The connector's no (teams-platform 4.2). */
export class ConnectorError extends Error {
  readonly statusCode: number;
  readonly code: string | null;
  readonly retryAfterMs: number | null;

  constructor(answer: HttpAnswer) {
    const code = codeIn(answer.body);
    super(`The connector answered with ${answer.status}${code ? ` ${code}` : ''}`);
    this.statusCode = answer.status;
    this.code = code;
    this.retryAfterMs = retryAfterMs(answer);
  }
}

/** Something on the way has answered in the connector's place, so nobody knows whether the request arrived. */
export class NotTheConnector extends Error {
  constructor({ status }: HttpAnswer) {
    super(`Something that is not the connector answered with ${status}`);
  }
}

/** An address that is none of the channel's: nothing goes there, and what was stored under other settings never can. */
export class NotTheChannel extends Error {
  constructor() {
    super('This address is not one of the channel');
  }
}

/** An answer may be empty; a proxy's page is none. */
export const isConnectors = ({ body }: HttpAnswer): boolean => body.trim() === '' || jsonIn(body) !== undefined;

export type Sent = { id?: string; activityId?: string };

export function sentIn({ body }: HttpAnswer): Sent {
  const read = objectIn(body);
  return {
    ...(typeof read['id'] === 'string' ? { id: read['id'] } : {}),
    ...(typeof read['activityId'] === 'string' ? { activityId: read['activityId'] } : {}),
  };
}

/** `{ "error": { "code", "message" } }` */
function codeIn(body: string): string | null {
  const error = objectIn(body)['error'];
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

function objectIn(body: string): Record<string, unknown> {
  const read = jsonIn(body);
  return typeof read === 'object' && read !== null ? { ...read } : {};
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** In seconds; a date is never so near that a turn would wait for it. */
export function retryAfterMs({ headers }: HttpAnswer): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  return /^\d+(\.\d+)?$/.test(text) ? Math.ceil(Number(text) * 1000) : null;
}
