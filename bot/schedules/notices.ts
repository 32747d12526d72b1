import type { Differs, Notice, NoticeContent } from '../runs/notice.ts';
import type { Schedule } from './schedule.ts';
import type { Moment } from './times.ts';

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
    ...{ key: `${content.kind}:${schedule.id}:${at.toISOString()}`, content, askedAt: now, dueAt: now },
  });
  return [
    ...(warns && nextAt ? [told({ kind: 'schedule-sign-in', ...common, at: nextAt, missed }, nextAt)] : []),
    ...(missedAt && (does === 'skip' || run !== null)
      ? [told({ kind: 'schedule-missed', ...common, at: missedAt, run, nextAt: next.nextAt }, missedAt)]
      : []),
    ...(differs.length > 0 && nextAt
      ? [told({ kind: 'schedule-changed', ...common, at: nextAt, run, differs }, nextAt)]
      : []),
  ];
}
