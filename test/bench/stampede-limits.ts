/** Teams' limits on what a bot sends, as they are: they are not scaled (teams-platform 4.1). */
import { type Budget, openBudget } from './fan-out-budget.ts';

const second = 1_000;

/** Of an app in a tenant. */
export const tenantLimit = { windowMs: second, places: 50 };

/** Of a bot in a conversation. */
const chatLimits = [
  { windowMs: second, places: 7 },
  { windowMs: 2 * second, places: 8 },
  { windowMs: 30 * second, places: 60 },
  { windowMs: 3_600 * second, places: 1_800 },
];

/** Milliseconds until this request would fit; 0: it fits. What is refused counts too. */
export type Limits = (chat: string, now: number) => number;

export function openLimits(): Limits {
  const tenant = openBudget('sliding', tenantLimit);
  const chats = new Map<string, Budget[]>();
  return (chat, now) => {
    const own = chats.get(chat) ?? chatLimits.map((limit) => openBudget('sliding', limit));
    chats.set(chat, own);
    const full = [tenant, ...own].filter((budget) => !budget.take(now));
    return Math.max(0, ...full.map((budget) => budget.freeIn(now)));
  };
}

/** So many messages take so long at the least: as many as fit go at once, then as many with each window. */
export const floorMs = (messages: number): number =>
  (Math.ceil(messages / tenantLimit.places) - 1) * tenantLimit.windowMs;
