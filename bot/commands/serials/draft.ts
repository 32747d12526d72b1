import { z } from 'zod';
import type { SerialList } from '../../actions/serial-standing.ts';

const list = z.object({
  serials: z.array(z.string()),
  repeated: z.number(),
  nonsense: z.array(z.string()),
  unnamed: z.number().optional(),
  skipped: z.number(),
}) satisfies z.ZodType<SerialList>;

export const serialsStored = z.object({ purpose: z.literal('serials'), list });

/** What is kept of a list, so that buttons need to carry its id only. */
export const serialsDraft = (list: SerialList) => ({ purpose: 'serials' as const, list });

/** Null for what is something else. */
export const serialsFrom = (stored: unknown): SerialList | null => serialsStored.safeParse(stored).data?.list ?? null;
