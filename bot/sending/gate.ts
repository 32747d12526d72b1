import type { SendRank } from '../ports-writing.ts';
import { chatLimits, type Limit } from './limits.ts';
import { allOfIt, type ShareKeeper } from './share-keeper.ts';
import type { Together } from './together.ts';
import { type Answers, noAnswers, waitMs } from './windows.ts';

/** What goes first where not everything can go at once. */
const ranks: readonly Rank[] = ['answer', 'notice', 'edit'];
type Rank = SendRank;

export type Where = { tenantId: string; conversationId: string };

/** `withinMs`: for longer it is not worth waiting. */
export type Wish = Where & { rank: Rank; withinMs?: number | undefined };

export type Waiter = {
  wish: Wish;
  chat: Chat;
  /** It has its turn in the conversation already, and wants to send once more. */
  isInside: boolean;
  since: number;
  /** It was told that there is no room. */
  isGone: boolean;
  give(): void;
  fail(error: unknown): void;
};

/** One conversation: one request at a time, so that nothing older can overtake. */
export type Chat = {
  isBusy: boolean;
  /** So many want to write there. */
  waiting: number;
  /** Tells the other processes that it still is. */
  keeping: NodeJS.Timeout | undefined;
  answers: Answers;
  notBefore: number;
  refusals: number;
};

/** Everybody who waits to write to one tenant, in this process. */
export type Gate = {
  waiters: Record<Rank, Waiter[]>;
  onTheWay: number;
  answers: Answers;
  /** Of these, what people were waiting for. */
  waitedFor: Answers;
  notBefore: number;
  timer: NodeJS.Timeout | undefined;
  keeper: ShareKeeper;
};

export const newChat = (): Chat => ({
  isBusy: false,
  waiting: 0,
  keeping: undefined,
  answers: noAnswers,
  notBefore: Number.NEGATIVE_INFINITY,
  refusals: 0,
});

export const newGate = (): Gate => ({
  waiters: { answer: [], notice: [], edit: [] },
  onTheWay: 0,
  answers: noAnswers,
  waitedFor: noAnswers,
  notBefore: Number.NEGATIVE_INFINITY,
  timer: undefined,
  keeper: allOfIt,
});

/** Who goes next, or in how many milliseconds it is worth looking again; null: as soon as something was answered. */
export type Next = { waiter: Waiter } | { inMs: number | null };

export function nextOf(gate: Gate, limit: Limit, now: number): Next {
  const gateMs = Math.max(gate.notBefore - now, waitMs(gate.answers, [limit], { now, onTheWay: gate.onTheWay }));
  let soonest = Number.POSITIVE_INFINITY;
  for (const waiter of inOrder(gate)) {
    const inMs = Math.max(gateMs, chatMs(waiter, now), crowdMs(gate, waiter, now));
    if (inMs <= 0) return { waiter };
    soonest = Math.min(soonest, inMs);
    if (soonest <= gateMs) break;
  }
  return { inMs: Number.isFinite(soonest) ? soonest : null };
}

/** So many answers within so short a time are a crowd, and more of it is about to come. */
export const crowd: Limit = { windowMs: 2_000, places: 25 };
/** For so long an edit leaves it the way. */
const givesWayMs = 30_000;

function crowdMs({ waitedFor }: Gate, { wish, since }: Waiter, now: number): number {
  if (wish.rank !== 'edit' || now - since > givesWayMs) return 0;
  return waitMs(waitedFor, [crowd], { now, onTheWay: 0 });
}

function* inOrder({ waiters }: Gate): Generator<Waiter> {
  for (const rank of ranks) yield* waiters[rank];
}

function chatMs({ chat, isInside }: Waiter, now: number): number {
  return chat.isBusy && !isInside ? Number.POSITIVE_INFINITY : chatRoomMs(chat, now);
}

/** How long until Teams takes something there again. */
export const chatRoomMs = ({ notBefore, answers }: Chat, now: number): number =>
  Math.max(notBefore - now, waitMs(answers, chatLimits, { now, onTheWay: 0 }));

/** How many go before somebody of this rank. */
export function aheadOf({ waiters }: Gate, rank: Rank): number {
  const before = ranks.slice(0, ranks.indexOf(rank) + 1);
  return before.reduce((sum, one) => sum + waiters[one].length, 0);
}

export function withoutWaiter({ waiters }: Gate, waiter: Waiter): void {
  const list = waiters[waiter.wish.rank];
  const at = list.indexOf(waiter);
  if (at >= 0) list.splice(at, 1);
}

export type LineParts = {
  /** Null for a process that is alone. */
  together: Together | null;
  /** Of this process, among those that send together. */
  processId: string;
  steadyMs(): number;
  /** From 0 to 1. */
  random(): number;
};

export type Inside = LineParts & { gate: Gate; pump(): void };
