import { zipSync } from 'fflate';

/** In local time, as zip keeps it: the same everywhere. The first day that zip knows. */
const fixedDate = new Date(1980, 0, 1);

/** The same files make the same bytes, whoever makes them and whenever. */
export function zipped(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(inOrder), { mtime: fixedDate, level: 9, os: 0 });
}
