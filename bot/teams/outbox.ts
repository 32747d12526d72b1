import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { Conversation, Delivery, Outbox } from '../ports.ts';
import type { Adapter } from './adapter.ts';
import { type ChannelAddresses, isChannelAddress } from './channel-address.ts';
import { ConnectorError } from './connector-answer.ts';
import { cardActivity, edit } from './reply.ts';

/** Any message, elsewhere than where the turn is. */
export type SendElsewhere = (where: Conversation, message: Partial<Activity>) => Promise<Delivery>;

/** Messages and edits that nobody asked for at this moment. */
export function openOutbox(adapter: Adapter, addresses: ChannelAddresses): Outbox & { send: SendElsewhere } {
  const inConversation = (where: Conversation, work: (context: TurnContext) => Promise<Delivery>) =>
    deliver(adapter, addresses, { where, work });
  const send: SendElsewhere = (where, message) =>
    inConversation(where, async (context) => {
      const sent = await context.sendActivity(message);
      return sent?.id ? { kind: 'shown', cardId: sent.id } : { kind: 'no-message' };
    });
  return {
    send,
    post: (where, card) => send(where, cardActivity(card)),
    edit: (where, cardId, card) =>
      inConversation(where, async (context) => {
        await edit(context, cardId, card);
        return { kind: 'shown', cardId };
      }),
  };
}

type Job = { where: Conversation; work: (context: TurnContext) => Promise<Delivery> };

async function deliver(adapter: Adapter, addresses: ChannelAddresses, { where, work }: Job): Promise<Delivery> {
  // What was stored under other settings can never be sent.
  if (!isChannelAddress(where.serviceUrl, addresses)) return { kind: 'no-conversation' };
  const done: { delivery?: Delivery; error?: unknown } = {};
  // What is thrown inside would go to the turn's error handler and be forgotten by the SDK, so it is caught there.
  await adapter.continueIn(referenceTo(where), async (context) => {
    try {
      done.delivery = await work(context);
    } catch (error) {
      done.error = error;
    }
  });
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

/** What will never get there, as against what may next time (teams-platform 4.2). */
function lostBy(error: unknown): Delivery {
  if (!(error instanceof ConnectorError)) throw error;
  if (error.statusCode === 404)
    return { kind: error.code === 'ConversationNotFound' ? 'no-conversation' : 'no-message' };
  if (error.statusCode === 403) return { kind: 'no-conversation' };
  throw error;
}
