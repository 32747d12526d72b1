import { z } from 'zod';
import { actionNames } from '../actions/define.ts';
import { messageCard } from '../views/answers.ts';
import type { Answer, Did, Turn } from './define.ts';
import { historyOfferAnswered } from './export-history.ts';
import { takeOffer } from './file-offer.ts';
import { runOfferAnswered } from './run-file.ts';
import { serialsStored } from './serials/draft.ts';
import { serialsOfferAnswered } from './serials/file.ts';

const history = {
  mine: z.boolean(),
  days: z.number().nullable(),
  /** An older version, beside which this one may run, does not write it. */
  action: z.enum(actionNames).nullable().default(null),
  on: z.string().nullable(),
};

const content = z.union([z.object({ run: z.number() }), serialsStored, z.object({ history: z.object(history) })]);

const contentIn = (stored: unknown) => content.safeParse(stored).data ?? null;

/** An offer is good for one answer, of the person it was made to; what it was made of is looked up again. */
export async function offerAnswered(turn: Turn, did: Extract<Did, { kind: 'answered-offer' }>): Promise<Answer> {
  const offered = did.offer === null ? null : await takeOffer(turn, did.offer, contentIn);
  if (!offered) return closedOffer(turn);
  if ('list' in offered) return serialsOfferAnswered(turn, offered.list, did.wanted);
  if ('run' in offered) return runOfferAnswered(turn, offered.run, did.wanted);
  return historyOfferAnswered(turn, offered.history, did.wanted);
}

const closedOffer = ({ screen }: Turn): Answer => ({
  card: messageCard({ title: 'closed.title', sentences: [{ key: 'details.file.closed' }] }, screen),
  place: 'below',
});
