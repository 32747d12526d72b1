import type { CardJson, Conversation, Delivery, Log, Outbox, PersonId, Reader, RunId } from './ports.ts';
import type { Run } from './runs/run.ts';
import { type RunReader, runCard } from './views/run.ts';
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
};

export type NoticeParts = {
  outbox: Outbox;
  log: Log;
  findRun(id: RunId): Promise<Run | null>;
  followers(id: RunId): Promise<Following[]>;
  waiting(id: RunId): Promise<RunReader['waiting']>;
  saveShown(id: string, shown: { cardId: string; fingerprint: string }): Promise<void>;
  drop(id: string): Promise<void>;
  screen(run: Run, reader: Reader): Screen;
};

/** A turn answers its own ask; only a card that never came is posted here. */
const answersWithinMs = 20_000;

/** Shows everybody who follows a run how it stands now. Can be repeated: a card that shows it already is left alone. */
export function openTell(parts: NoticeParts): (id: RunId) => Promise<void> {
  const underWay = new Map<RunId, Promise<void>>();
  /** One after the other for one run: an older card must not overwrite a newer one. */
  return (id) => {
    const before = underWay.get(id) ?? Promise.resolve();
    const told = before.catch(() => {}).then(() => tell(parts, id));
    const ended = () => {
      if (underWay.get(id) === told) underWay.delete(id);
    };
    underWay.set(id, told);
    told.then(ended, ended);
    return told;
  };
}

async function tell(parts: NoticeParts, id: RunId): Promise<void> {
  const run = await parts.findRun(id);
  if (!run) return;
  const [followers, waiting] = await Promise.all([parts.followers(id), parts.waiting(id)]);
  const cards = new Map(followers.map((one) => [`${one.where.id} ${one.cardId ?? one.id}`, one]));
  const told = await Promise.allSettled([...cards.values()].map((one) => tellOne(parts, { run, one, waiting })));
  const failed = told.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

type Told = { run: Run; one: Following; waiting: RunReader['waiting'] };

async function tellOne(parts: NoticeParts, { run, one, waiting }: Told): Promise<void> {
  const screen = parts.screen(run, one.reader);
  const card = runCard(run, { id: one.where.kind === 'personal' ? one.personId : null, waiting }, screen);
  const fingerprint = fingerprintOf(card);
  if (fingerprint === one.shown) return;
  if (one.cardId === null && screen.now.getTime() - one.askedAt.getTime() < answersWithinMs) return;
  const delivery = await show(parts.outbox, one, card);
  if (delivery.kind === 'shown') return parts.saveShown(one.id, { cardId: delivery.cardId, fingerprint });
  parts.log.warn({ run: run.number, conversation: one.where.id }, 'a card can no longer be shown there');
  await parts.drop(one.id);
}

/** A message that somebody deleted is replaced once by a new one. */
async function show(outbox: Outbox, one: Following, card: CardJson): Promise<Delivery> {
  const edited = one.cardId ? await outbox.edit(one.where, one.cardId, card) : null;
  return edited === null || edited.kind === 'no-message' ? outbox.post(one.where, card) : edited;
}
