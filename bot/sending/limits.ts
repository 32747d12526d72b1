/** So many requests in any stretch of time of this length. */
export type Limit = { windowMs: number; places: number };

/** What Teams takes of an app in one tenant (msteams-docs bots/how-to/rate-limit.md; teams-platform 4.1). */
export const appLimit: Limit = { windowMs: 1_000, places: 50 };

/** What it takes of a bot in one conversation; edits are not named there and are counted too. */
export const chatLimits: readonly Limit[] = [
  { windowMs: 1_000, places: 7 },
  { windowMs: 2_000, places: 8 },
  { windowMs: 30_000, places: 60 },
  { windowMs: 3_600_000, places: 1_800 },
];
