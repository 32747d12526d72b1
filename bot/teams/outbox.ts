import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Conversation, Delivery, Outbox } from '../ports.ts';
import { isChannelAddress } from './channel-address.ts';
import { edit, post } from './reply.ts';

/** The bot as it sends; in practice it stays on loopback. */
export type Sender = { appId: string; loopbackOnly: boolean };

/** Messages and edits that nobody asked for at this moment. */
export function openOutbox(adapter: CloudAdapter, sender: Sender): Outbox {
  const inConversation = (where: Conversation, work: (context: TurnContext) => Promise<Delivery>) =>
    deliver(adapter, { ...sender, where, work });
  return {
    post: (where, card) =>
      inConversation(where, async (context) => {
        const cardId = await post(context, card);
        return cardId ? { kind: 'shown', cardId } : { kind: 'no-message' };
      }),
    edit: (where, cardId, card) =>
      inConversation(where, async (context) => {
        await edit(context, cardId, card);
        return { kind: 'shown', cardId };
      }),
  };
}

type Job = Sender & { where: Conversation; work: (context: TurnContext) => Promise<Delivery> };

async function deliver(adapter: CloudAdapter, { appId, loopbackOnly, where, work }: Job): Promise<Delivery> {
  // The address was stored; the bot's own token goes there.
  if (!isChannelAddress(where.serviceUrl, loopbackOnly)) return { kind: 'no-conversation' };
  const done: { delivery?: Delivery; error?: unknown } = {};
  // What is thrown inside would go to the turn's error handler and be forgotten by the SDK, so it is caught there.
  await adapter.continueConversationAsync(appId, referenceTo(where), async (context) => {
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
  const { statusCode, code } = detailsOf(error);
  if (statusCode === 404) return { kind: code === 'ConversationNotFound' ? 'no-conversation' : 'no-message' };
  if (statusCode === 403) return { kind: 'no-conversation' };
  throw error;
}

function detailsOf(error: unknown): { statusCode: number | null; code: string | null } {
  if (!(error instanceof Error)) return { statusCode: null, code: null };
  const statusCode = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { statusCode, code };
}
