import { type Chat, chatRoomMs, type Inside, type Where } from './gate.ts';
import type { Lately } from './together.ts';

/** Another process is just writing there. */
const heldMs = 100;

const keepEveryMs = 2_000;

const moved = ({ answers, notBefore }: Lately, ms: number): Lately => ({
  answers: answers.map(({ since, at, count }) => ({ since: since + ms, at: at + ms, count })),
  notBefore: notBefore + ms,
});

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
  const { answers, notBefore } = moved(lately, steadyMs());
  Object.assign(chat, { answers, notBefore: Math.max(chat.notBefore, notBefore) });
  const inMs = chatRoomMs(chat, steadyMs());
  if (inMs <= 0) return null;
  await leaveTurn(inside, where, chat);
  return inMs;
}

export async function leaveTurn({ together, steadyMs, processId }: Inside, where: Where, chat: Chat): Promise<void> {
  clearInterval(chat.keeping);
  await together?.leaveChat({ ...where, process: processId }, moved(chat, -steadyMs()));
}
