import { actionNamed } from '../actions/index.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Person, Scope } from '../ports.ts';
import { type Asked, type AskParts, askIn, logAsked } from '../runs/ask.ts';
import { askNotice } from '../runs/ask-notice.ts';
import { scopesFor } from '../runs/step.ts';
import type { Store, Tx } from '../store/open.ts';
import { findSchedule, saveSchedule } from '../store/schedules.ts';
import { dropSignInNotices, noticesOf } from './notices.ts';
import { type Planned, type PlanParts, planFor } from './plan.ts';
import type { Schedule, ScheduleId } from './schedule.ts';
import { type Moment, momentOf, revised } from './times.ts';
import { wishOf } from './wish.ts';

export type Parts = AskParts &
  PlanParts & {
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
  const planned = moment.does === 'run' ? await planFor(parts, schedule, now) : nothing;
  const acting = { before: schedule, moment, planned };
  const asked = await parts.store.db.transaction().execute((tx) => act(parts, tx, acting));
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

const nothing: Planned = { targets: [], differs: [] };

type Acting = { before: Schedule; moment: Moment; planned: Planned };

/** The row changes hands first: whoever did not get it asks for no run. */
async function act(parts: Parts, tx: Tx, { before, moment, planned }: Acting): Promise<Asked | null> {
  const { next, does } = moment;
  if (!(await saveSchedule(tx, before, next))) return null;
  await sendSchedule(parts, next, tx);
  const now = parts.clock.now();
  const { targets } = planned;
  const asked = targets.length > 0 ? await askIn(parts, tx, wishOf(before, targets, now)) : null;
  const run = asked?.run.number ?? null;
  if (before.warned && !next.warned) await dropSignInNotices(tx, before);
  if (does === 'run') await saveSchedule(tx, next, revised(next, { last: lastOf(next, run) }));
  for (const notice of noticesOf(before, moment, { run, now, differs: planned.differs }))
    await askNotice(tx, parts.queue, notice);
  return asked;
}

const lastOf = ({ last }: Schedule, run: number | null): Schedule['last'] =>
  last && { ...last, run, became: run === null ? 'not-planned' : last.became };

/** Enqueues the next look at it, if there is to be one. */
export async function sendSchedule(
  { queue, store }: Pick<Parts, 'queue' | 'store'>,
  { id, dueAt }: Pick<Schedule, 'id' | 'dueAt'>,
  tx: Tx | Store['db'] = store.db,
): Promise<void> {
  if (dueAt) await queue.send(tx, { lane: 'schedule', work: { scheduleId: id }, dueAt });
}
