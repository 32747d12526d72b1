import type { Tracing } from './meter.ts';
import type { CardJson, Conversation, Delivery, Log, Outbox, PersonId, Reader, RunId, TenantId } from './ports.ts';
import type { Run } from './runs/run.ts';
import { inTurn } from './telling.ts';
import { approvalCard } from './views/approval.ts';
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
  shown: string | null;
  askedAt: Date;
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
  outbox: Outbox;
  log: Log;
  tracing: Tracing;
  /** A card shows a change now that was made then. */
  shown(changedAt: Date): void;
  findRun(id: RunId): Promise<Run | null>;
  followers(id: RunId): Promise<Following[]>;
  waiting(id: RunId): Promise<RunReader['waiting']>;
  saveShown(id: string, shown: { cardId: string; fingerprint: string }): Promise<void>;
  drop(id: string): Promise<void>;
  /** Whether an ask of this name has led to a card already. */
  wasAsked(tenantId: TenantId, askKey: string): Promise<boolean>;
  /** One more card that follows a run, and what it shows. */
  addCard(run: Run, card: AddedCard): Promise<void>;
  screen(run: Run, reader: Reader): Screen;
};

/** A turn answers its own ask; only a card that never came is posted here. */
const answersWithinMs = 20_000;

/** Shows everybody who follows a run how it stands now. Can be repeated: a card that shows it already is left alone. */
export function openTell(parts: NoticeParts): (id: RunId, changedAt: Date) => Promise<void> {
  const changes = new Map<RunId, Date>();
  const tellInTurn = inTurn(async (id: RunId) => {
    const changedAt = changes.get(id) ?? null;
    changes.delete(id);
    const run = await parts.findRun(id);
    if (run) await parts.tracing.traced(run.trace, () => tell(parts, run, changedAt));
  });
  return (id, changedAt) => {
    // Of several changes that one card shows together, the first has waited longest.
    if (!changes.has(id)) changes.set(id, changedAt);
    return tellInTurn(id);
  };
}

async function tell(parts: NoticeParts, run: Run, changedAt: Date | null): Promise<void> {
  const { id } = run;
  const [followers, waiting] = await Promise.all([parts.followers(id), parts.waiting(id)]);
  const cards = new Map(followers.map((one) => [`${one.where.id} ${one.cardId ?? one.id}`, one]));
  const told = await Promise.allSettled(
    [...cards.values()].map((one) => tellOne(parts, { run, one, waiting, changedAt })),
  );
  const failed = told.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

type Told = { run: Run; one: Following; waiting: RunReader['waiting']; changedAt: Date | null };

/** In a group or channel everybody reads the same card, so nobody is "you" there. */
const readerOf = ({ where, personId }: Following) => (where.kind === 'personal' ? personId : null);

async function tellOne(parts: NoticeParts, { run, one, waiting, changedAt }: Told): Promise<void> {
  const screen = parts.screen(run, one.reader);
  const asksOthers = one.shows === 'approval';
  const card = asksOthers ? approvalCard(run, screen) : runCard(run, { id: readerOf(one), waiting }, screen);
  const fingerprint = fingerprintOf(card);
  if (fingerprint === one.shown) return;
  if (one.cardId === null && !asksOthers && screen.now.getTime() - one.askedAt.getTime() < answersWithinMs) return;
  const delivery = await show(parts.outbox, one, card);
  if (delivery.kind === 'shown' && changedAt) parts.shown(changedAt);
  if (delivery.kind === 'shown') return parts.saveShown(one.id, { cardId: delivery.cardId, fingerprint });
  parts.log.warn({ run: run.number, conversation: one.where.id }, 'a card can no longer be shown there');
  await parts.drop(one.id);
}

/** A message that somebody deleted is replaced once by a new one. */
async function show(outbox: Outbox, one: Following, card: CardJson): Promise<Delivery> {
  const edited = one.cardId ? await outbox.edit(one.where, one.cardId, card) : null;
  return edited === null || edited.kind === 'no-message' ? outbox.post(one.where, card) : edited;
}

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
    const board = runCard(run, { id: readerOf(one), waiting }, parts.screen(run, one.reader));
    const { personId, where } = one;
    const fingerprint = fingerprintOf(board);
    return parts.addCard(run, { personId, conversationId: where.id, askKey, cardId, fingerprint });
  }
  parts.log.warn({ run: run.number }, 'nobody could be told that a run waits for a sign-in');
}

async function postReminder(parts: NoticeParts, run: Run, one: Following): Promise<string | null> {
  const card = reminderCard(run, { id: readerOf(one) }, parts.screen(run, one.reader));
  const delivery = card && (await parts.outbox.post(one.where, card));
  return delivery?.kind === 'shown' ? delivery.cardId : null;
}
