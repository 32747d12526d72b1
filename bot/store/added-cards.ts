import type { PersonId } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { addFollower, saveCard } from './followers.ts';
import type { Tx } from './open.ts';

type Added = {
  personId: PersonId;
  conversationId: string;
  askKey: string;
  askedAt: Date;
  cardId: string;
  fingerprint: string;
};

/** A message that the bot posted unasked follows a run like any other. */
export async function addCard(tx: Tx, { id, tenantId }: Run, { fingerprint, ...card }: Added): Promise<void> {
  await addFollower(tx, { ...card, runId: id, tenantId, answerBy: null });
  await saveCard(tx, { tenantId, askKey: card.askKey, cardId: card.cardId, fingerprint });
}
