import { keepIn } from './keep.ts';
import type { Db } from './open.ts';

/** Somebody waits to be told. */
const withinMs = 2_000;

/** Whether the database takes what is written, after this has just failed. Small rows may fit where a greater one did not. */
export function canKeep(db: Db, failed: Error): Promise<boolean> {
  if (isUnkept(failed)) return Promise.resolve(false);
  const late = new Promise<false>((resolve) => setTimeout(resolve, withinMs, false).unref());
  const written = keepIn(db, 'last-trouble')
    .write(new Date())
    .then(
      () => true,
      () => false,
    );
  return Promise.race([late, written]);
}

/** PostgreSQL has no room, is about to end, or cannot reach its own files: classes 53, 57P and 58 of its error codes. */
const isUnkept = (error: Error) => 'code' in error && typeof error.code === 'string' && /^(53|57P|58)/.test(error.code);
