import type { CardJson, Conversation, Delivery, Person, PersonId } from './ports.ts';

/** Who goes first where Teams does not take everything at once. */
export type SendRank = 'answer' | 'notice' | 'edit';

/** Nobody could write in the time they had. `inMs`: before that it is not worth trying again. */
export class NoRoom extends Error {
  readonly inMs: number;

  constructor(inMs: number) {
    super('Teams takes no more at the moment');
    this.inMs = inMs;
  }
}

/** One conversation, while nobody else writes there. */
export type OpenChat = {
  post(card: CardJson): Promise<Delivery>;
  edit(cardId: string, card: CardJson): Promise<Delivery>;
};

/** A message that somebody deleted is replaced by a new one; null: there was none. */
export const orAnew = async (edited: Delivery | null, post: () => Promise<Delivery>): Promise<Delivery> =>
  edited === null || edited.kind === 'no-message' ? post() : edited;

/**
 * Writing in turn: what is read once it is one's turn is newer than whatever was written there before. Throws `NoRoom` where the
 * turn does not come soon: whoever has time tries again later, and keeps nobody else waiting.
 */
export type WriteInTurn = <T>(where: Conversation, rank: SendRank, work: (chat: OpenChat) => Promise<T>) => Promise<T>;

/** An answer that found no room in its turn, or met passing trouble: kept until a step has sent it. */
export type LateAnswer = {
  person: Person;
  where: Conversation;
  /** As Teams takes it. */
  message: object;
  /** The message that it becomes; null: a new one. Of several for one message, the last counts. */
  replaces: string | null;
};

export type KeptAnswer = Pick<LateAnswer, 'where' | 'message' | 'replaces'> & { id: string; personId: PersonId };

export type LateAnswers = {
  /** Keeps it, and enqueues the step that sends it. */
  keep(answer: LateAnswer): Promise<void>;
  /** It and all others that are still to be sent in its conversation, the oldest first; none: it was sent, or a newer one has taken its place. */
  beside(id: string): Promise<readonly KeptAnswer[]>;
  /** Whether one is still to be sent there: whatever is said later comes after it. */
  waitsIn(where: Conversation): Promise<boolean>;
  drop(id: string): Promise<void>;
  /** What was to replace a message that has become something newer. */
  dropOlder(where: Conversation, messageId: string): Promise<void>;
};
