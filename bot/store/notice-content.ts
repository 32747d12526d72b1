import { z } from 'zod';
import { actionNames } from '../actions/define.ts';
import type { NoticeContent } from '../runs/notice.ts';
import { verdicts } from '../runs/run.ts';

const date = z.coerce.date();

/** What a notice tells, as it is stored. */
export const noticeContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('run-over'),
    number: z.number(),
    action: z.enum(actionNames),
    verdict: z.enum([...verdicts, 'partly']),
    asker: z.string(),
    bookedFor: date,
  }),
]) satisfies z.ZodType<NoticeContent>;
