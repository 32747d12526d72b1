import type { PersonId } from '../ports.ts';

/** Who may look at what: whoever watches it, and was able to see it. */
export type MayLook = { key: string; personId: PersonId };

/**
 * In whose name each target is looked at: whoever watches most of what is left takes all of that, so that looks share requests.
 * Pure. What nobody may look at is left out.
 */
export function whoLooks(mayLook: readonly MayLook[]): Map<PersonId, string[]> {
  const keysOf = Map.groupBy(mayLook, ({ personId }) => personId);
  const left = new Set(mayLook.map(({ key }) => key));
  const people = [...keysOf].sort(([, a], [, b]) => b.length - a.length);
  const chosen = new Map<PersonId, string[]>();
  for (const [personId, may] of people) {
    const theirs = may.map(({ key }) => key).filter((key) => left.delete(key));
    if (theirs.length > 0) chosen.set(personId, theirs);
  }
  return chosen;
}
