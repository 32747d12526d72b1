/** A Bot Connector in a process of its own: takes every card, counts it, and says so if somebody watches. */
import { answersTo, stamp, tellDriver } from './asked.ts';
import { serveOnLoopback } from './loopback-server.ts';

export type Button = { title: string; verb?: string; data?: Record<string, unknown> };
export type CardSeen = {
  kind: 'card';
  at: bigint;
  method: string;
  conversationId: string;
  messageId: string;
  card: { fallbackText: string; actions?: Button[] };
};

let taken = 0;
let watched = false;
let asksForToken = false;
const json = { 'content-type': 'application/json' };

serveOnLoopback((request, body, response) => {
  const at = stamp();
  const { method = '', url = '' } = request;
  if (asksForToken && !request.headers.authorization?.startsWith('Bearer ey')) {
    response.writeHead(401, json).end('{}');
    return;
  }
  taken += 1;
  const [, conversation = '', activity = ''] = /\/v3\/conversations\/([^/]+)\/activities\/?([^/?]*)/.exec(url) ?? [];
  const messageId = method === 'PUT' ? decodeURIComponent(activity) : `m-${taken}`;
  const answer = JSON.stringify({ id: messageId });
  response.writeHead(method === 'POST' ? 201 : 200, { ...json, 'content-length': answer.length }).end(answer);
  if (watched) tell({ at, method, conversationId: decodeURIComponent(conversation), messageId }, body);
});

function tell(seen: Omit<CardSeen, 'kind' | 'card'>, body: string): void {
  const card = (JSON.parse(body) as { attachments?: { content: CardSeen['card'] }[] }).attachments?.[0]?.content;
  if (card) tellDriver({ event: { kind: 'card', ...seen, card } satisfies CardSeen });
}

answersTo({
  taken: () => taken,
  asksForToken: (on) => {
    asksForToken = on === true;
  },
  watch: (on) => {
    watched = on === true;
  },
});
