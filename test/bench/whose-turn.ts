import type { Candidate } from './tenant.ts';

/** So many turns each side has had; everybody in turn, because Teams takes sixty messages of a chat in half a minute. */
const had = new Map<string, number>();

/** Whose turn comes first, of so many. */
export function firstOf(count: number, { name }: Candidate): number {
  const before = had.get(name) ?? 0;
  had.set(name, before + count);
  return before;
}
