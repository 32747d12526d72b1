import type { Person } from '../ports.ts';
import type { Store } from '../store/open.ts';
import { signInVersion } from '../store/sign-ins.ts';
import type { Kept } from './kept.ts';

export type Token = { value: string; expiresAt: Date };
/** A sign-in as this process knows it; another process may have changed the row, which the version tells. */
export type Session = { version: string; kept: Kept; tokens: Map<string, Token>; current: boolean };

/** What this process remembers of people who are signed in. */
export type KnownSessions = {
  /** Null where nothing is known, or no longer true. */
  find(person: Person): Promise<Session | null>;
  keep(person: Person, session: Session): Session;
  drop(person: Person): void;
};

const rememberAtMost = 2_000;

/** A sign-out in another process counts here at once, so the row's version is asked each time, unless there is no other process. */
export function openKnownSessions(store: Store): KnownSessions {
  // `asOf`: the number of changes when it was last found to be true; null: not yet asked, as something may have come between.
  const known = new Map<string, { session: Session; asOf: number | null }>();
  return {
    async find(person) {
      const entry = known.get(nameOf(person));
      if (!entry) return null;
      const asOf = store.signInChanges();
      if (asOf !== null && entry.asOf === asOf) return entry.session;
      const version = await signInVersion(store.db, person);
      if (entry.session.version !== version) return null;
      entry.asOf = asOf;
      return entry.session;
    },
    keep(person, session) {
      if (known.size >= rememberAtMost) known.clear();
      known.set(nameOf(person), { session, asOf: null });
      return session;
    },
    drop(person) {
      known.delete(nameOf(person));
    },
  };
}

export const nameOf = ({ tenantId, id }: Person): string => `${tenantId} ${id}`;
