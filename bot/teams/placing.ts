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
  const shown = await shownInTime(parts, placing);
  if (!shown) {
    await leaveToStep(parts, placing);
    return null;
  }
  await shown.remembered;
  const { delivery } = shown;
  if (delivery.kind === 'shown') return delivery.cardId;
  if (delivery.kind === 'refused') throw delivery.error;
  parts.log.warn({ why: delivery.kind }, 'an answer can no longer be shown there');
  return null;
}

type Shown = { delivery: Delivery; remembered: Promise<void> | undefined };

/** Null where there was no room in time, or a step has taken over meanwhile. */
async function shownInTime(parts: PlacingParts, placing: Placing): Promise<Shown | null> {
  const urgent = { rank: 'answer', withinMs: placing.withinMs } as const;
  try {
    return await parts.outbox.inTime(placing.where, urgent, (chat) => show(parts, chat, placing));
  } catch (error) {
    parts.log.info({ err: error }, 'an answer is left to a step');
    return null;
  }
}

/** Remembered before anybody else may write there: a step that comes next finds the message, and edits it. */
async function show({ late }: PlacingParts, chat: Chat, { where, answer, replaces }: Placing): Promise<Shown | null> {
  if (!replaces && answer.isLate?.()) return null;
  if (replaces) await late.dropOlder(where, replaces);
  const delivery = await (replaces ? change(chat, answer, replaces) : chat.post(answer.card));
  const remembered = delivery.kind === 'shown' ? answer.posted?.(delivery.cardId) : undefined;
  // What fails here is told outside: the message was sent.
  await remembered?.catch(() => {});
  return { delivery, remembered };
}

async function change(chat: Chat, { card, posted }: Answer, replaces: string): Promise<Delivery> {
  const edited = await chat.edit(replaces, card);
  // What follows a run is shown anew by the steps that tell of it.
  return posted ? edited : orAnew(edited, () => chat.post(card));
}

function leaveToStep({ late }: PlacingParts, { person, where, answer, replaces }: Placing): Promise<void> {
  return answer.late && !replaces
    ? answer.late()
    : late.keep({ person, where, message: cardActivity(answer.card), replaces });
}
