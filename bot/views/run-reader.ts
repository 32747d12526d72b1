import type { PersonId } from '../ports.ts';

/** Who reads the board, and who waits for the run besides its asker. */
export type RunReader = {
  /** Null where several people read the same card: there is no "you" then. */
  id: PersonId | null;
  waiting: readonly { id: string; name: string }[];
};
