import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Asked, isFine, type Told } from './graph-asked.ts';
import { approval } from './graph-batch.ts';
import { jsonText } from './graph-device-results.ts';
import { errorBodyFor } from './graph-errors.ts';

/** A request as it came; `person` is null where the token is not one of practice. */
export type Heard = Omit<Asked, 'person' | 'at'> & { person: string | null };

export type GraphServer = { url: string; close(): Promise<void> };

/** The invented Graph as a server on loopback: a request in, an answer out, and nothing decided. */
export async function serveGraph(answer: (heard: Heard) => Told): Promise<GraphServer> {
  const server = createServer((request, response) => {
    const respond = (text: string) => {
      const heard = heardIn(request, { text, base: url() });
      tell(response, heard, answer(heard));
    };
    // Who breaks off while asking has asked nothing.
    textIn(request).then(respond, () => response.destroy());
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: url(), close: () => closeServer(server) };
}

function heardIn(request: IncomingMessage, { text, base }: { text: string; base: string }): Heard {
  const { method = 'GET', url = '/' } = request;
  const [path = '/', ...query] = url.split('?');
  return {
    ...{ method, base, body: jsonIn(text), person: personIn(request) },
    path: path.replace(/^\/beta/, ''),
    query: new URLSearchParams(query.join('?')),
    clientRequestId: String(request.headers['client-request-id'] ?? ''),
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

async function textIn(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function personIn(request: IncomingMessage): string | null {
  const name = /^Bearer practice\.(.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return name ? Buffer.from(name, 'base64url').toString('utf8') : null;
}

function tell(response: ServerResponse, { path, clientRequestId }: Heard, told: Told): void {
  const { status, flavour, retryAfter } = told;
  if (status === 'timeout') return;
  if (status === 'broken') {
    response.destroy();
    return;
  }
  response.setHeader('request-id', randomUUID());
  response.setHeader('client-request-id', clientRequestId);
  if (retryAfter !== null) response.setHeader('retry-after', retryAfter);
  if (flavour === 'approval') response.setHeaders(new Map(Object.entries(approval)));
  if (status === 'nonsense') {
    response.setHeader('content-type', 'text/html').end('<html><body>Welcome to the proxy of 10.1.2.3</body></html>');
    return;
  }
  response.statusCode = status;
  const body = isFine(told) ? bodyOf(told) : errorBodyFor({ ...told, path });
  if (body === '') response.end();
  else response.setHeader('content-type', 'application/json').end(body);
}

const bodyOf = ({ body }: Told): string => (body === undefined ? '' : jsonText(body));

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed, failed) => {
    server.close((error) => (error ? failed(error) : closed()));
  });
}
