import { z } from 'zod';
import type { PersonId } from '../ports.ts';
import { type Approval, decisionKinds } from '../runs/run.ts';

const date = z.coerce.date();

const decision = z.object({
  kind: z.enum(decisionKinds),
  by: z.object({ id: z.string().transform((id) => id as PersonId), name: z.string() }),
  at: date,
  reason: z.string().nullable(),
});

/** What a second person has to say about a run, as it is kept with it. */
export const storedApproval = z.object({
  reasons: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('devices'), over: z.number() }),
      z.object({ kind: z.literal('removal') }),
      z.object({ kind: z.literal('full-sync') }),
    ]),
  ),
  until: date,
  decision: decision.nullable(),
}) satisfies z.ZodType<Approval>;
