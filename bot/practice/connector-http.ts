import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectorReply, Json } from './connector-types.ts';

export type Respond = (request: IncomingMessage, url: URL, response: ServerResponse) => Promise<void>;

export interface LoopbackServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A request that was not understood; the message is for the person who made it. */
export class BadRequest extends Error {}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Far above Teams' own limit for a message: the connector must be able to say 413 itself. */
const largestBodyBytes = 1024 * 1024;

/** A server only this machine can reach, and only under its own name. */
export async function serveLoopback(at: { host: string; port: number }, respond: Respond): Promise<LoopbackServer> {
  if (!loopbackHosts.has(at.host) && at.host !== '::1')
    throw new Error(`Practice mode listens on loopback only, not on ${at.host}`);
  const server = createServer((request, response) => {
    answer(request, response, respond).catch((error: Error) => response.destroy(error));
  });
  await listening(server, at);
  const { port } = server.address() as AddressInfo;
  const host = at.host.includes(':') && !at.host.startsWith('[') ? `[${at.host}]` : at.host;
  return { url: `http://${host}:${port}`, port, close: () => closed(server) };
}

async function answer(request: IncomingMessage, response: ServerResponse, respond: Respond): Promise<void> {
  try {
    const refused = whyRefused(request);
    if (refused) return answerJson(response, { status: 403, body: { error: { code: 'Forbidden', message: refused } } });
    await respond(request, new URL(request.url ?? '/', `http://${request.headers.host}`), response);
  } catch (error) {
    const [status, message] = error instanceof BadRequest ? [400, error.message] : [500, String(error)];
    if (!response.headersSent) answerJson(response, { status, body: { error: { code: 'BadArgument', message } } });
  }
}

/** A name that resolves to loopback (DNS rebinding) and other sites' pages must not reach the rehearsal. */
function whyRefused({ method, headers }: IncomingMessage): string | undefined {
  const host = headers.host ?? '';
  if (!loopbackHosts.has(host.replace(/:\d+$/, ''))) return 'Only loopback names are answered.';
  const reads = method === 'GET' || method === 'HEAD';
  if (!reads && headers.origin !== undefined && headers.origin !== `http://${host}`)
    return 'Only the own page may write.';
  return undefined;
}

export async function readJson(request: IncomingMessage): Promise<Json> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += chunk;
    if (text.length > largestBodyBytes) throw new BadRequest('The body is too long.');
  }
  if (text === '') return {};
  // Another site's page can send JSON only with a preflight, which is never granted.
  if (!request.headers['content-type']?.startsWith('application/json')) throw new BadRequest('The body must be JSON.');
  return parseObject(text);
}

function parseObject(text: string): Json {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body as Json;
  } catch {}
  throw new BadRequest('The body must be a JSON object.');
}

export function answerJson(response: ServerResponse, { status, body }: ConnectorReply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  return promise;
}

/** Ends open streams too: nobody should wait for a browser tab. */
function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}
