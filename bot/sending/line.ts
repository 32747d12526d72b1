import { NoRoom } from '../ports-writing.ts';
import { leaveTurn, takeTurn } from './chat-turn.ts';
import {
  aheadOf,
  type Chat,
  chatRoomMs,
  type Gate,
  type Inside,
  type LineParts,
  newChat,
  newGate,
  nextOf,
  type Waiter,
  type Where,
  type Wish,
  withoutWaiter,
} from './gate.ts';
import { appLimit } from './limits.ts';
import { type Place, placeIn } from './place.ts';
import { allOfIt, keepShare, type ShareKeeper } from './share-keeper.ts';
import { waitMs } from './windows.ts';

/** Lets through what the bot sends as fast as Teams takes it and no faster, one at a time in each conversation. */
export type Line = {
  enter(wish: Wish): Promise<Place>;
  /** Whether something that nobody would miss may go. */
  isCalm(where: Where): boolean;
};

/** Whoever has the turn keeps others from it: for another request it waits no longer than that. */
const insideMs = 10_000;

export function openLine(parts: LineParts): Line {
  const gates = new Map<string, Gate>();
  const chats = openChats(parts);
  const insideOf = ({ tenantId }: Where): Inside => {
    const known = gates.get(tenantId);
    const gate = known ?? newGate();
    gates.set(tenantId, gate);
    const inside: Inside = { ...parts, gate, pump: () => pump(inside) };
    if (!known) gate.keeper = keeperFor(inside, tenantId);
    return inside;
  };
  return {
    async enter(wish) {
      const inside = insideOf(wish);
      const chat = chats(wish);
      await waitIn(inside, { wish, chat, isInside: false });
      return placeIn({ ...inside, where: wish, rank: wish.rank }, chat, () =>
        waitIn(inside, { wish: { ...wish, rank: 'answer', withinMs: insideMs }, chat, isInside: true }),
      );
    },
    isCalm(where) {
      const { gate } = insideOf(where);
      const { isBusy } = chats(where);
      const half = { ...appLimit, places: appLimit.places / 2 };
      return (
        !isBusy &&
        aheadOf(gate, 'edit') === 0 &&
        waitMs(gate.answers, [half], { now: parts.steadyMs(), onTheWay: gate.onTheWay }) === 0
      );
    },
  };
}

/** Waits for a place, and takes it. */
function waitIn(inside: Inside, wanted: Omit<Waiter, 'since' | 'isGone' | 'give' | 'fail'>): Promise<void> {
  const { gate, pump } = inside;
  const { chat, wish } = wanted;
  const { rank, withinMs } = wish;
  const inMs = roomInMs(inside, wanted);
  // Whoever would have to wait for longer than that need not wait at all.
  if (withinMs !== undefined && inMs >= withinMs) return Promise.reject(new NoRoom(inMs));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const waiter: Waiter = { ...wanted, since: inside.steadyMs(), isGone: false, give: resolve, fail: reject };
  if (wanted.isInside) gate.waiters[rank].unshift(waiter);
  else gate.waiters[rank].push(waiter);
  const late = withinMs === undefined ? undefined : setTimeout(() => giveUp(inside, waiter), withinMs);
  chat.waiting += 1;
  pump();
  return promise.finally(() => {
    chat.waiting -= 1;
    clearTimeout(late);
  });
}

/** As far as it can be told: how long those before it take, and what the conversation has to wait for anyway. */
function roomInMs({ gate, steadyMs }: Inside, { chat, wish }: Pick<Waiter, 'chat' | 'wish'>): number {
  const aheadMs = (aheadOf(gate, wish.rank) * appLimit.windowMs) / appLimit.places;
  return Math.max(aheadMs, chatRoomMs(chat, steadyMs()));
}

function giveUp(inside: Inside, waiter: Waiter): void {
  withoutWaiter(inside.gate, waiter);
  waiter.isGone = true;
  waiter.fail(new NoRoom(roomInMs(inside, waiter)));
}

