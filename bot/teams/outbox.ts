import type { Conversation, Delivery } from '../ports.ts';
import type { OpenChat, SendRank, WriteInTurn } from '../ports-writing.ts';
import type { Line } from '../sending/line.ts';
import type { Place } from '../sending/place.ts';
import { type ConnectorParts, conversationsAt } from './connector.ts';
import { ConnectorError, NotTheChannel, type Sent } from './connector-answer.ts';
import { cardActivity } from './reply.ts';

/** `withinMs`: for longer it is not worth waiting. */
export type Urgent = { rank: SendRank; withinMs: number };

/** A conversation that takes any message, while nobody else writes there. */
export type Chat = OpenChat & {
  send(message: object): Promise<Delivery>;
  change(messageId: string, message: object): Promise<Delivery>;
};

export type TeamsOutbox = {
  inTurn: WriteInTurn;
  /** Throws `NoRoom` if its turn does not come in time. */
  inTime<T>(where: Conversation, urgent: Urgent, work: (chat: Chat) => Promise<T>): Promise<T>;
};

/** How long a step stands in line, which others would like to work meanwhile; longer than edits give way to a crowd. */
const stepsWaitMs = 60_000;

type Parts = { connector: ConnectorParts; line: Line };

/** Messages and edits, each in its turn; the SDK is not asked, which would make a turn of its own of each. */
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

function chatIn({ connector }: Parts, where: Conversation, place: Place): Chat {
  const there = conversationsAt(where.serviceUrl, connector, (_, send) => send(place));
  const send = (message: object) => there.sendToConversation(where.id, addressed(message, where)).then(shownAs, lostBy);
  const change = (id: string, message: object) =>
    there.updateActivity(where.id, id, addressed({ ...message, id }, where)).then(() => shownAs({ id }), lostBy);
  return {
    ...{ send, change },
    post: (card) => send(cardActivity(card)),
    edit: (cardId, card) => change(cardId, cardActivity(card)),
  };
}

/** With what the SDK writes into every activity. */
const addressed = (message: object, { id, kind, tenantId, serviceUrl, botId }: Conversation): object => ({
  ...message,
  ...{ channelId: 'msteams', serviceUrl },
  from: { id: botId, name: '' },
  conversation: { id, tenantId, conversationType: kind, isGroup: kind !== 'personal', name: '' },
});

const shownAs = ({ id }: Sent): Delivery => (id ? { kind: 'shown', cardId: id } : { kind: 'no-message' });

/** May be otherwise next time (401: when somebody has mended the registration); what else is refused stays so (teams-platform 4.2). */
const passing = [401, 412, 429, 502, 503, 504];

/** What will never get there, as against what may next time. */
function lostBy(error: unknown): Delivery {
  if (error instanceof NotTheChannel) return { kind: 'no-conversation' };
  if (!(error instanceof ConnectorError) || passing.includes(error.statusCode)) throw error;
  if (error.statusCode === 404)
    return { kind: error.code === 'ConversationNotFound' ? 'no-conversation' : 'no-message' };
  return error.statusCode === 403 ? { kind: 'no-conversation' } : { kind: 'refused', error };
}
