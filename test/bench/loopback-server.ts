/** A bare HTTP server on loopback for the services that a measurement invents. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answerer = (request: IncomingMessage, body: string, response: ServerResponse) => void;

/** Prints its address, which is what the driver waits for. */
export function serveOnLoopback(answer: Answerer): void {
  const server = createServer(async (request, response) => answer(request, await bodyOf(request), response));
  // Between two rounds a connection may rest longer than Node's five seconds.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
