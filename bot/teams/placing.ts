import type { Answer } from '../commands/define.ts';
import type { Conversation, Delivery, Log, Person } from '../ports.ts';
import { type LateAnswers, orAnew } from '../ports-writing.ts';
import type { Chat, TeamsOutbox } from './outbox.ts';
import { cardActivity } from './reply.ts';

export type PlacingParts = { outbox: TeamsOutbox; late: LateAnswers; log: Log };

export type Placing = {
  person: Person;
  where: Conversation;
  answer: Answer;
  /** The message that becomes the answer; null: a new one. */
  replaces: string | null;
  withinMs: number;
};

/** The message that an answer has become; null where a step is to show it, or nobody can. */
export async function placed(parts: PlacingParts, placing: Placing): Promise<string | null> {
  const shown = await inTimeOrLate(parts, placing);
  if (shown?.kind === 'shown') return shown.cardId;
  if (shown?.kind === 'refused') throw shown.error;
  if (shown) parts.log.warn({ why: shown.kind }, 'an answer can no longer be shown there');
  return null;
}

/** Null where it found no room, or met passing trouble. */
async function inTimeOrLate(parts: PlacingParts, placing: Placing): Promise<Delivery | null> {
  const { where, withinMs } = placing;
  try {
    return await parts.outbox.inTime(where, { rank: 'answer', withinMs }, (chat) => place(parts, chat, placing));
  } catch (error) {
    parts.log.info({ err: error }, 'an answer is left to a step');
    await leaveToStep(parts, placing);
    return null;
  }
}

async function place({ late }: PlacingParts, chat: Chat, { where, answer, replaces }: Placing): Promise<Delivery> {
  if (!replaces) return chat.post(answer.card);
  await late.dropOlder(where, replaces);
  const edited = await chat.edit(replaces, answer.card);
  // What follows a run is shown anew by the steps that tell of it.
  return answer.posted ? edited : orAnew(edited, () => chat.post(answer.card));
}

function leaveToStep({ late }: PlacingParts, { person, where, answer, replaces }: Placing): Promise<void> {
  return answer.late && !replaces
    ? answer.late()
    : late.keep({ person, where, message: cardActivity(answer.card), replaces });
}
