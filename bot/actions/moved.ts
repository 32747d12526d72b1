export const isLater = (at: Date | null, than: Date | null): boolean => at !== null && (than === null || at > than);

/** A time that moves forward is the only sign some services give. */
export const movedBetween = (from: Date | null, to: Date | null): { from: Date | null; to: Date } | null =>
  to !== null && isLater(to, from) ? { from, to } : null;
