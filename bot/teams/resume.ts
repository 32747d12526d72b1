import type { Answer, Incoming } from '../commands/define.ts';
import type { Conversation, Log, Outbox } from '../ports.ts';
import { activitySchema, type TeamsActivity } from './activity.ts';
import { type Door, incomingFrom } from './incoming.ts';

type Parts = {
  door: Door;
  log: Log;
  outbox: Outbox;
  answer(incoming: Incoming): Promise<Answer | null>;
};

/** Does again what a person had asked for before they signed in; it was stored, so it is read like anything from outside. */
export async function resume(parts: Parts, pending: object): Promise<void> {
  const parsed = activitySchema.safeParse(pending);
  const read = parsed.success ? incomingFrom(parsed.data, parts.door) : null;
  if (!parsed.success || read?.kind !== 'incoming') {
    parts.log.error({ kind: read?.kind }, 'what was asked for before signing in can no longer be read');
    return;
  }
  const answer = await parts.answer({ ...read.incoming, signedIn: true });
  if (!answer) return;
  const cardId = await place(parts.outbox, read.incoming.where, { answer, activity: parsed.data });
  if (cardId) await answer.posted?.(cardId);
}

type Placed = { answer: Answer; activity: TeamsActivity };

async function place(outbox: Outbox, where: Conversation, { answer, activity }: Placed): Promise<string | null> {
  const pressedId = answer.place === 'here' ? activity.replyToId : undefined;
  if (pressedId && answer.kept) return pressedId;
  const edited = pressedId ? await outbox.edit(where, pressedId, answer.card) : null;
  // Whatever was pressed may be gone by now; the answer still stands.
  const shown = edited?.kind === 'shown' ? edited : await outbox.post(where, answer.card);
  return shown.kind === 'shown' ? shown.cardId : null;
}