/** Lets in whoever fits, and looks again when the next one does. */
function pump(inside: Inside): void {
  const { gate, steadyMs } = inside;
  clearTimeout(gate.timer);
  for (;;) {
    const next = nextOf(gate, { ...appLimit, places: gate.keeper.places() }, steadyMs());
    if (!('waiter' in next)) {
      lookAgain(inside, next.inMs);
      return;
    }
    admit(inside, next.waiter);
  }
}

function lookAgain({ gate, pump }: Inside, inMs: number | null): void {
  const soonest = Math.min(inMs ?? Number.POSITIVE_INFINITY, gate.keeper.look() ?? Number.POSITIVE_INFINITY);
  gate.timer = Number.isFinite(soonest) ? setTimeout(pump, Math.ceil(soonest)) : undefined;
  gate.timer?.unref();
}

function keeperFor({ together, processId, steadyMs, gate, pump }: Inside, tenantId: string): ShareKeeper {
  if (!together) return allOfIt;
  const load = { waiting: () => aheadOf(gate, 'edit'), onTheWay: () => gate.onTheWay, answers: () => gate.answers };
  return keepShare(tenantId, { together, process: processId, steadyMs, load, changed: pump });
}

function admit(inside: Inside, waiter: Waiter): void {
  const { gate, together } = inside;
  withoutWaiter(gate, waiter);
  waiter.chat.isBusy = true;
  gate.onTheWay += 1;
  if (!together || waiter.isInside) waiter.give();
  else
    takeTurn(inside, waiter.wish, waiter.chat).then(
      (inMs) => taken(inside, waiter, inMs),
      (error) => turnUnknown(inside, waiter, error),
    );
}

/** While the database is away nobody can say whose turn it is. Whoever waits for an answer gets one all the same: that it is away. */
function turnUnknown(inside: Inside, waiter: Waiter, error: unknown): void {
  if (waiter.wish.rank === 'answer' && !waiter.isGone) {
    waiter.give();
    return;
  }
  waiter.isGone = true;
  waiter.fail(error);
  notTaken(inside, waiter);
}

/** Where it is another process's turn, or it has filled the conversation's limit, it is tried again. */
function taken(inside: Inside, waiter: Waiter, inMs: number | null): void {
  const { wish, chat, isGone } = waiter;
  if (inMs !== null) chat.notBefore = inside.steadyMs() + inMs;
  if (inMs !== null && inMs >= (wish.withinMs ?? Number.POSITIVE_INFINITY)) giveUp(inside, waiter);
  const back = () => notTaken(inside, waiter);
  if (inMs !== null) back();
  else if (isGone) leaveTurn(inside, wish, chat).then(back, back);
  else waiter.give();
}

function notTaken({ gate, pump }: Inside, waiter: Waiter): void {
  gate.onTheWay -= 1;
  waiter.chat.isBusy = false;
  if (!waiter.isGone) gate.waiters[waiter.wish.rank].unshift(waiter);
  pump();
}

const forgetEveryMs = 60_000;
const longestWindowMs = 3_600_000;

/** Conversations that were written to lately. */
function openChats({ steadyMs }: LineParts): (where: Where) => Chat {
  const chats = new Map<string, Chat>();
  let forgottenAt = steadyMs();
  const forget = () => {
    const since = steadyMs() - longestWindowMs;
    for (const [key, { isBusy, waiting, answers }] of chats)
      if (!isBusy && waiting === 0 && (answers.at(-1)?.at ?? since) <= since) chats.delete(key);
    forgottenAt = steadyMs();
  };
  return ({ tenantId, conversationId }) => {
    if (steadyMs() - forgottenAt > forgetEveryMs) forget();
    const key = `${tenantId} ${conversationId}`;
    const chat = chats.get(key) ?? newChat();
    chats.set(key, chat);
    return chat;
  };
}
