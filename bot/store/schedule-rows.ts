import { z } from 'zod';
import type { PersonId, TenantId } from '../ports.ts';
import { weekdays } from '../schedules/rule.ts';
import { lastOutcomes, missedChoices, type Schedule, type ScheduleId, scheduleStates } from '../schedules/schedule.ts';
import { scheduledWork } from '../schedules/work.ts';
import { placeColumns, placeFrom, readerColumns, readerFrom } from './place-rows.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const ruleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once'), day: z.iso.date(), time }),
  z.object({ kind: z.literal('weekly'), days: z.array(z.literal(weekdays)), time }),
]);

const last = z.object({ at: z.coerce.date(), became: z.enum(lastOutcomes), run: z.number().nullable() });

/** A schedule with the chat it belongs to and how its owner reads. */
export const scheduleRow = z
  .object({
    ...placeColumns,
    ...readerColumns,
    id: z.string(),
    number: z.number(),
    person_id: z.string(),
    work: scheduledWork,
    rule: ruleSchema,
    zone: z.string(),
    missed: z.enum(missedChoices),
    state: z.enum(scheduleStates),
    revision: z.number(),
    made_at: z.coerce.date(),
    next_at: z.coerce.date().nullable(),
    due_at: z.coerce.date().nullable(),
    warned: z.boolean(),
    last: last.nullable(),
    name: z.string(),
    teams_id: z.string(),
    /** Beside the schedule's own. */
    reader_zone: z.string().nullable(),
  })
  .transform((row): Schedule => {
    const tenantId = row.tenant_id as TenantId;
    const { work, rule, zone, missed, state, revision, warned } = row;
    return {
      id: row.id as ScheduleId,
      tenantId,
      number: row.number,
      owner: { tenantId, id: row.person_id as PersonId, name: row.name, teamsId: row.teams_id },
      heard: { language: row.heard_language, zone: row.heard_zone },
      reader: readerFrom({ ...row, zone: row.reader_zone }),
      where: placeFrom(row),
      ...{ work, rule, zone, missed, state, revision, warned },
      madeAt: row.made_at,
      nextAt: row.next_at,
      dueAt: row.due_at,
      last: row.last,
    };
  });
