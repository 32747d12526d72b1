/** How often a target is looked at, told by how long it has not changed: ever more slowly, at least hourly. */
const minute = 60_000;
const paces = [
  { untilMs: 10 * minute, everyMs: minute },
  { untilMs: 60 * minute, everyMs: 5 * minute },
  { untilMs: 6 * 60 * minute, everyMs: 10 * minute },
  { untilMs: 24 * 60 * minute, everyMs: 20 * minute },
] as const;
const slowestMs = 40 * minute;

export const atLeastEveryMs = 60 * minute;

/**
 * When to look next at something that has not changed since then. Looks fall on full multiples of their distance, so that those of
 * many targets fall together and share their requests; the first such moment that is not too soon is at most 1.5 distances away.
 */
export function nextLookAt(changedAt: Date, now: Date): Date {
  const quietMs = Math.max(0, now.getTime() - changedAt.getTime());
  const everyMs = paces.find(({ untilMs }) => quietMs < untilMs)?.everyMs ?? slowestMs;
  const soonest = now.getTime() + everyMs / 2;
  return new Date(Math.ceil(soonest / everyMs) * everyMs);
}
