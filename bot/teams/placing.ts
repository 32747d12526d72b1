import type { Answer } from '../commands/define.ts';
import type { Conversation, Delivery, Log, Person } from '../ports.ts';
import { type LateAnswers, NoRoom, orAnew } from '../ports-writing.ts';
import type { Chat, TeamsOutbox } from './outbox.ts';
import type { Reachability } from './reachability.ts';
import { cardActivity } from './reply.ts';

export type PlacingParts = {
  outbox: TeamsOutbox;
  late: LateAnswers;
  reachability: Pick<Reachability, 'stop' | 'unanswered'>;
  log: Log;
};

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
  if (!shown) return null;
  await shown.remembered;
  const { delivery } = shown;
  if (delivery.kind === 'shown') return delivery.cardId;
  if (delivery.kind === 'refused') throw delivery.error;
  parts.log.warn({ why: delivery.kind }, 'an answer can no longer be shown there');
  if (delivery.kind === 'no-conversation') await stopChat(parts, placing);
  return null;
}

/** Of a run its steps tell; of anything else nobody would. Failing to say so fails no turn. */
async function stopChat({ reachability, log }: PlacingParts, { person, where, answer }: Placing): Promise<void> {
  try {
    await (answer.late ? reachability.stop(where) : reachability.unanswered(person, where));
  } catch (error) {
    log.warn({ err: error }, 'nobody could be told that an answer was not shown');
  }
}

type Shown = { delivery: Delivery; remembered: Promise<void> | undefined };

/** Null where it is left to a step: there was no room in time, Teams did not take it now, or something else has to go first. */
async function shownInTime(parts: PlacingParts, placing: Placing): Promise<Shown | null> {
  const urgent = { rank: 'answer', withinMs: placing.withinMs } as const;
  const left = (error: unknown) => leaveToStep(parts, placing, error);
  try {
    // Left while nobody else may write there, so that whoever comes next finds it.
    return await parts.outbox.inTime(placing.where, urgent, (chat) =>
      show(parts, chat, placing).then((shown) => shown ?? left(null), left),
    );
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    return left(error);
  }
}

/** Remembered before anybody else may write there: a step that comes next finds the message, and edits it. */
async function show({ late }: PlacingParts, chat: Chat, { where, answer, replaces }: Placing): Promise<Shown | null> {
  if (!replaces && (answer.isLate?.() || (!answer.late && (await isBehind(late, where))))) return null;
  if (replaces) await late.dropOlder(where, replaces);
  const delivery = await (replaces ? change(chat, answer, replaces) : chat.post(answer.card));
  const remembered = delivery.kind === 'shown' ? answer.posted?.(delivery.cardId) : undefined;
  // What fails here is told outside: the message was sent.
  await remembered?.catch(() => {});
  return { delivery, remembered };
}

/** Where the database cannot say, an answer is better than its order. */
const isBehind = (late: LateAnswers, where: Conversation): Promise<boolean> => late.waitsIn(where).catch(() => false);

async function change(chat: Chat, { card, posted }: Answer, replaces: string): Promise<Delivery> {
  const edited = await chat.edit(replaces, card);
  // What follows a run is shown anew by the steps that tell of it.
  return posted ? edited : orAnew(edited, () => chat.post(card));
}

async function leaveToStep({ late, log }: PlacingParts, placing: Placing, err: unknown): Promise<null> {
  const { person, where, answer, replaces } = placing;
  log.info({ err }, 'an answer is left to a step');
  await (answer.late && !replaces
    ? answer.late()
    : late.keep({ person, where, message: cardActivity(answer.card), replaces }));
  return null;
}
