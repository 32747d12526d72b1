import { setTimeout as wait } from 'node:timers/promises';
import type { HttpAnswer, HttpAsk, Sender } from '../ports.ts';
import type { Place } from '../sending/place.ts';
import { type ChannelAddresses, isChannelAddress } from './channel-address.ts';
import {
  ConnectorError,
  isConnectors,
  NotTheChannel,
  NotTheConnector,
  retryAfterMs,
  type Sent,
  sentIn,
} from './connector-answer.ts';
import type { Written } from './written.ts';

/** The bot's own token for the connector; `fresh`: not the one that was given before. */
export type BotToken = (wish?: { fresh: boolean }) => Promise<string>;

export type ConnectorParts = {
  send: Sender;
  /** Null in practice mode: nothing is signed there. */
  botToken: BotToken | null;
  addresses: ChannelAddresses;
  written: Written;
};

/** A turn to write in a conversation, for as long as the work lasts. */
export type InTurn = (conversationId: string, work: (place: Place) => Promise<HttpAnswer>) => Promise<HttpAnswer>;

/** What the SDK asks of a connector: its operations on conversations, with the SDK's names. */
export type Conversations = {
  sendToConversation(conversationId: string, activity: object): Promise<Sent>;
  replyToActivity(conversationId: string, activityId: string, activity: object): Promise<Sent>;
  updateActivity(conversationId: string, activityId: string, activity: object): Promise<Sent>;
  deleteActivity(conversationId: string, activityId: string): Promise<void>;
  createConversation(parameters: object): Promise<Sent>;
};

type Asking = { method: HttpAsk['method']; path: string; body: object | undefined };

/** The Bot Connector at one address. It keeps nothing itself, connections belong to the sender. */
export function conversationsAt(serviceUrl: string, parts: ConnectorParts, inTurn: InTurn): Conversations {
  const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;
  const ask = async (conversationId: string, { method, path, body }: Asking): Promise<Sent> => {
    // Stored or just heard: no token of the bot goes anywhere else.
    if (!isChannelAddress(serviceUrl, parts.addresses)) throw new NotTheChannel();
    const what = { method, url: `${base}${path}`, body: body && parts.written(body) };
    return sentIn(await inTurn(conversationId, (place) => asked(parts, place, what)));
  };
  const inChat = (chat: string, method: HttpAsk['method'], { id, activity }: { id?: string; activity?: object }) =>
    ask(chat, { method, path: pathOf(chat, id), body: activity });
  return {
    sendToConversation: (chat, activity) => inChat(chat, 'POST', { activity }),
    replyToActivity: (chat, id, activity) => inChat(chat, 'POST', { id, activity }),
    updateActivity: (chat, id, activity) => inChat(chat, 'PUT', { id, activity }),
    deleteActivity: async (chat, id) => {
      await inChat(chat, 'DELETE', { id });
    },
    // As if it were a conversation of its own: Teams counts making them apart.
    createConversation: (parameters) => ask('', { method: 'POST', path: '', body: parameters }),
  };
}

const pathOf = (conversationId: string, activityId?: string): string =>
  `/${encodeURIComponent(conversationId)}/activities${activityId === undefined ? '' : `/${encodeURIComponent(activityId)}`}`;

type Ask = Pick<HttpAsk, 'method' | 'url' | 'body'>;

/** A turn waits for it, so it must not cost much of the turn's 15 s (teams-platform 1.5). */
const longestWaitMs = 2_000;
/** Two edits that met must not meet again. */
const shortestWaitMs = 150;
const passing = [412, 502, 503, 504];
/** A connection that broke off while it was used; a request without an answer in time has cost its turn enough already. */
const broken = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/**
 * Asked again, once each: after 401 with another token and after 429 when the wait is short, because then nothing was done; and an
 * edit or a removal that met another one, a busy service or a broken connection, because doing it twice is the same as once
 * (teams-platform 4.2). A new message may be there already after anything else.
 */
async function asked(parts: ConnectorParts, place: Place, ask: Ask): Promise<HttpAnswer> {
  const send = (fresh = false) => place.request(() => sendOnce(parts, ask, fresh), tooMany);
  const sendAgain = () => wait(shortestWaitMs + Math.random() * shortestWaitMs).then(() => send());
  const isSafe = ask.method !== 'POST';
  let answer = await send().catch((error: unknown) => {
    if (isSafe && isBroken(error)) return sendAgain();
    throw error;
  });
  if (answer.status === 401 && parts.botToken) answer = await send(true);
  // The place waits for as long as was asked.
  if ((tooMany(answer)?.waitMs ?? longestWaitMs + 1) <= longestWaitMs) answer = await send();
  if (isSafe && passing.includes(answer.status)) answer = await sendAgain();
  if (answer.status < 200 || answer.status >= 300) throw new ConnectorError(answer);
  if (!isConnectors(answer)) throw new NotTheConnector(answer);
  return answer;
}

const isBroken = (error: unknown) =>
  error instanceof Error && 'code' in error && broken.some((code) => code === error.code);

const tooMany = (answer: HttpAnswer) => (answer.status === 429 ? { waitMs: retryAfterMs(answer) } : null);

async function sendOnce({ send, botToken }: ConnectorParts, ask: Ask, fresh: boolean): Promise<HttpAnswer> {
  const proof = botToken ? { authorization: `Bearer ${await botToken({ fresh })}` } : {};
  return send({ ...ask, headers: { 'content-type': 'application/json; charset=utf-8', ...proof } });
}
