import type { Tracing } from './meter.ts';
import type { Conversation, Log, PersonId, Reader, RunId, TenantId } from './ports.ts';
import type { WriteInTurn } from './ports-writing.ts';
import type { Run } from './runs/run.ts';
import { reminderCard, runCard } from './views/run.ts';
import type { RunReader } from './views/run-reader.ts';
import { fingerprintOf, type Screen } from './views/screen.ts';

/** One card that follows a run. */
export type Following = {
  id: string;
  personId: PersonId;
  where: Conversation;
  reader: Reader;
  cardId: string | null;
  /** What its card shows, as far as is known. */
  shown: string | null;
  /** Until then a turn is about to show it. */
  answerBy: Date | null;
  shows: 'run' | 'approval';
};

export type AddedCard = {
  personId: PersonId;
  conversationId: string;
  askKey: string;
  cardId: string;
  fingerprint: string;
};

export type NoticeParts = {
  inTurn: WriteInTurn;
  log: Log;
  now(): Date;
  tracing: Tracing;
  /** A card shows a change now that was made then. */
  shown(changedAt: Date): void;
  findRun(id: RunId): Promise<Run | null>;
  followers(id: RunId): Promise<Following[]>;
  waiting(id: RunId): Promise<RunReader['waiting']>;
  /** Null where the run is gone. */
  read(id: RunId): Promise<Reading | null>;
  /** How a card stands; null where it follows nothing any more. */
  standing(one: Following): Promise<{ cardId: string | null; shown: string | null; asOf: Date | null } | null>;
  saveShown(id: string, shown: { cardId: string; fingerprint: string; asOf: Date }): Promise<void>;
  /** The run is told once more then. */
  tellLater(id: RunId, at: Date): Promise<void>;
  drop(id: string): Promise<void>;
  /** Nobody can write there any more. */
  stop(run: Run, one: Following): Promise<void>;
  /** Whether an ask of this name has led to a card already. */
  wasAsked(tenantId: TenantId, askKey: string): Promise<boolean>;
  /** One more card that follows a run, and what it shows. */
  addCard(run: Run, card: AddedCard): Promise<void>;
  screen(reader: Reader): Screen;
};

/** What is shown of a run, and when it was read, by the clock of the database. */
export type Reading = { run: Run; waiting: RunReader['waiting']; asOf: Date };

/** In a group or channel everybody reads the same card, so nobody is "you" there. */
export const readerOf = ({ where, personId }: Following) => (where.kind === 'personal' ? personId : null);

/** Tells somebody once that a run waits for them to sign in, in a new message: an edited card draws nobody's eye. */
export function openRemind(parts: NoticeParts): (id: RunId) => Promise<void> {
  return async (id) => {
    const run = await parts.findRun(id);
    const askKey = run && reminderKeyFor(run);
    if (!run || !askKey || (await parts.wasAsked(run.tenantId, askKey))) return;
    await parts.tracing.traced(run.trace, () => remind(parts, run, askKey));
  };
}

/** The same as long as a run waits, however often the step is done; null where it does not wait. */
function reminderKeyFor({ id, targets }: Run): string | null {
  const parked = targets.find(({ blind, verdict }) => blind?.kind === 'signed-out' && verdict === null);
  return parked ? `remind:${id}:${parked.lookUntil?.toISOString() ?? ''}` : null;
}

/** Among the asker's own cards, a chat that nobody else reads comes first. */
async function remind(parts: NoticeParts, run: Run, askKey: string): Promise<void> {
  const [followers, waiting] = await Promise.all([parts.followers(run.id), parts.waiting(run.id)]);
  const own = followers.filter((one) => one.personId === run.asker.id && one.shows === 'run');
  const isShared = ({ where }: Following) => Number(where.kind !== 'personal');
  for (const one of own.toSorted((a, b) => isShared(a) - isShared(b))) {
    const cardId = await postReminder(parts, run, one);
    if (!cardId) continue;
    // From now on it follows the run: as soon as there is more to tell, the board takes its place.
    const board = runCard(run, { id: readerOf(one), waiting }, parts.screen(one.reader));
    const { personId, where } = one;
    const fingerprint = fingerprintOf(board);
    return parts.addCard(run, { personId, conversationId: where.id, askKey, cardId, fingerprint });
  }
  parts.log.warn({ run: run.number }, 'nobody could be told that a run waits for a sign-in');
}

async function postReminder(parts: NoticeParts, run: Run, one: Following): Promise<string | null> {
  const card = reminderCard(run, { id: readerOf(one) }, parts.screen(one.reader));
  const delivery = card && (await parts.inTurn(one.where, 'notice', (chat) => chat.post(card)));
  if (delivery?.kind === 'no-conversation') await parts.stop(run, one);
  return delivery?.kind === 'shown' ? delivery.cardId : null;
}
