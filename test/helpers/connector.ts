import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Button = { type: string; title: string; verb?: string; data?: Record<string, unknown> };
export type CardContent = { fallbackText: string; body: unknown[]; actions?: Button[]; lang: string };

/** One message of the bot as it stands now, with everything it ever showed. */
export type Message = { id: string; conversationId: string; card: CardContent; summary: string; shown: string[] };

/** An answer in the connector's words for "no". */
export type Failure = { status: number; code?: string };

export type Connector = {
  serviceUrl: string;
  messages(conversationId: string): Message[];
  /** Everything that came in, for counting and for searching. */
  traffic: { method: string; path: string; body: string }[];
  /** The next requests are answered so, in order. */
  fails(...answers: Failure[]): void;
  /** Every request about this conversation is answered so: the bot was blocked, the chat is gone. */
  refuses(conversationId: string, answer: Failure): void;
  /** Somebody deletes a message: later edits of it meet what Teams says then. */
  deletes(message: Message): void;
  /** Requests wait from now on; call what comes back to let them through. */
  holds(): () => void;
  /** Forgets everything, as for another test. */
  startsOver(): void;
  close(): Promise<void>;
};

type Request = { method: string; path: string; body: string };
type Answer = { status: number; body: object };

/** A Bot Connector that keeps what the bot sends and edits. */
export async function openConnector(): Promise<Connector> {
  const desk = openMessages();
  const traffic: Request[] = [];
  const planned: Failure[] = [];
  const refused = new Map<string, Failure>();
  let open = Promise.resolve();

  async function answer(request: Request): Promise<Answer> {
    traffic.push(request);
    const failure = planned.shift() ?? refused.get(conversationIn(request.path));
    await open;
    return failure ? failureAnswer(failure) : desk.keep(request);
  }

  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const { status, body } = await answer({ method, path: url, body: await bodyOf(request) });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    messages: desk.messages,
    traffic,
    fails: (...answers) => {
      planned.push(...answers);
    },
    refuses: (conversationId, failure) => {
      refused.set(conversationId, failure);
    },
    deletes: desk.delete,
    holds: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      open = promise;
      return () => {
        open = Promise.resolve();
        resolve();
      };
    },
    startsOver: () => {
      desk.forget();
      planned.length = 0;
      traffic.length = 0;
      refused.clear();
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

type Sent = { attachments?: { content: CardContent }[]; summary?: string };

function openMessages() {
  let messages: Message[] = [];
  let count = 0;

  function post(conversationId: string, { card, summary }: { card: CardContent; summary: string }): Answer {
    count += 1;
    const id = `m-${count}`;
    messages.push({ id, conversationId, card, summary, shown: [card.fallbackText] });
    return { status: 201, body: { id } };
  }

  function edit(id: string, { card, summary }: { card: CardContent; summary: string }): Answer {
    const message = messages.find((one) => one.id === id);
    if (!message) return failureAnswer({ status: 404, code: 'ActivityNotFoundInConversation' });
    Object.assign(message, { card, summary });
    message.shown.push(card.fallbackText);
    return { status: 200, body: { id } };
  }

  return {
    keep({ method, path, body }: Request): Answer {
      const { attachments, summary = '' } = JSON.parse(body || '{}') as Sent;
      const card = attachments?.[0]?.content;
      if (!card) return { status: 201, body: { id: 'typing' } };
      const sent = { card, summary };
      return method === 'PUT' ? edit(activityIn(path), sent) : post(conversationIn(path), sent);
    },
    messages: (conversationId: string) => messages.filter((one) => one.conversationId === conversationId),
    delete: (message: Message) => {
      messages = messages.filter((one) => one !== message);
    },
    forget: () => {
      messages = [];
    },
  };
}

const failureAnswer = ({ status, code = 'Failed' }: Failure): Answer => ({
  status,
  body: { error: { code, message: 'as planned' } },
});

const route = /\/v3\/conversations\/([^/]+)\/activities\/?([^/?]*)/;
const conversationIn = (path: string) => decodeURIComponent(route.exec(path)?.[1] ?? '');
const activityIn = (path: string) => decodeURIComponent(route.exec(path)?.[2] ?? '');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
