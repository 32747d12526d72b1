import { answersWithinMs, type Follow } from '../runs/ask.ts';
import type { Run } from '../runs/run.ts';
import { runCard } from '../views/run.ts';
import { fingerprintOf } from '../views/screen.ts';
import type { Answer, Turn } from './define.ts';

/** Where a run is shown, and which ask led there; `isNew`: it was written for this ask just now, so nobody else waits for it. */
export type Shown = { place: Answer['place']; askKey: string; isNew?: boolean };

/** A run's board, kept up to date in the message it becomes. */
export async function runAnswer(turn: Turn, run: Run, { place, askKey, isNew }: Shown): Promise<Answer> {
  const { runs } = turn.desk;
  const waiting = isNew ? { first: [turn.from], count: 1 } : await runs.waiting(run);
  const card = runCard(run, { id: readerOf(turn), waiting }, turn.screen);
  if (place === 'here' && turn.cardId) return { card, place, kept: true };
  const follower = followFor(turn, { place, askKey });
  const fingerprint = fingerprintOf(card);
  const lateAt = turn.screen.now.getTime() + turnShowsWithinMs;
  return {
    ...{ card, place },
    isLate: () => turn.desk.clock.now().getTime() >= lateAt,
    posted: (cardId) => runs.saveShownCard(run, { ...follower, cardId, fingerprint }),
    late: () => runs.leaveAnswerToStep(run, follower),
  };
}

/** Well before a step does, on whichever machine. */
const turnShowsWithinMs = answersWithinMs - 3_000;

/** In a group or channel everybody reads the same card, so nobody is "you" there. */
export const readerOf = ({ where, from }: Turn) => (where.kind === 'personal' ? from.id : null);

/** The answer takes the place of the card it came from. */
export const hereOf = ({ cardId }: Turn): Answer['place'] => (cardId ? 'here' : 'below');

/** The same for every press of one button by one person. */
export const askKeyOf = ({ from }: Turn, nonce: string): string => `press:${nonce}:${from.id}`;

/** A shared card is everybody's: what concerns one person only stands below it. */
export const ownPlace = ({ where }: Turn, place: Answer['place']): Answer['place'] =>
  where.kind === 'personal' ? place : 'below';

export const followFor = (turn: Turn, { place, askKey }: Shown): Follow => ({
  asker: turn.from,
  where: turn.where,
  heard: turn.heard,
  askKey,
  cardId: place === 'here' ? turn.cardId : null,
});
