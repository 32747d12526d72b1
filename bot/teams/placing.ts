import type { Answer } from '../commands/define.ts';
import type { Conversation, Delivery, Log, Person } from '../ports.ts';
import type { LateAnswers } from '../ports-writing.ts';
import { ConnectorError } from './connector-answer.ts';
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
  const { where, withinMs } = placing;
  try {
    const shown = await parts.outbox.inTime(where, { rank: 'answer', withinMs }, (chat) => place(parts, chat, placing));
    if (shown.kind === 'shown') return shown.cardId;
    parts.log.warn({ why: shown.kind }, 'an answer can no longer be shown there');
  } catch (error) {
    if (!isPassing(error)) throw error;
    parts.log.info({ err: error }, 'an answer is left to a step');
    await leaveToStep(parts, placing);
  }
  return null;
}

async function place({ late }: PlacingParts, chat: Chat, { where, answer, replaces }: Placing): Promise<Delivery> {
  if (!replaces) return chat.post(answer.card);
  await late.dropOlder(where, replaces);
  return chat.edit(replaces, answer.card);
}

/** Whatever else the connector says no to, it would say again (teams-platform 4.2). */
const passing = [412, 429, 502, 503, 504];
const isPassing = (error: unknown) => !(error instanceof ConnectorError) || passing.includes(error.statusCode);

function leaveToStep({ late }: PlacingParts, { person, where, answer, replaces }: Placing): Promise<void> {
  return answer.late && !replaces
    ? answer.late()
    : late.keep({ person, where, message: cardActivity(answer.card), replaces });
}
