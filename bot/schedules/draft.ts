import { z } from 'zod';
import { missedChoices } from './schedule.ts';
import { scheduledWork } from './work.ts';

/** What is to be done at a time that is still to be chosen; a plan in the making, kept as a draft. */
const scheduleDraft = z.object({
  purpose: z.literal('schedule'),
  /** The one that is to have another time; null for a new one. */
  schedule: z.number().nullable(),
  work: scheduledWork,
  zone: z.string(),
  /** As the form sends it. */
  days: z.string(),
  time: z.string(),
  missed: z.enum(missedChoices),
});
export type ScheduleDraft = z.infer<typeof scheduleDraft>;

export function scheduleDraftFrom(stored: unknown): ScheduleDraft | null {
  const parsed = scheduleDraft.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
