import type { Differs, Notice, NoticeContent } from '../runs/notice.ts';
import { dropWaiting } from '../store/notices.ts';
import type { Tx } from '../store/open.ts';
import type { Schedule, ScheduleId } from './schedule.ts';
import type { Moment } from './times.ts';

const keyFor = (kind: NoticeContent['kind'], id: ScheduleId) => `${kind}:${id}:`;

/** Its owner has signed in, or changed it: that they are to sign in for it is not worth saying any more. */
export const dropSignInNotices = (tx: Tx, { tenantId, id }: Schedule): Promise<void> =>
  dropWaiting(tx, tenantId, keyFor('schedule-sign-in', id));

type Given = { run: number | null; now: Date; differs: readonly Differs[] };

/** What the owner of a schedule is to hear now; each of its times is told of once. */
export function noticesOf(
  schedule: Schedule,
  { warns, missedAt, next, does }: Moment,
  { run, now, differs }: Given,
): Notice[] {
  const { number, work, owner, nextAt, missed } = schedule;
  const common = { number, action: work.action, owner: owner.name };
  const told = (content: NoticeContent, at: Date): Notice => ({
    ...{ tenantId: schedule.tenantId, personId: owner.id, conversationId: schedule.where.id },
    ...{ key: `${keyFor(content.kind, schedule.id)}${at.toISOString()}`, content, askedAt: now, dueAt: now },
  });
  // Where nobody could be told before, that it was left out is what is left to tell.
  const leftOut = warns && does === 'skip' ? nextAt : null;
  const lateAt = missedAt && (does === 'skip' || run !== null) ? missedAt : leftOut;
  return [
    ...(warns && nextAt && !leftOut ? [told({ kind: 'schedule-sign-in', ...common, at: nextAt, missed }, nextAt)] : []),
    ...(lateAt ? [told({ kind: 'schedule-missed', ...common, at: lateAt, run, nextAt: next.nextAt }, lateAt)] : []),
    ...(differs.length > 0 && nextAt
      ? [told({ kind: 'schedule-changed', ...common, at: nextAt, run, differs }, nextAt)]
      : []),
  ];
}
