/** Monday is 1 and Sunday 7, as ISO 8601 counts. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** When a schedule runs, in its own time zone: once on a day, or every week on some days. Days as `2026-11-25`, times as `06:00`. */
export type Rule =
  | { kind: 'once'; day: string; time: string }
  | { kind: 'weekly'; days: readonly Weekday[]; time: string };

export const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];
export const weekend: readonly Weekday[] = [6, 7];
