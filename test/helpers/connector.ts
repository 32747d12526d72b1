import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Button = { type: string; title: string; verb?: string; data?: Record<string, unknown> };
export type CardContent = { fallbackText: string; body: unknown[]; actions?: Button[]; lang: string };

/** One message of the bot as it stands now, with everything it ever showed. */
export type Message = { id: string; conversationId: string; card: CardContent; summary: string; shown: string[] };

export type Connector = {
  serviceUrl: string;
  messages(conversationId: string): Message[];
  /** Everything that came in, for counting and for searching. */
  traffic: { method: string; path: string; body: string }[];
  /** The next requests are answered so, in order. */
  fail(...answers: { status: number; code?: string }[]): void;
  close(): Promise<void>;
};

/** A Bot Connector that keeps what the bot sends and edits. */
export async function openConnector(): Promise<Connector> {
  const messages: Message[] = [];
  const traffic: Connector['traffic'] = [];
  let failures: { status: number; code?: string }[] = [];

  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const body = await bodyOf(request);
    traffic.push({ method, path: url, body });
    const failure = failures.shift();
    response.setHeader('content-type', 'application/json');
    if (failure) {
      response.statusCode = failure.status;
      return response.end(JSON.stringify({ error: { code: failure.code ?? 'Failed', message: 'as planned' } }));
    }
    response.statusCode = method === 'POST' ? 201 : 200;
    return response.end(JSON.stringify({ id: keep(messages, { method, url, body }) }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    messages: (conversationId) => messages.filter((one) => one.conversationId === conversationId),
    traffic,
    fail: (...answers) => {
      failures = answers;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

type Sent = { attachments?: { content: CardContent }[]; summary?: string };

function keep(messages: Message[], { method, url, body }: { method: string; url: string; body: string }): string {
  const [, conversation = '', activityId = ''] = /\/v3\/conversations\/([^/]+)\/activities\/?([^/?]*)/.exec(url) ?? [];
  const sent = JSON.parse(body || '{}') as Sent;
  const card = sent.attachments?.[0]?.content;
  if (!card) return `typing-${messages.length}`;
  if (method === 'PUT')
    return edit(messages, { id: decodeURIComponent(activityId), card, summary: sent.summary ?? '' });
  const id = `m-${messages.length + 1}`;
  const conversationId = decodeURIComponent(conversation);
  messages.push({ id, conversationId, card, summary: sent.summary ?? '', shown: [card.fallbackText] });
  return id;
}

function edit(messages: Message[], change: { id: string; card: CardContent; summary: string }): string {
  const message = messages.find((one) => one.id === change.id);
  if (!message) throw new Error(`The bot edited ${change.id}, which it never sent`);
  message.card = change.card;
  message.summary = change.summary;
  message.shown.push(change.card.fallbackText);
  return change.id;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
