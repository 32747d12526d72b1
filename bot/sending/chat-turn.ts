import type { Chat, Inside, Where } from './gate.ts';
import { chatLimits } from './limits.ts';
import { type Answers, waitMs } from './windows.ts';

/** Another process is just writing there. */
const heldMs = 100;

const moved = (answers: Answers, ms: number): Answers => answers.map(({ at, count }) => ({ at: at + ms, count }));

/** The turn in a conversation among all processes. Null: it is taken; else in how many milliseconds it is worth trying again. */
export async function takeTurn({ together, steadyMs }: Inside, where: Where, chat: Chat): Promise<number | null> {
  if (!together) return null;
  const lately = await together.takeChat(where);
  if (!lately) return heldMs;
  // Reckoned from after the answer, everything is later rather than too early.
  chat.answers = moved(lately, steadyMs());
  const inMs = waitMs(chat.answers, chatLimits, { now: steadyMs(), onTheWay: 0 });
  if (inMs === 0) return null;
  await leaveTurn({ together, steadyMs }, where, chat);
  return inMs;
}

export async function leaveTurn(
  { together, steadyMs }: Pick<Inside, 'together' | 'steadyMs'>,
  where: Where,
  { answers }: Chat,
): Promise<void> {
  await together?.leaveChat(where, moved(answers, -steadyMs()));
}
