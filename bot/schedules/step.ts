import { actionNamed } from '../actions/index.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Person, Scope } from '../ports.ts';
import { type Asked, type AskParts, askIn, logAsked } from '../runs/ask.ts';
import { askNotice } from '../runs/ask-notice.ts';
import { scopesFor } from '../runs/step.ts';
import type { Store, Tx } from '../store/open.ts';
import { findSchedule, saveSchedule } from '../store/schedules.ts';
import { noticesOf } from './notices.ts';
import type { Schedule, ScheduleId } from './schedule.ts';
import { type Moment, momentOf, revised } from './times.ts';
import { wishOf } from './wish.ts';

export type Parts = AskParts & {
  store: Store;
  /** Why nothing could be asked in somebody's name; null where it could. Graph itself is not asked. */
  lackFor(person: Person, scopes: readonly Scope[]): Promise<Refusal | null>;
};

/** Looks at one schedule. The row says whether its time has come; whoever comes second finds it changed and does nothing. */
export async function scheduleStep(parts: Parts, id: ScheduleId): Promise<void> {
  const schedule = await findSchedule(parts.store.db, id);
  if (!schedule?.dueAt) return;
  const now = parts.clock.now();
  const moment = momentOf(schedule, now, now >= schedule.dueAt && (await isSignedOut(parts, schedule)));
  if (!moment) return isAlmostDue(schedule.dueAt, now) ? sendSchedule(parts, schedule) : undefined;
  const asked = await parts.store.db.transaction().execute((tx) => act(parts, tx, { before: schedule, moment }));
  if (asked) logAsked(parts, asked);
}

/** Anything but a missing sign-in may have passed by the time; then the run itself meets it. */
async function isSignedOut({ lackFor }: Parts, { owner, work }: Schedule): Promise<boolean> {
  const lack = await lackFor(owner, scopesFor(actionNamed(work.action)));
  return lack?.kind === 'signed-out';
}

/** The queue's clock and ours may differ by a little; by more, whoever changed it has sent a later look. */
const clocksDifferMs = 5_000;
const isAlmostDue = (dueAt: Date, now: Date) => dueAt.getTime() - now.getTime() < clocksDifferMs;

type Acting = { before: Schedule; moment: Moment };

/** The row changes hands first: whoever did not get it asks for no run. */
async function act(parts: Parts, tx: Tx, { before, moment }: Acting): Promise<Asked | null> {
  const { next, does } = moment;
  if (!(await saveSchedule(tx, before, next))) return null;
  await sendSchedule(parts, next, tx);
  const asked = does === 'run' ? await askIn(parts, tx, wishOf(before, parts.clock.now())) : null;
  const run = asked?.run.number ?? null;
  if (asked) await saveSchedule(tx, next, revised(next, { last: next.last && { ...next.last, run } }));
  for (const notice of noticesOf(before, moment, { run, now: parts.clock.now() }))
    await askNotice(tx, parts.queue, notice);
  return asked;
}

/** Enqueues the next look at it, if there is to be one. */
export async function sendSchedule(
  { queue, store }: Pick<Parts, 'queue' | 'store'>,
  { id, dueAt }: Pick<Schedule, 'id' | 'dueAt'>,
  tx: Tx | Store['db'] = store.db,
): Promise<void> {
  if (dueAt) await queue.send(tx, { lane: 'schedule', work: { scheduleId: id }, dueAt });
}
