import { z } from 'zod';
import { actionNames } from '../actions/define.ts';
import type { RunId } from '../ports.ts';
import { differsWhys, type NoticeContent, unreadWhys } from '../runs/notice.ts';
import { decisionKinds, verdicts } from '../runs/run.ts';
import { missedChoices } from '../schedules/schedule.ts';
import { blindReasons } from '../watches/news-told.ts';
import { counts, news, serialGroups, serialsHeard, what } from './watch-content.ts';

const date = z.coerce.date();

const differs = z.object({ why: z.enum(differsWhys), count: z.number(), names: z.array(z.string()) });
const schedule = { number: z.number(), action: z.enum(actionNames), owner: z.string(), at: date };

/** What a notice tells, as it is stored. */
export const noticeContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cannot-write'), number: z.number(), action: z.enum(actionNames) }),
  z.object({ kind: z.literal('cannot-answer'), at: date }),
  z.object({
    kind: z.literal('run-over'),
    number: z.number(),
    action: z.enum(actionNames),
    verdict: z.enum([...verdicts, 'partly']),
    asker: z.string(),
    bookedFor: date,
    counts,
    over: z.object({ id: z.string().transform((id) => id as RunId), at: date }).optional(),
  }),
  z.object({
    kind: z.literal('approval'),
    number: z.number(),
    action: z.enum(actionNames),
    how: z.enum([...decisionKinds, 'expired']),
    by: z.string().nullable(),
    reason: z.string().nullable(),
    until: date,
  }),
  z.object({ kind: z.literal('schedule-sign-in'), ...schedule, missed: z.enum(missedChoices) }),
  z.object({ kind: z.literal('schedule-missed'), ...schedule, run: z.number().nullable(), nextAt: date.nullable() }),
  z.object({ kind: z.literal('schedule-changed'), ...schedule, run: z.number().nullable(), differs: z.array(differs) }),
  z.object({
    ...{ kind: z.literal('run-serials'), run: z.number(), owner: z.string().optional(), name: z.string(), at: date },
    ...{ groups: serialGroups, heard: serialsHeard },
  }),
  z.object({
    ...{ kind: z.literal('serials-unread'), run: z.number(), owner: z.string().optional(), name: z.string() },
    ...{ count: z.number(), why: z.enum(unreadWhys) },
  }),
  z.object({
    kind: z.literal('watch'),
    watch: z.number(),
    what,
    news,
    by: z.object({ name: z.string(), run: z.number() }).nullable(),
    endsAt: date.nullable(),
  }),
  z.object({
    kind: z.literal('watch-blind'),
    reason: z.enum(blindReasons),
    name: z.string(),
    watches: z.array(z.object({ watch: z.number(), what })),
  }),
  z.object({ kind: z.literal('watch-gone'), watch: z.number(), what }),
  z.object({ kind: z.literal('watch-unseen'), watch: z.number(), what }),
]) satisfies z.ZodType<NoticeContent>;
