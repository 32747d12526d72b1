/** What payload sync on many devices has to reach. */
import type { CardSeen } from './connector.ts';
import { atMost, type Goal } from './goals.ts';
import type { AskedOfGraph } from './payloads-graph.ts';

export type Round = AskedOfGraph & { seconds: number };

export type Measured = {
  devices: number;
  planMs: number;
  startSeconds: number;
  rounds: Round[];
  /** What the run's message showed, one after the other. */
  board: CardSeen[];
  /** Everything that was sent to the conversation. */
  cards: CardSeen[];
  usedMb: number;
};

const planSeconds = 5;
/** For a thousand devices. */
const requestsAThousand = 50;
/** What every client takes. */
const boardKb = 40;
/** What Teams lets a bot send to one conversation (bots/how-to/rate-limit). */
const sendsWithin = [
  { seconds: 1, most: 7 },
  { seconds: 2, most: 8 },
  { seconds: 30, most: 60 },
] as const;

export function goalsOf(measured: Measured): Goal[] {
  const { planMs, rounds, devices } = measured;
  const { mostInSeconds, greatestKb } = edits(measured);
  return [
    atMost('plan s', planMs / 1000, planSeconds),
    atMost(
      'requests a round',
      Math.max(...rounds.map(({ requests }) => requests)),
      Math.ceil((devices / 1000) * requestsAThousand),
    ),
    atMost('refused', Math.max(...rounds.map(({ refused }) => refused)), 0),
    atMost('board KB', greatestKb, boardKb),
    ...sendsWithin.map(({ seconds, most }, index) =>
      atMost(`sent in ${seconds} s`, mostInSeconds[index] ?? Number.NaN, most),
    ),
  ];
}

/** The fullest seconds, and the largest card. */
export function edits({ board, cards }: Pick<Measured, 'board' | 'cards'>): {
  mostInSeconds: number[];
  greatestKb: number;
} {
  const times = cards.map(({ at }) => Number(at) / 1e9);
  const mostInSeconds = sendsWithin.map(({ seconds }) =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + seconds).length)),
  );
  const sizes = board.map(({ card }) => (JSON.stringify(card).length * 2) / 1024);
  return { mostInSeconds, greatestKb: Math.max(...sizes) };
}
