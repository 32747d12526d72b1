import type { Clock, Conversation, Person, Reader } from '../ports.ts';
import { findOnCall, removeOnCall, saveOnCall } from '../store/on-call.ts';
import type { Store } from '../store/open.ts';

/** Who is told at any hour, and by name, of what goes wrong in a shared conversation. */
export type OnCall = {
  nameIn(where: Conversation): Promise<string | null>;
  begin(person: Person, heard: Reader, where: Conversation): Promise<void>;
  /** False where nobody was. */
  end(where: Conversation): Promise<boolean>;
};

export const openOnCall = ({ store: { db }, clock }: { store: Store; clock: Clock }): OnCall => ({
  nameIn: (where) => findOnCall(db, where),
  begin: (person, heard, where) => saveOnCall(db, { person, heard, where, since: clock.now() }),
  end: (where) => removeOnCall(db, where),
});
