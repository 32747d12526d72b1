/**
 * Another number after each statement that may have changed somebody's sign-in: what was read under the same number still holds. Null
 * where other processes change them too.
 */
export type SignInChanges = () => number | null;

/**
 * For a process that is alone with its database. In a transaction a change is counted before it is committed; whoever counts then
 * and reads next waits for its end, because on the embedded database transactions take turns with everything else.
 */
export function countSignInChanges(): { done(statement: string): void; changes: SignInChanges } {
  let count = 0;
  return {
    done(statement) {
      if (!statement.startsWith('select') && statement.includes('sign_in')) count += 1;
    },
    changes: () => count,
  };
}
