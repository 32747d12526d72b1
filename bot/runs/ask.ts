import type { Target } from '../actions/define.ts';
import type { SerialList } from '../actions/serial-standing.ts';
import type { Tracing } from '../meter.ts';
import type { Clock, Conversation, Log, Person, Reader, RunId } from '../ports.ts';
import { addFollower, addFollowing, type Follower } from '../store/followers.ts';
import { findKnownRuns } from '../store/known-runs.ts';
import type { Store, Tx } from '../store/open.ts';
import { insertRun } from '../store/runs.ts';
import { leaveToStep } from '../store/standing.ts';
import { tenantSettingsOf } from '../store/tenant-settings.ts';
import { isUndecided } from './approval.ts';
import { giveSerials } from './given-serials.ts';
import { handOver, isHeldUp } from './hand-over.ts';
import { joinKeyFor } from './joining.ts';
import { newRunFor, type Wanted } from './new-run.ts';
import { sendNextOf } from './next-step.ts';
import { type Queue, tellTogether } from './queue.ts';
import type { Run } from './run.ts';
import { startAtFor } from './window.ts';

/** Somebody wants a plan carried out, now or when its window opens. */
export type Wish = Follow & Wanted;

/** A target as a schedule names it: nothing was read of it, so it is read before the start. */
export const unread = (target: Omit<Target, 'baseline'>): Target => ({ ...target, baseline: null });

/** Who wants to see a run, and in which message. */
export type Follow = {
  asker: Person;
  where: Conversation;
  heard: Reader;
  /** The same for every delivery of one ask, and for every press of one button. */
  askKey: string;
  /** The card that was pressed, if it becomes the run's. */
  cardId: string | null;
  /** Serials that they want to hear of once it has completed. */
  serials?: SerialList | undefined;
  /** The run itself, unless said otherwise. */
  shows?: Follower['shows'];
  /** Where it was long ago; nobody's turn shows the run then. */
  askedAt?: Date;
};

export type Asked = { run: Run; how: 'begun' | 'joined' | 'repeated' };

type Parts = { store: Store; queue: Queue; clock: Clock; log: Log; tracing: Tracing };
export type AskParts = Omit<Parts, 'store'>;

/** Writes the run and its first step, or joins the one on its way; asked again, shows what the first ask led to. */
export async function ask(parts: Parts, wish: Wish): Promise<Asked> {
  const asked = await parts.store.db.transaction().execute((tx) => askIn(parts, tx, wish));
  logAsked(parts, asked);
  return asked;
}

export const logAsked = ({ log }: Pick<Parts, 'log'>, { run, how }: Asked): void =>
  log.info({ ...lineOf(run), how }, 'a run was asked for');

/** `runTrace`: a run that was joined goes on under the id of whoever asked first. */
const lineOf = ({ id, number, action, trace }: Run) => ({ run: id, number, action, runTrace: trace });

/** The same inside somebody's transaction. */
export async function askIn(parts: AskParts, tx: Tx, wish: Wish): Promise<Asked> {
  const now = parts.clock.now();
  const asking = { wish, now, joinKey: joinKeyFor(wish.action.name, wish.targets) };
  const asked = (await begin(parts, tx, asking)) ?? (await joinOrRepeat(parts, tx, asking));
  if (asked.how === 'repeated') return asked;
  await writeFollower(tx, wish, { runId: asked.run.id, askedAt: wish.askedAt ?? now, asks: true });
  await writeSerials(parts, tx, { runId: asked.run.id, one: wish });
  const waits = isUndecided(asked.run);
  if (waits && asked.run.asker.id === wish.asker.id) await askForApproval(tx, wish, asked.run);
  if (asked.how === 'joined' || waits || !startsNow(wish, now)) await parts.queue.send(tx, tellTogether(asked.run.id));
  return asked;
}

/** A turn answers its own ask; after so long it has died, or Teams has given it up (teams-platform 1.5). */
export const answersWithinMs = 20_000;

/** Its first step then shows it; otherwise nobody would for a while. */
const startsNow = ({ booking, opening }: Wish, now: Date) =>
  (booking === null || startAtFor(booking) <= now) && opening.kind !== 'running';

/** Follows a run without asking for anything. */
export function follow(parts: Parts, run: Run, one: Follow): Promise<void> {
  parts.log.info(lineOf(run), 'a run is followed');
  return parts.store.db.transaction().execute((tx) => followIn(parts, tx, { run, one, asks: false }));
}

