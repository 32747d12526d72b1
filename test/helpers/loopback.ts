import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One request as a local service sees it. */
export type Asked = {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
};

/** `silent` never answers, `broken` breaks the connection off; an object as body is sent as JSON. */
export type Told =
  | { status: number; headers?: Record<string, string>; body?: string | object }
  | { trouble: 'silent' | 'broken' };

export type Loopback = { url: string; close(): Promise<void> };

/** A certificate and its key, as PEM. */
export type ServerIdentity = { certificate: string; privateKey: string };

/** A service on a free port of 127.0.0.1: plain http, or https where it has a certificate. */
export async function openLoopback(
  answer: (asked: Asked) => Promise<Told>,
  identity?: ServerIdentity,
): Promise<Loopback> {
  const listener: RequestListener = (request, response) => {
    askedIn(request)
      .then(answer)
      .then((told) => tell(response, told))
      .catch((error: unknown) => tell(response, { status: 500, body: String(error) }));
  };
  const server = identity
    ? createSecureServer({ cert: identity.certificate, key: identity.privateKey }, listener)
    : createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${identity ? 'https' : 'http'}://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function askedIn(request: IncomingMessage): Promise<Asked> {
  const { method = '', url = '/', headers } = request;
  const [path = '/', query = ''] = url.split('?');
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return { method, path, query: new URLSearchParams(query), headers, body: Buffer.concat(parts).toString('utf8') };
}

function tell(response: ServerResponse, told: Told): void {
  if ('trouble' in told) {
    if (told.trouble === 'broken') response.destroy();
    return;
  }
  const { status, headers = {}, body = '' } = told;
  const type =
    typeof body === 'string' || Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json; charset=utf-8' };
  // restify changes writeHead for the whole process, and its own returns nothing to chain on.
  response.writeHead(status, { ...type, ...headers });
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

/** Lets requests wait: `hold` closes the gate and gives back what opens it, `passed` waits while it is closed. */
export function openGate(): { hold(): () => void; passed(): Promise<void> } {
  let open = Promise.resolve();
  return {
    passed: () => open,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      open = promise;
      return () => {
        open = Promise.resolve();
        resolve();
      };
    },
  };
}
