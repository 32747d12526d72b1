import type { PersonId } from '../ports.ts';
import type { Run } from '../runs/run.ts';

/** Who reads the board, and who waits for the run besides its asker. */
export type RunReader = {
  /** Null where several people read the same card: there is no "you" then. */
  id: PersonId | null;
  waiting: { first: readonly { id: string; name: string }[]; count: number };
};

export const nobodyWaits: RunReader['waiting'] = { first: [], count: 0 };

/** Everybody else who waits for it, or the first of them and how many they are. */
export function alsoWaiting({ asker }: Pick<Run, 'asker'>, { waiting: { first, count } }: RunReader) {
  const others = first.filter(({ id }) => id !== asker.id);
  return { alsoWaiting: others.map(({ name }) => name), waitingInAll: count - (first.length - others.length) };
}