/** Asks for what a run on its way is doing already. */
export function joinRun(parts: Parts, run: Run, one: Follow): Promise<void> {
  parts.log.info(lineOf(run), 'a run is joined');
  return parts.store.db.transaction().execute((tx) => followIn(parts, tx, { run, one, asks: true }));
}

/**
 * Whoever asked is still to be shown what came of it, and no turn does it any more. They follow the run since they asked; if this
 * process ends in between, a step shows it when the turn's time is over.
 */
export async function leaveAnswerToStep(parts: Parts, run: Run, one: Follow): Promise<void> {
  const { db } = parts.store;
  if (await leaveToStep(db, one.asker.tenantId, one.askKey)) return parts.queue.send(db, tellTogether(run.id));
  return db.transaction().execute(async (tx) => {
    await followIn(parts, tx, { run, one, asks: false });
    await leaveToStep(tx, one.asker.tenantId, one.askKey);
  });
}

type Following = { run: Run; one: Follow; asks: boolean };

async function followIn(parts: Parts, tx: Tx, { run, one, asks }: Following): Promise<void> {
  await writeFollower(tx, one, { runId: run.id, askedAt: parts.clock.now(), asks });
  if (asks) await writeSerials(parts, tx, { runId: run.id, one });
  await parts.queue.send(tx, tellTogether(run.id));
}

/** In a message of its own where others read, and where the tenant's notices go. */
async function askForApproval(tx: Tx, { asker, where }: Wish, { id: runId, tenantId, askedAt }: Run): Promise<void> {
  const { noticesTo } = await tenantSettingsOf(tx, tenantId);
  const shared = [...(where.kind === 'personal' ? [] : [where.id]), ...(noticesTo === null ? [] : [noticesTo])];
  for (const conversationId of new Set(shared)) {
    const askKey = `approval:${runId}:${conversationId}`;
    const card = { tenantId, personId: asker.id, conversationId, askKey, cardId: null, shows: 'approval' } as const;
    await addFollower(tx, { ...card, runId, askedAt, answerBy: null });
  }
}

type Followed = { runId: RunId; askedAt: Date; asks: boolean };

async function writeFollower(tx: Tx, one: Follow, { asks, ...at }: Followed): Promise<void> {
  const { asker, where, heard, askKey, cardId, shows } = one;
  const answerBy = cardId === null ? new Date(at.askedAt.getTime() + answersWithinMs) : null;
  const ids = { tenantId: asker.tenantId, personId: asker.id, conversationId: where.id };
  // A schedule asks without anybody's word: where the bot can no longer write it still cannot.
  const whose = { person: asker, heard, where: one.askedAt ? null : where, asks };
  await addFollowing(tx, { ...at, ...ids, askKey, cardId, answerBy, shows }, whose);
}

async function writeSerials(parts: AskParts, tx: Tx, { runId, one }: { runId: RunId; one: Follow }): Promise<void> {
  const { asker, where, serials: list } = one;
  if (list) await giveSerials(parts, tx, { runId, asker, where, list });
}

type Asking = { wish: Wish; now: Date; joinKey: string };

/** Null where the same is on its way, or this ask has led to a run: nothing is read for what hardly ever is so. */
async function begin(parts: AskParts, tx: Tx, asking: Asking): Promise<Asked | null> {
  const begun = await insertRun(tx, await newRunFor(parts, tx, asking));
  if (!begun) return null;
  await sendNextOf(parts.queue, tx, { runId: begun.id, targets: begun.targets });
  return { run: begun, how: 'begun' };
}

async function joinOrRepeat(parts: AskParts, tx: Tx, asking: Asking): Promise<Asked> {
  const { wish, joinKey } = asking;
  const { asked, onItsWay } = await findKnownRuns(tx, wish.asker.tenantId, { askKey: wish.askKey, joinKey });
  if (asked) return { run: asked, how: 'repeated' };
  if (!onItsWay) return beginAfter(parts, tx, asking);
  if (!isHeldUp(onItsWay)) return { run: onItsWay, how: 'joined' };
  const ask = await newRunFor(parts, tx, asking);
  return { run: await handOver(parts, tx, { run: onItsWay, ask }), how: 'joined' };
}

/** What was on its way has ended in the same moment. */
async function beginAfter(parts: AskParts, tx: Tx, asking: Asking): Promise<Asked> {
  const begun = await begin(parts, tx, asking);
  if (!begun) throw new Error(`A run with the key ${asking.joinKey} was on its way and is gone`);
  return begun;
}
