import type { HttpAnswer, Sender } from '../ports.ts';

export const get = (send: Sender, url: string): Promise<HttpAnswer> =>
  send({ method: 'GET', url, headers: { accept: 'application/json, text/html' } });

/** Null where it is none. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
