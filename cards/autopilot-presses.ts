import { z } from 'zod';
import { actionName, keptId, once, personId, runNumber } from './press-parts.ts';

/**
 * What the buttons of Autopilot send back. `list`: serials that whoever presses wants to hear of when the sync is over; `run`: or
 * those with which they had asked for that one.
 */
export const autopilotPresses = [
  z.object({
    press: z.literal('start'),
    action: actionName,
    run: runNumber.optional(),
    list: keptId.optional(),
    ...once,
  }),
  /** The window is read again, or taken from the run that came too early. */
  z.object({
    press: z.literal('book'),
    action: actionName,
    run: runNumber.nullable(),
    list: keptId.optional(),
    ...once,
  }),
  /** A list of serials, those of a watch, or those with which a run was asked for: read again, as a file, or as a note. `owner`: whose they are. */
  z.object({
    press: z.literal('serials'),
    go: z.enum(['look', 'csv', 'note']),
    list: keptId.optional(),
    watch: runNumber.optional(),
    run: runNumber.optional(),
    owner: personId.optional(),
  }),
] as const;
