import type { Chat, Inside, Where } from './gate.ts';
import { chatLimits } from './limits.ts';
import { type Answers, waitMs } from './windows.ts';

/** Another process is just writing there. */
const heldMs = 100;

const keepEveryMs = 2_000;

const moved = (answers: Answers, ms: number): Answers => answers.map(({ at, count }) => ({ at: at + ms, count }));

/** The turn in a conversation among all processes. Null: it is taken; else in how many milliseconds it is worth trying again. */
export async function takeTurn(inside: Inside, where: Where, chat: Chat): Promise<number | null> {
  const { together, steadyMs, processId } = inside;
  if (!together) return null;
  const turn = { ...where, process: processId };
  const lately = await together.takeChat(turn);
  if (!lately) return heldMs;
  // A database that does not answer is met by whoever writes next.
  chat.keeping = setInterval(() => together.keepChat(turn).catch(() => {}), keepEveryMs).unref();
  // Reckoned from after the answer, everything is later rather than too early.
  chat.answers = moved(lately, steadyMs());
  const inMs = waitMs(chat.answers, chatLimits, { now: steadyMs(), onTheWay: 0 });
  if (inMs === 0) return null;
  await leaveTurn(inside, where, chat);
  return inMs;
}

export async function leaveTurn(
  { together, steadyMs, processId }: Inside,
  where: Where,
  { keeping, answers }: Chat,
): Promise<void> {
  clearInterval(keeping);
  await together?.leaveChat({ ...where, process: processId }, moved(answers, -steadyMs()));
}
