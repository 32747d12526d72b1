import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Answer, Incoming } from '../commands/define.ts';
import type { CardJson, Log, Reader } from '../ports.ts';
import type { TeamsActivity } from './activity.ts';
import { type Door, incomingFrom } from './incoming.ts';
import type { Delivery } from './once.ts';
import { answerInvoke, cardBody, edit, messageBody, post } from './reply.ts';

export type TurnParts = {
  door: Door;
  log: Log;
  answer(incoming: Incoming): Promise<Answer | null>;
  /** For somebody the bot cannot serve. */
  stranger(heard: Reader): CardJson;
  once(delivery: Delivery, work: () => Promise<Answer | null>): Promise<Answer | null>;
};

/** A person waits at most this long without a sign (store-guidelines 10). */
const typingAfterMs = 1_200;

/** One activity: what it is, what to answer, where the answer goes. */
export async function onTurn(parts: TurnParts, context: TurnContext, activity: TeamsActivity): Promise<void> {
  const read = incomingFrom(activity, parts.door);
  if (read.kind === 'incoming') return answerOnce(parts, { context, activity, incoming: read.incoming });
  if (read.kind === 'stranger') return reply(context, activity, { card: parts.stranger(read.heard), place: 'below' });
  parts.log.debug({ why: read.why }, 'activity left alone');
  await refuse(context, knownInvokes.includes(activity.name ?? '') ? 200 : 501);
}

/** Asked by clients whatever the bot can do; anything else is not implemented. */
const knownInvokes = ['application/search', 'signin/failure'];

async function refuse(context: TurnContext, status: number): Promise<void> {
  if (context.activity.type !== 'invoke') return;
  const empty = { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results: [] } };
  await answerInvoke(
    context,
    status,
    context.activity.name === 'application/search' && status === 200 ? empty : undefined,
  );
}

type Here = { context: TurnContext; activity: TeamsActivity; incoming: Incoming };

/** A repeated delivery gets the first one's answer as an HTTP answer, and nothing else happens. */
async function answerOnce(parts: TurnParts, here: Here): Promise<void> {
  const { context, activity, incoming } = here;
  let first = false;
  const answer = await parts.once(deliveryOf(here), async () => {
    first = true;
    const found = await whileTyping(here, parts.answer(incoming));
    if (found) await show(here, found);
    // Only an invoke is answered with the card itself; nothing else needs to be remembered.
    return activity.type === 'invoke' ? found : null;
  });
  if (activity.type === 'invoke') await answerInvoke(context, 200, invokeBody(answer));
  if (!first) parts.log.info({ key: incoming.key }, 'delivered again; answered once');
}

function deliveryOf({ activity, incoming }: Here): Delivery {
  const said = JSON.stringify([incoming.from.id, incoming.where.id, activity.type, activity.text, activity.value]);
  return { id: incoming.key, likeness: createHash('sha256').update(said).digest('base64url') };
}

async function whileTyping({ context, activity }: Here, answer: Promise<Answer | null>): Promise<Answer | null> {
  if (activity.type !== 'message') return answer;
  const typing = setTimeout(() => {
    // A sign that cannot be sent is no reason to fail the turn.
    context.sendActivity({ type: 'typing' }).catch(() => {});
  }, typingAfterMs);
  try {
    return await answer;
  } finally {
    clearTimeout(typing);
  }
}

/** Puts the answer where it belongs and says which message it became. */
async function show({ context, activity }: Here, answer: Answer): Promise<void> {
  const pressedId = answer.place === 'here' ? activity.replyToId : undefined;
  if (pressedId && !answer.kept) await edit(context, pressedId, answer.card);
  const cardId = pressedId ?? (await post(context, answer.card));
  if (cardId) await answer.posted?.(cardId);
}

function invokeBody(answer: Answer | null): object | undefined {
  if (!answer) return undefined;
  if (answer.place === 'below' && answer.aside) return messageBody(answer.aside);
  return cardBody(answer.card);
}

/** An answer that does not come from a command. */
export async function reply(context: TurnContext, activity: { type: string }, answer: Answer): Promise<void> {
  if (activity.type === 'invoke') return answerInvoke(context, 200, messageBody(answer.card.fallbackText));
  await post(context, answer.card);
}
