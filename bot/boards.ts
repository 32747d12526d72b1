import { type BoardParts, type Following, type Reading, readerOf } from './following.ts';
import type { CardJson, Delivery, RunId } from './ports.ts';
import { NoRoom, type OpenChat, orAnew } from './ports-writing.ts';
import type { Run } from './runs/run.ts';
import { inOrder } from './telling.ts';
import { approvalCard } from './views/approval.ts';
import { runCard } from './views/run.ts';
import { fingerprintOf } from './views/screen.ts';

/** A run whose cards are being shown: what is known of it, and who still waits to see it. */
type Board = {
  id: RunId;
  changedAt: Date | null;
  reading: Promise<Drawable | null> | null;
  cards: Map<string, Lined>;
  showing: Set<Promise<void>>;
  /** Some found no room: the run is told once more then. */
  againAt: Date | null;
};

/** A reading with the cards that were drawn from it: thousands may follow one run, and few of their cards differ. */
type Drawable = Reading & { drawings: Map<string, Drawing> };
type Drawing = { card: CardJson; fingerprint: string };

/** A card in line; `changedAt`: of the first change that it does not show yet. */
type Lined = { one: Following; changedAt: Date | null };

/**
 * Shows everybody who follows a run how it stands now. Can be repeated: a card that shows it already is left alone. What is asked
 * for while cards wait for their turn is shown with them: a card is drawn once its turn has come.
 */
export function openTell(parts: BoardParts): (id: RunId, changedAt: Date) => Promise<void> {
  const boards = new Map<RunId, Board>();
  const show = inOrder((key: string) => showOn(parts, boards.get(runOf(key)), key));
  const lineUp = inOrder((id: RunId) => lineUpOn(parts, boards.get(id), show));
  return async (id, changedAt) => {
    const known = boards.get(id);
    const board: Board = known ?? { id, changedAt, reading: null, cards: new Map(), showing: new Set(), againAt: null };
    boards.set(id, board);
    // Of several changes that one card shows together, the first has waited longest.
    board.changedAt ??= changedAt;
    board.reading = null;
    const lined = lineUp(id);
    keep(board, lined);
    // Whoever began it stays until all are told; a queue that forgets this one has the other.
    if (known) return lined;
    await allShown(board, () => boards.delete(id));
    if (board.againAt) await parts.tellLater(id, board.againAt);
  };
}

/** The key of a card begins with its run. */
const keyOf = (id: RunId, one: Following) => `${id} ${one.where.id} ${one.cardId ?? one.id}`;
const runOf = (key: string) => key.slice(0, key.indexOf(' ')) as RunId;

/** A card that several follow, each in their own language, is drawn for whoever asked first. */
function firstOfEach(id: RunId, followers: readonly Following[]): Following[] {
  const cards = Map.groupBy(followers, (one) => keyOf(id, one));
  return [...cards.values()].flatMap(([first]) => first ?? []);
}

function keep({ showing }: Board, work: Promise<void>): void {
  showing.add(work);
  // It may fail while another one is waited for; a failure that nobody waits for would end the process.
  work.catch(() => {});
}

/** The first failure is told when everything else was tried. */
async function allShown({ showing }: Board, over: () => void): Promise<void> {
  const failures: unknown[] = [];
  for (const work of showing) {
    await work.catch((error: unknown) => failures.push(error));
    showing.delete(work);
  }
  // At once: what is asked for from now on begins anew.
  over();
  if (failures.length > 0) throw failures[0];
}

async function lineUpOn(parts: BoardParts, board: Board | undefined, show: (key: string) => Promise<void>) {
  if (!board) return;
  const now = parts.now();
  const followers = await parts.followers(board.id);
  const answered = followers.filter(({ cardId, answerBy }) => cardId !== null || answerBy === null || answerBy <= now);
  const reading = await readingOf(parts, board);
  const { changedAt, cards: before } = board;
  board.changedAt = null;
  board.cards = new Map(
    firstOfEach(board.id, answered)
      .filter(isBehind(parts, reading))
      .map((one) => {
        const key = keyOf(board.id, one);
        return [key, { one, changedAt: before.get(key)?.changedAt ?? changedAt }];
      }),
  );
  for (const key of board.cards.keys()) keep(board, show(key));
  const unanswered = followers.flatMap((one) => (answered.includes(one) ? [] : (one.answerBy ?? [])));
  // Their turns show them; if one dies, the run is told once more.
  if (unanswered.length > 0) await parts.tellLater(board.id, new Date(Math.max(...unanswered.map(Number))));
}

