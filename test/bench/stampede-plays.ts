/** A thousand people at once, who type or press; and what each of them is told. */
import { setTimeout as wait } from 'node:timers/promises';
import { stamp } from './asked.ts';
import type { Sent, StartCard } from './stampede-connector.ts';
import type { StampedeDesk } from './stampede-desk.ts';
import type { GraphSeen } from './stampede-graph.ts';
import { floorMs } from './stampede-limits.ts';
import { tellsOf } from './stampede-tells.ts';
import { type Answered, conversationOf, drive } from './teams.ts';

export const ways = ['typed', 'pressed'] as const;
export type Way = (typeof ways)[number];

/** Milliseconds until the last one was shown it, and how many never were; what the connector was asked meanwhile. */
export type Stage = { lastMs: number; never: number; requests: number; refused: number };
export type Played = {
  way: Way;
  /** What Teams' limit takes for one message to everybody. */
  floorMs: number;
  posts: number;
  /** From the first ask until the last chat shows the run. */
  answers: Stage;
  /** From the moment at which Graph told of the end until the last chat shows it. */
  outcome: Stage;
  /** Messages that were posted where an earlier one should have been edited. */
  extraMessages: number;
  /** How long Teams waited for each turn. */
  turnMs: number[];
  failedTurns: number;
  cpuMs: number;
};

export async function play(desk: StampedeDesk, way: Way): Promise<Played> {
  const cards = way === 'pressed' ? await handOutCards(desk) : null;
  await desk.connector.ask('enforce');
  const before = await cpuOf(desk);
  const began = stamp();
  const turns = await Promise.all(chatsOf(desk).map((_, person) => turnOf(desk, person, cards)));
  await untilQuiet(desk, { forMs: 5_000, withinMs: 120_000 });
  const first = await sentSoFar(desk);
  await desk.graph.ask('endSync');
  await untilTold(desk);
  const seen = await desk.graph.ask<GraphSeen>('seen');
  const all = await sentSoFar(desk);
  const answered = cards ? answersInTurns(desk, turns) : answersInChats(desk, first, began);
  return {
    ...{ way, floorMs: floorMs(desk.people), posts: seen.posts },
    answers: { ...answered, ...counted(first) },
    outcome: { ...told(desk, all, seen.toldAt), ...counted(all.slice(first.length)) },
    extraMessages: extraIn(all, cards ? 0 : 1),
    turnMs: turns.map(({ tookMs }) => tookMs),
    failedTurns: turns.filter(({ status }) => status !== 200).length,
    cpuMs: (await cpuOf(desk)) - before,
  };
}

const chatsOf = ({ people }: StampedeDesk): string[] => Array.from({ length: people }, (_, i) => conversationOf(i));
const sentSoFar = ({ connector }: StampedeDesk) => connector.ask<Sent[]>('sent');
const cpuOf = async ({ bots }: StampedeDesk): Promise<number> =>
  (await Promise.all(bots.map((bot) => bot.used()))).reduce((sum, { cpuMs }) => sum + cpuMs, 0);

/** Before the limits are enforced: everybody has the clock's card with its button. */
async function handOutCards(desk: StampedeDesk): Promise<Map<string, StartCard>> {
  let next = 0;
  await drive(desk.people, 8, () => {
    const person = next++;
    return desk.teamsOf(person).says(person, 'autopilot');
  });
  const cards = await desk.connector.ask<StartCard[]>('startCards');
  if (cards.length !== desk.people) throw new Error(`${cards.length} of ${desk.people} people have a button`);
  return new Map(cards.map((card) => [card.chat, card]));
}

async function turnOf(desk: StampedeDesk, person: number, cards: Map<string, StartCard> | null): Promise<Answered> {
  const card = cards?.get(conversationOf(person));
  const teams = desk.teamsOf(person);
  try {
    return await (card ? teams.presses(person, card.button, card.messageId) : teams.says(person, 'sync autopilot'));
  } catch (error) {
    // A request that breaks off is a result too.
    return { status: 0, body: String(error), tookMs: 0 };
  }
}

const lookEveryMs = 500;

/** Nothing came for a while, or it never ends. */
async function untilQuiet(desk: StampedeDesk, { forMs, withinMs }: { forMs: number; withinMs: number }): Promise<void> {
  const deadline = performance.now() + withinMs;
  let count = -1;
  let since = performance.now();
  while (performance.now() < deadline && performance.now() - since < forMs) {
    const now = await desk.connector.ask<number>('count');
    if (now !== count) since = performance.now();
    count = now;
    await wait(lookEveryMs);
  }
}

const lookWithinMs = 90_000;
const toldWithinMs = 120_000;

/** The bot looks at Graph when it is due; from then on everybody is to be told. */
async function untilTold(desk: StampedeDesk): Promise<void> {
  const lookBy = performance.now() + lookWithinMs;
  while ((await desk.graph.ask<GraphSeen>('seen')).toldAt === null) {
    if (performance.now() > lookBy) return;
    await wait(lookEveryMs);
  }
  const tellBy = performance.now() + toldWithinMs;
  while (performance.now() < tellBy && (await desk.connector.ask<number>('told')) < desk.people)
    await wait(lookEveryMs);
}

const isOutcome = ({ refused, tells }: Sent) => !refused && tells === 'outcome';
const isAnswer = ({ refused, tells }: Sent) => !refused && tells !== 'else';

type Reached = Pick<Stage, 'lastMs' | 'never'>;

/** When each chat was first reached, from the last of them. */
function reached(desk: StampedeDesk, sent: readonly Sent[], began: bigint): Reached {
  const at = new Map<string, bigint>();
  for (const one of sent) if (!at.has(one.chat)) at.set(one.chat, one.at);
  const ms = [...at.values()].map((one) => Number(one - began) / 1e6);
  // Nobody reached is nothing measured.
  return { lastMs: ms.length > 0 ? Math.max(...ms) : Number.NaN, never: desk.people - at.size };
}

const answersInChats = (desk: StampedeDesk, sent: readonly Sent[], began: bigint): Reached =>
  reached(desk, sent.filter(isAnswer), began);

function told(desk: StampedeDesk, sent: readonly Sent[], toldAt: bigint | null): Reached {
  return toldAt === null ? { lastMs: Number.NaN, never: desk.people } : reached(desk, sent.filter(isOutcome), toldAt);
}

/** A press is answered by the card in the answer to its request. */
function answersInTurns({ people }: StampedeDesk, turns: readonly Answered[]): Reached {
  const answered = turns.filter(({ status, body }) => status === 200 && tellsOf(textIn(body)) !== 'else');
  const ms = answered.map(({ tookMs }) => tookMs);
  return { lastMs: ms.length > 0 ? Math.max(...ms) : Number.NaN, never: people - ms.length };
}

const textIn = (body: string): string =>
  (JSON.parse(body) as { value?: { fallbackText?: string } }).value?.fallbackText ?? '';

const counted = (sent: readonly Sent[]): Pick<Stage, 'requests' | 'refused'> => ({
  requests: sent.length,
  refused: sent.filter(({ refused }) => refused).length,
});

function extraIn(sent: readonly Sent[], expected: number): number {
  const posts = sent.filter(({ method, refused }) => method === 'POST' && !refused);
  const perChat = Map.groupBy(posts, ({ chat }) => chat).values();
  return [...perChat].reduce((sum, list) => sum + Math.max(0, list.length - expected), 0);
}
