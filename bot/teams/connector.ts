import { setTimeout as wait } from 'node:timers/promises';
import type { HttpAnswer, HttpAsk, Sender } from '../ports.ts';
import { type ChannelAddresses, isChannelAddress } from './channel-address.ts';
import { ConnectorError, retryAfterMs, type Sent, sentIn } from './connector-answer.ts';

/** The bot's own token for the connector; `fresh`: not the one that was given before. */
export type BotToken = (wish?: { fresh: boolean }) => Promise<string>;

export type ConnectorParts = {
  send: Sender;
  /** Null in practice mode: nothing is signed there. */
  botToken: BotToken | null;
  addresses: ChannelAddresses;
};

/** What the SDK asks of a connector: its operations on conversations, with the SDK's names. */
export type Conversations = {
  sendToConversation(conversationId: string, activity: object): Promise<Sent>;
  replyToActivity(conversationId: string, activityId: string, activity: object): Promise<Sent>;
  updateActivity(conversationId: string, activityId: string, activity: object): Promise<Sent>;
  deleteActivity(conversationId: string, activityId: string): Promise<void>;
  createConversation(parameters: object): Promise<Sent>;
};

/** The Bot Connector at one address. It keeps nothing itself, connections belong to the sender. */
export function conversationsAt(serviceUrl: string, parts: ConnectorParts): Conversations {
  const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;
  const ask = async (method: HttpAsk['method'], path: string, body?: object): Promise<Sent> => {
    // Stored or just heard: no token of the bot goes anywhere else.
    if (!isChannelAddress(serviceUrl, parts.addresses)) throw new Error('This address is not one of the channel');
    return sentIn(await asked(parts, { method, url: `${base}${path}`, body: body && JSON.stringify(body) }));
  };
  return {
    sendToConversation: (conversationId, activity) => ask('POST', pathOf(conversationId), activity),
    replyToActivity: (conversationId, id, activity) => ask('POST', pathOf(conversationId, id), activity),
    updateActivity: (conversationId, id, activity) => ask('PUT', pathOf(conversationId, id), activity),
    deleteActivity: async (conversationId, id) => {
      await ask('DELETE', pathOf(conversationId, id));
    },
    createConversation: (parameters) => ask('POST', '', parameters),
  };
}

const pathOf = (conversationId: string, activityId?: string): string =>
  `/${encodeURIComponent(conversationId)}/activities${activityId === undefined ? '' : `/${encodeURIComponent(activityId)}`}`;

type Ask = { method: HttpAsk['method']; url: string; body: string | undefined };

/** A turn waits for it, so it must not cost much of the turn's 15 s (teams-platform 1.5). */
const longestWaitMs = 2_000;
/** Two edits that met must not meet again. */
const shortestWaitMs = 150;
const passing = [412, 502, 503, 504];

/**
 * Asked again, once each: after 401 with another token and after 429 when the wait is short, because then nothing was done; and an
 * edit or a removal that met another one or a busy service, because doing it twice is the same as once (teams-platform 4.2). A new
 * message may be there already after anything else.
 */
async function asked(parts: ConnectorParts, ask: Ask): Promise<HttpAnswer> {
  let answer = await sendOnce(parts, ask, false);
  if (answer.status === 401 && parts.botToken) answer = await sendOnce(parts, ask, true);
  if (answer.status === 429) {
    const waitMs = retryAfterMs(answer);
    if (waitMs !== null && waitMs <= longestWaitMs) {
      await wait(waitMs);
      answer = await sendOnce(parts, ask, false);
    }
  }
  if (ask.method !== 'POST' && passing.includes(answer.status)) {
    await wait(shortestWaitMs + Math.random() * shortestWaitMs);
    answer = await sendOnce(parts, ask, false);
  }
  if (answer.status < 200 || answer.status >= 300) throw new ConnectorError(answer);
  return answer;
}

async function sendOnce({ send, botToken }: ConnectorParts, ask: Ask, fresh: boolean): Promise<HttpAnswer> {
  const proof = botToken ? { authorization: `Bearer ${await botToken({ fresh })}` } : {};
  return send({ ...ask, headers: { 'content-type': 'application/json; charset=utf-8', ...proof } });
}
