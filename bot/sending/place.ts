import type { SendRank } from '../ports-writing.ts';
import { leaveTurn } from './chat-turn.ts';
import { type Chat, crowd, type Inside, type Where } from './gate.ts';
import { appLimit, chatLimits } from './limits.ts';
import { withAnswer } from './windows.ts';

/** A turn in a conversation: nobody else writes there before it is left. */
export type Place = {
  /** One request; for another one there has to be room again. `refusal`: what an answer says where it is “too many”. */
  request<T>(send: () => Promise<T>, refusal: (answer: T) => Refused | null): Promise<T>;
  leave(): void;
};

/** For how long Teams asked to wait, if it said that. */
type Refused = { waitMs: number | null };

type Entered = Inside & { where: Where; rank: SendRank };

/** `again`: waits for room for another request. */
export function placeIn(inside: Entered, chat: Chat, again: () => Promise<void>): Place {
  const { gate, pump } = inside;
  let isFree = true;
  return {
    async request(send, refusal) {
      if (!isFree) await again();
      isFree = false;
      try {
        const answer = await send();
        heed(inside, chat, refusal(answer));
        return answer;
      } finally {
        stamp(inside, chat);
        pump();
      }
    },
    leave() {
      if (isFree) gate.onTheWay -= 1;
      isFree = false;
      const left = () => {
        chat.isBusy = false;
        pump();
      };
      if (inside.together) leaveTurn(inside, inside.where, chat).then(left, left);
      else left();
    },
  };
}

function stamp({ gate, rank, steadyMs }: Entered, chat: Chat): void {
  const now = steadyMs();
  gate.onTheWay -= 1;
  gate.answers = withAnswer(gate.answers, [appLimit], now);
  if (rank === 'answer') gate.waitedFor = withAnswer(gate.waitedFor, [crowd], now);
  chat.answers = withAnswer(chat.answers, chatLimits, now);
}

/** Where Teams does not say for how long: ever longer, and never all at the same moment (teams-platform 4.1). */
const unsaid = { firstMs: 1_000, longestMs: 30_000 };

/** Whose limit it was is not said: the conversation waits as long as was asked, everybody else for one window. */
function heed({ gate, steadyMs, random }: Inside, chat: Chat, refused: Refused | null): void {
  chat.refusals = refused ? chat.refusals + 1 : 0;
  if (!refused) return;
  const grown = Math.min(unsaid.longestMs, unsaid.firstMs * 2 ** chat.refusals);
  const now = steadyMs();
  chat.notBefore = now + (refused.waitMs ?? grown * (0.5 + random() / 2));
  gate.notBefore = now + appLimit.windowMs;
}
