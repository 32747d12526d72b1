/** A Bot Connector in a process of its own that enforces Teams' limits, and writes down what came and when. */
import { answersTo, stamp } from './asked.ts';
import type { Button } from './connector.ts';
import { serveOnLoopback } from './loopback-server.ts';
import { type Limits, openLimits } from './stampede-limits.ts';
import { type Tells, tellsOf } from './stampede-tells.ts';

/** One request of the bot, and what its card tells. */
export type Sent = { at: bigint; chat: string; method: string; refused: boolean; tells: Tells };

/** The newest card of a chat that has a button which starts. */
export type StartCard = { chat: string; messageId: string; button: Button };

type Card = { fallbackText: string; actions?: Button[] };

let sent: Sent[] = [];
let limits: Limits | null = null;
const startCards = new Map<string, StartCard>();
let opened = 0;
const json = { 'content-type': 'application/json' };

serveOnLoopback((request, body, response) => {
  const { method = '', url = '' } = request;
  const [, conversation = '', activity = ''] = /\/v3\/conversations\/([^/]+)\/activities\/?([^/?]*)/.exec(url) ?? [];
  const chat = decodeURIComponent(conversation);
  const waitMs = limits?.(chat, performance.now()) ?? 0;
  const card = cardIn(body);
  sent.push({ at: stamp(), chat, method, refused: waitMs > 0, tells: tellsOf(card?.fallbackText ?? '') });
  if (waitMs > 0) {
    response.writeHead(429, { ...json, 'retry-after': String(Math.ceil(waitMs / 1000)) });
    response.end(JSON.stringify({ error: { code: 'Throttled', message: 'Too many requests' } }));
    return;
  }
  const messageId = method === 'PUT' ? decodeURIComponent(activity) : `m-${++opened}`;
  keepStart(chat, messageId, card);
  response.writeHead(method === 'POST' ? 201 : 200, json);
  response.end(JSON.stringify({ id: messageId }));
});

const isOutcome = ({ refused, tells }: Sent) => !refused && tells === 'outcome';

const cardIn = (body: string): Card | undefined =>
  (JSON.parse(body || '{}') as { attachments?: { content: Card }[] }).attachments?.[0]?.content;

function keepStart(chat: string, messageId: string, card: Card | undefined): void {
  const button = card?.actions?.find(({ data }) => data?.['press'] === 'start');
  if (button) startCards.set(chat, { chat, messageId, button });
}

answersTo({
  sent: () => sent,
  count: () => sent.length,
  /** How many chats show the outcome. */
  told: () => new Set(sent.filter(isOutcome).map(({ chat }) => chat)).size,
  startCards: () => [...startCards.values()],
  /** Forgets what came, and enforces the limits from now on. */
  enforce: () => {
    sent = [];
    limits = openLimits();
  },
});
