import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Told } from './graph-asked.ts';
import { answerTo, type Heard, heardIn } from './graph-wire.ts';

export type GraphServer = { url: string; close(): Promise<void> };

/** The invented Graph as a server on loopback: a request in, an answer out, and nothing decided. */
export async function serveGraph(answer: (heard: Heard) => Told): Promise<GraphServer> {
  const server = createServer((request, response) => {
    const { method = 'GET', url: target = '/', headers } = request;
    const respond = (text: string) => {
      const heard = heardIn({ method, target, headers, text }, url());
      tell(response, heard, answer(heard));
    };
    // Who breaks off while asking has asked nothing; an answer that HTTP cannot carry breaks off too.
    textIn(request)
      .then(respond)
      .catch(() => response.destroy());
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: url(), close: () => closeServer(server) };
}

async function textIn(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function tell(response: ServerResponse, heard: Heard, told: Told): void {
  if (told.status === 'timeout') return;
  const answer = answerTo(heard, told);
  if (!answer) {
    response.destroy();
    return;
  }
  response.statusCode = answer.status;
  response.setHeaders(new Map(Object.entries(answer.headers)));
  response.end(answer.body);
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed, failed) => {
    server.close((error) => (error ? failed(error) : closed()));
  });
}
