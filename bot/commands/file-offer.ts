import { pressGoodForMs } from '../../cards/press.ts';
import type { CardJson } from '../ports.ts';
import type { RunFileState } from '../views/run-file.ts';
import type { Answer, Turn } from './define.ts';

/** What a file that is offered says of itself. `content`: from which it is made again, once it is wanted. */
type Offered = {
  content: object;
  name: string;
  about: string;
  bytes: number;
  card(state: RunFileState): CardJson;
};

/** Offered where nobody else reads it, and made when somebody says that they want it. */
export async function offerFile(turn: Turn, { content, card, about, ...file }: Offered): Promise<Answer> {
  const { desk, from, screen } = turn;
  const isAlone = turn.where.kind === 'personal';
  const where = isAlone ? null : await desk.chatWith(from);
  const instead = card('only-personal');
  if (!isAlone && !where) return { card: instead, place: 'below' };
  const { words, practice, now } = screen;
  const offer = {
    ...file,
    about: practice ? words.row([words.say('practice.mark'), about]) : about,
    offer: await desk.drafts.open(from, content, now),
  };
  const shown = card(isAlone ? 'offered' : 'offered-elsewhere');
  return { card: shown, place: 'below', file: { kind: 'offer', file: offer, where, instead } };
}

/** What was offered; null for an offer that is not theirs to answer, or not any more, and for what is no offer of a file. */
export async function takeOffer<T>(
  turn: Turn,
  id: string,
  contentIn: (stored: unknown) => T | null,
): Promise<T | null> {
  const { desk, from, where, screen } = turn;
  const offer = await desk.drafts.find(from.tenantId, id);
  const content = offer && contentIn(offer.content);
  if (!content || offer.owner !== from.id || where.kind !== 'personal') return null;
  await desk.drafts.drop(from.tenantId, id);
  return screen.now.getTime() - offer.touchedAt.getTime() > pressGoodForMs ? null : content;
}

type Answered = Pick<Offered, 'card'> & { text(): Promise<string> };

export async function answerOffer(wanted: boolean, { card, text }: Answered): Promise<Answer> {
  if (!wanted) return { card: card('declined'), place: 'here' };
  return { card: card('sent'), place: 'here', file: { kind: 'text', text: await text(), instead: card('not-taken') } };
}
