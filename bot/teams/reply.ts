import type { Activity, TurnContext } from 'botbuilder';
import type { CardJson } from '../ports.ts';

/** A card as a message. Alone in its activity: text beside it would be split off and cost the id (teams-platform 1.5). */
export function cardActivity(card: CardJson): Partial<Activity> {
  return {
    type: 'message',
    summary: summaryOf(card),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** The first two lines: what it is about and how it stands, for notifications and lists. */
function summaryOf(card: CardJson): string {
  const lines = card.fallbackText.split('\n', 2).join(': ');
  return lines.length > 200 ? `${lines.slice(0, 199)}…` : lines;
}

/** Posts below; the answer is the id by which the message can be edited. */
export async function post(context: TurnContext, card: CardJson): Promise<string | null> {
  const sent = await context.sendActivity(cardActivity(card));
  return sent?.id || null;
}

export async function edit(context: TurnContext, cardId: string, card: CardJson): Promise<void> {
  await context.updateActivity({ ...cardActivity(card), id: cardId });
}

/** The HTTP answer to an invoke. Business failures are cards with 200: error types hide our text (teams-platform 3.3). */
export async function answerInvoke(context: TurnContext, status: number, body?: object): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
}

export const cardBody = (card: CardJson) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});
export const messageBody = (text: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});
