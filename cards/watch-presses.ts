import { z } from 'zod';
import { once, personId, runNumber } from './press-parts.ts';

/** What the buttons of watches send back. `silent`: the devices of a run that gave no sign of life; `serials`: a list of them, by its id, or of a run that its `owner` asked for. */
export const watchPresses = [
  z.object({
    press: z.literal('watch'),
    what: z.enum(['autopilot', 'device', 'connector', 'run', 'silent', 'serials']),
    id: z.string().max(100).optional(),
    run: runNumber.optional(),
    owner: personId.optional(),
    on: z.enum(['change', 'failure']).optional(),
    until: z.enum(['check-in', 'done']).optional(),
    olderThanMs: z
      .number()
      .int()
      .positive()
      .max(90 * 24 * 60 * 60_000)
      .optional(),
    ...once,
  }),
  z.object({ press: z.literal('unwatch'), watch: runNumber }),
  z.object({ press: z.literal('mute'), watch: runNumber }),
  /** What could not be looked at any more is tried again. */
  z.object({ press: z.literal('look-again') }),
] as const;
