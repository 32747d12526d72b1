import type { Place } from '../../bot/store/open.ts';

/** Where a process of the measurement keeps its rows. */
export const placeOf = ({ DATABASE_URL: url, DATA_DIR: path = '' }: NodeJS.ProcessEnv): Place =>
  url ? { kind: 'postgres', url } : { kind: 'folder', path };
