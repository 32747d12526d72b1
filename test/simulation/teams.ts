import type { CardJson, Conversation, Delivery } from '../../bot/ports.ts';
import type { OpenChat, WriteInTurn } from '../../bot/ports-writing.ts';
import { oneAtATime } from '../../bot/runs/one-at-a-time.ts';
import { type Doing, doing } from './context.ts';
import type { Dice } from './dice.ts';
import type { Life, Meetings } from './meetings.ts';
import type { Time } from './time.ts';

/** A message of the bot, as people see it now; `drawnBy`: what made it look so. */
export type Message = {
  id: string;
  where: Conversation;
  card: CardJson;
  by: Doing | undefined;
  drawnBy: Doing | undefined;
  postedAt: Date;
  /** It was taken, and whoever posted it was not told so, or died before they could remember it. */
  isUnsaid: boolean;
};

/** Teams as the processes of a story reach it: messages are posted and edited, or refused in the documented ways. */
export type Teams = {
  outbox(life: Life): Outbox;
  messages(): readonly Message[];
  in(where: Conversation): Message[];
  /** How much goes wrong, from 0 to 1. */
  trouble(probability: number): void;
  /** Somebody deleted a message. */
  deletes(message: Message): void;
  startsOver(dice: Dice): void;
};

/** What a process of a story writes with; a turn answers where it was asked. */
type Outbox = { inTurn: WriteInTurn; chat(where: Conversation): OpenChat };

/** What the connector takes without saying so, and what it does not take. */
export class NoAnswer extends Error {}

const answersWithinMs = 6_000;
const posting = 'a message';

const lineOfTurns = () =>
  oneAtATime<Turn, string>(
    ({ where }) => where.id,
    ({ work }) => work(),
  );

type Turn = { where: Conversation; work(): Promise<void> };

export function openTeams(meetings: Meetings, time: Time): Teams {
  let messages: Message[] = [];
  let trouble = 0;
  let dice: Dice | null = null;
  let posted = 0;

  const goesWrong = () => trouble > 0 && dice?.happens(trouble);

  async function reach(life: Life, what: string, act: () => Delivery): Promise<Delivery> {
    await meetings.meet(life, `${what} leaves`, answersWithinMs);
    if (goesWrong()) throw new NoAnswer(`503: ${what} was not taken`);
    const delivery = act();
    await meetings.meet(life, `${what} has arrived`, answersWithinMs);
    if (!goesWrong()) return delivery;
    if (what === posting && delivery.kind === 'shown') unsaid(delivery.cardId);
    throw new NoAnswer(`502: ${what} was taken, and nobody said so`);
  }

  function post(where: Conversation, card: CardJson): Delivery {
    posted += 1;
    const by = doing.getStore();
    const message: Message = { id: `1:${posted}`, where, card, by, drawnBy: by, postedAt: time.now(), isUnsaid: false };
    messages = [...messages, message];
    return { kind: 'shown', cardId: message.id };
  }

  function unsaid(cardId: string): void {
    const message = messages.find(({ id }) => id === cardId);
    if (message) message.isUnsaid = true;
  }

  function edit(where: Conversation, cardId: string, card: CardJson): Delivery {
    const message = messages.find(({ id }) => id === cardId);
    if (!message || message.where.id !== where.id) return { kind: 'no-message' };
    Object.assign(message, { card, drawnBy: doing.getStore() });
    return { kind: 'shown', cardId };
  }

  /** Across processes, as `bot/sending` does it. */
  let taken = lineOfTurns();

  const chatOf = (life: Life, where: Conversation): OpenChat => ({
    post: (card) => reach(life, posting, () => post(where, card)),
    edit: (cardId, card) => reach(life, 'an edit', () => edit(where, cardId, card)),
  });
  /** What was posted in a turn over which its process dies, nobody remembers. */
  async function remembering<T>(life: Life, where: Conversation, work: (chat: OpenChat) => Promise<T>): Promise<T> {
    const before = new Set(messages);
    try {
      return await work(chatOf(life, where));
    } finally {
      const own = messages.filter((one) => !before.has(one) && one.where.id === where.id);
      if (life.isOver) for (const { id } of own) unsaid(id);
    }
  }
  const inTurnOf =
    (life: Life): WriteInTurn =>
    (where, _rank, work) =>
      new Promise((answer, failed) => {
        taken({ where, work: () => remembering(life, where, work).then(answer) }).catch(failed);
      });

  return {
    outbox: (life) => ({ inTurn: inTurnOf(life), chat: (where) => chatOf(life, where) }),
    messages: () => messages,
    in: (where) => messages.filter((one) => one.where.id === where.id),
    trouble(probability) {
      trouble = probability;
    },
    deletes(message) {
      messages = messages.filter((one) => one !== message);
    },
    startsOver(others) {
      [messages, trouble, dice, posted, taken] = [[], 0, others, 0, lineOfTurns()];
    },
  };
}
