/**
 * JSON as PostgreSQL stores it: no NUL and no half of a surrogate pair, which device names and people's messages may hold. Such a
 * character is replaced, or the whole row would be refused.
 */
export const storable = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\ufffd') : part,
  );

export const jsonOrNull = (value: unknown): string | null => (value === null ? null : storable(value));
