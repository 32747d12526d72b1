import { Refused } from './errors.ts';

/** What was asked about is not there, or this person may not see it. */
export const isGone = (error: unknown): boolean =>
  error instanceof Refused && error.refusal.kind === 'not-there' && error.refusal.what === 'object';

/** Null where what was asked about is gone. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
