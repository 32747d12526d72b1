import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { Conversation, Delivery } from '../ports.ts';
import type { OpenChat, SendRank, WriteInTurn } from '../ports-writing.ts';
import type { Line } from '../sending/line.ts';
import type { Place } from '../sending/place.ts';
import type { Adapter } from './adapter.ts';
import { type ChannelAddresses, isChannelAddress } from './channel-address.ts';
import { ConnectorError } from './connector-answer.ts';
import { cardActivity } from './reply.ts';

/** `withinMs`: for longer it is not worth waiting. */
export type Urgent = { rank: SendRank; withinMs: number };

/** A conversation that takes any message, while nobody else writes there. */
export type Chat = OpenChat & {
  send(message: Partial<Activity>): Promise<Delivery>;
  change(messageId: string, message: Partial<Activity>): Promise<Delivery>;
};

export type TeamsOutbox = {
  inTurn: WriteInTurn;
  /** Throws `NoRoom` if its turn does not come in time. */
  inTime<T>(where: Conversation, urgent: Urgent, work: (chat: Chat) => Promise<T>): Promise<T>;
};

/** How long a step stands in line, which others would like to work meanwhile; longer than edits give way to a crowd. */
const stepsWaitMs = 60_000;

type Parts = { adapter: Adapter; addresses: ChannelAddresses; line: Line };

/** Messages and edits outside a turn of the SDK's, each in its turn. */
export function openOutbox(parts: Parts): TeamsOutbox {
  const inTime: TeamsOutbox['inTime'] = async (where, wish, work) => {
    const place = await parts.line.enter({ tenantId: where.tenantId, conversationId: where.id, ...wish });
    try {
      return await work(chatIn(parts, where, place));
    } finally {
      place.leave();
    }
  };
  return { inTime, inTurn: (where, rank, work) => inTime(where, { rank, withinMs: stepsWaitMs }, work) };
}

function chatIn(parts: Parts, where: Conversation, place: Place): Chat {
  const send = (message: Partial<Activity>) =>
    deliver(parts, place, {
      where,
      async work(context) {
        const sent = await context.sendActivity(message);
        return sent?.id ? { kind: 'shown', cardId: sent.id } : { kind: 'no-message' };
      },
    });
  const change = (messageId: string, message: Partial<Activity>) =>
    deliver(parts, place, {
      where,
      async work(context) {
        await context.updateActivity({ ...message, id: messageId });
        return { kind: 'shown', cardId: messageId };
      },
    });
  return {
    ...{ send, change },
    post: (card) => send(cardActivity(card)),
    edit: (cardId, card) => change(cardId, cardActivity(card)),
  };
}

type Job = { where: Conversation; work: (context: TurnContext) => Promise<Delivery> };

async function deliver({ adapter, addresses }: Parts, place: Place, { where, work }: Job): Promise<Delivery> {
  // What was stored under other settings can never be sent.
  if (!isChannelAddress(where.serviceUrl, addresses)) return { kind: 'no-conversation' };
  const done: { delivery?: Delivery; error?: unknown } = {};
  // What is thrown inside would go to the turn's error handler and be forgotten by the SDK, so it is caught there.
  await adapter.continueIn(
    referenceTo(where),
    (_, send) => send(place),
    async (context) => {
      try {
        done.delivery = await work(context);
      } catch (error) {
        done.error = error;
      }
    },
  );
  return done.delivery ?? lostBy(done.error);
}

function referenceTo(where: Conversation): Partial<ConversationReference> {
  const { id, kind, tenantId, serviceUrl, botId } = where;
  return {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: botId, name: '' },
    conversation: { id, tenantId, conversationType: kind, isGroup: kind !== 'personal', name: '' },
  };
}

/** May be otherwise next time (401: when somebody has mended the registration); what else is refused stays so (teams-platform 4.2). */
const passing = [401, 412, 429, 502, 503, 504];

/** What will never get there, as against what may next time. */
function lostBy(error: unknown): Delivery {
  if (!(error instanceof ConnectorError) || passing.includes(error.statusCode)) throw error;
  if (error.statusCode === 404)
    return { kind: error.code === 'ConversationNotFound' ? 'no-conversation' : 'no-message' };
  return error.statusCode === 403 ? { kind: 'no-conversation' } : { kind: 'refused', error };
}