/** Whoever sees it already need not stand in line. */
const isBehind = (parts: BoardParts, reading: Drawable | null) => (one: Following) =>
  reading === null || one.cardId === null || one.shown !== drawingFor(parts, reading, one).fingerprint;

async function showOn(parts: BoardParts, board: Board | undefined, key: string): Promise<void> {
  const lined = board?.cards.get(key);
  if (!board || !lined) return;
  const { where, cardId } = lined.one;
  try {
    await parts.inTurn(where, cardId ? 'edit' : 'answer', (chat) => tellOne(parts, { board, lined, chat }));
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    board.againAt = sooner(parts.now(), board.againAt, error);
  }
}

/** Sooner it is in vain, and others want to work meanwhile. */
const apartMs = 5_000;

/** When the first of those that found no room may find it. */
function sooner(now: Date, before: Date | null, { inMs }: NoRoom): Date {
  const at = new Date(now.getTime() + Math.max(inMs, apartMs));
  return before && before < at ? before : at;
}

type Told = { board: Board; lined: Lined; chat: OpenChat };

async function tellOne(parts: BoardParts, { board, lined, chat }: Told): Promise<void> {
  const { one } = lined;
  const standing = await parts.standing(one);
  const reading = standing && (await readingFor(parts, board, standing.asOf));
  if (!reading) return;
  const { run, asOf } = reading;
  await parts.tracing.traced(run.trace, async () => {
    const { card, fingerprint } = drawingFor(parts, reading, one);
    const { changedAt } = lined;
    lined.changedAt = null;
    if (fingerprint === standing.shown) return;
    const delivery = await show(chat, standing.cardId, card);
    if (delivery.kind !== 'shown') return lost(parts, { run, one, delivery });
    if (changedAt) parts.shown(changedAt);
    await parts.saveShown(one.id, { cardId: delivery.cardId, fingerprint, asOf });
  });
}

/** Never older than what the card shows: another process may have told it meanwhile. */
async function readingFor(parts: BoardParts, board: Board, shownAsOf: Date | null): Promise<Drawable | null> {
  const reading = await readingOf(parts, board);
  if (!reading || shownAsOf === null || reading.asOf > shownAsOf) return reading;
  board.reading = null;
  return readingOf(parts, board);
}

function readingOf(parts: BoardParts, board: Board): Promise<Drawable | null> {
  board.reading ??= parts.read(board.id).then((reading) => reading && { ...reading, drawings: new Map() });
  return board.reading;
}

/** Of all who read in one language and zone, the asker sees another card than the others, and a shared chat a third one. */
function drawingFor(parts: BoardParts, { run, waiting, drawings }: Drawable, one: Following): Drawing {
  const id = readerOf(one);
  const whose = id === null ? 'shared' : id === run.asker.id ? 'own' : 'another’s';
  const key = [one.shows, one.reader.language, one.reader.zone, whose].join(' ');
  const known = drawings.get(key);
  if (known) return known;
  const screen = parts.screen(one.reader);
  const card = one.shows === 'approval' ? approvalCard(run, screen) : runCard(run, { id, waiting }, screen);
  const drawing = { card, fingerprint: fingerprintOf(card) };
  drawings.set(key, drawing);
  return drawing;
}

type Lost = { run: Run; one: Following; delivery: Delivery };

async function lost(parts: BoardParts, { run, one, delivery }: Lost): Promise<void> {
  const err = delivery.kind === 'refused' ? delivery.error : undefined;
  parts.log.warn({ run: run.number, conversation: one.where.id, err }, 'a card can no longer be shown there');
  if (delivery.kind === 'no-conversation') await parts.stop(run, one);
  // As it is now Teams does not take it; after the next change it may.
  else if (delivery.kind !== 'refused') await parts.drop(one.id);
}

async function show(chat: OpenChat, cardId: string | null, card: CardJson): Promise<Delivery> {
  return orAnew(cardId ? await chat.edit(cardId, card) : null, () => chat.post(card));
}
