import { z } from 'zod';

/** Graph's way of saying "never": sentinel dates at both ends of time (graph-contract 1.5). */
const isNever = (at: Date) => at.getUTCFullYear() < 1900 || at.getUTCFullYear() > 9000;

/** A Graph date and time, or null where it is absent, a sentinel or not a date. */
export const moment = z
  .unknown()
  .optional()
  .transform((value): Date | null => {
    if (typeof value !== 'string') return null;
    const at = new Date(value);
    return Number.isNaN(at.getTime()) || isNever(at) ? null : at;
  });
