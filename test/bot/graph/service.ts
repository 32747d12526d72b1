import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type Graph, openGraph, type TokenSource } from '../../../bot/graph/client.ts';
import type { limitFor } from '../../../bot/graph/limits.ts';
import { type Ledgers, ledgersInMemory, openPace } from '../../../bot/graph/pace.ts';
import { openSender, shortWaits, type Waits } from '../../../bot/graph/send.ts';
import type { Log, PersonId, TenantId, TokenAnswer } from '../../../bot/ports.ts';

export type Call = { method: string; path: string; headers: IncomingMessage['headers']; body: string };
export type Handler = (response: ServerResponse, call: Call) => void;

/** A Graph of this test on loopback: every request is answered by the next handler, and none may be left over. */
export type Service = {
  url: string;
  /** Graph in somebody's name. */
  as(token: TokenSource, signal?: AbortSignal): Graph;
  calls: Call[];
  /** Everything the client logged, to its depth. */
  logged(): string;
  will(...handlers: Handler[]): void;
  /** How everything is answered that was not planned. */
  otherwise(handler: Handler): void;
  /** Breaks every connection that is open. */
  breakConnections(): Promise<void>;
  /** What was planned and did not happen, or happened unplanned. */
  complaints(): string[];
  close(): Promise<void>;
};

export const now = new Date('2026-03-02T12:00:00Z');

export type Pacing = { limits?: typeof limitFor; ledgers?: Ledgers };
type Options = Pacing & { waits?: Waits };

export async function openService({ waits = shortWaits, ...pacing }: Options = {}): Promise<Service> {
  const calls: Call[] = [];
  const log: unknown[] = [];
  const complaints: string[] = [];
  let planned: Handler[] = [];
  let usual: Handler | null = null;
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const call = { method, path, headers, body: Buffer.concat(parts).toString('utf8') };
    calls.push(call);
    const handler = planned.shift() ?? usual;
    if (handler) return handler(response, call);
    complaints.push(`not planned: ${method} ${path}`);
    response.statusCode = 500;
    response.end();
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`;
  const keep = (...line: unknown[]) => {
    log.push(line);
  };
  const recording: Log = { debug: keep, info: keep, warn: keep, error: keep };
  const sender = openSender(waits);
  const pace = paceForTests(pacing);
  const door = openGraph({ url, send: sender.send, pace, clock: { now: () => now }, log: recording });
  return {
    url,
    as: (token, signal) => door({ person: anybody, token, signal }),
    calls,
    logged: () => inspect(log, { depth: null, showHidden: true }),
    will: (...handlers) => {
      planned = [...planned, ...handlers];
    },
    otherwise(handler) {
      usual = handler;
    },
    async breakConnections() {
      const closed = [...sockets].map((socket) => once(socket, 'close'));
      for (const socket of sockets) socket.resetAndDestroy();
      await Promise.all(closed);
      // Until the client has heard of it too.
      await setTimeout(20);
    },
    complaints: () => [...complaints, ...planned.map((_, index) => `planned and not asked for: answer ${index + 1}`)],
    async close() {
      server.closeAllConnections();
      await sender.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export const paceForTests = ({ ledgers = ledgersInMemory({ now: () => new Date() }), ...rest }: Pacing = {}) =>
  openPace({ ledgers, newId: randomUUID, ...rest });
export const anybody = { tenantId: 'tenant' as TenantId, id: 'person' as PersonId };

export const answer =
  (status: number, body: unknown = '', headers: Record<string, string> = {}): Handler =>
  (response) => {
    // restify, loaded in the same process, makes writeHead return nothing.
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export const token = (value: string): TokenAnswer => ({ kind: 'token', token: value });
export const always = (value: string) => async () => token(value);
