import { type Platform, platformOf } from './platforms.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A stretch of time after enrolment, and how often a device checks in during it. */
type Stretch = { forMs: number; everyMs: number };

/** Estimates of Microsoft's, for a device that checks in by itself (memdocs, device-profile-troubleshoot, "Policy refresh intervals"). */
const afterEnrolment: Record<Platform, readonly Stretch[]> = {
  windows: [
    { forMs: 15 * minuteMs, everyMs: 3 * minuteMs },
    { forMs: 2 * hourMs, everyMs: 15 * minuteMs },
  ],
  android: [
    { forMs: 15 * minuteMs, everyMs: 3 * minuteMs },
    { forMs: 2 * hourMs, everyMs: 15 * minuteMs },
  ],
  ios: [{ forMs: hourMs, everyMs: 15 * minuteMs }],
  macos: [{ forMs: hourMs, everyMs: 15 * minuteMs }],
};

const usualMs = 8 * hourMs;

export type SeenDevice = { os: string; enrolledAt: Date | null; lastSyncAt: Date | null; now: Date };

/** `nextAt` is null where nothing was heard of the device yet, or where its time has passed without a word. */
export type CheckIn = { everyMs: number; nextAt: Date | null };

/**
 * How often a device checks in by itself, and when it should next. Null for a platform without a documented rhythm. Without the
 * time of enrolment the usual rhythm is told, which a fresh device beats.
 */
export function checkInOf({ os, enrolledAt, lastSyncAt, now }: SeenDevice): CheckIn | null {
  const platform = platformOf(os);
  if (!platform) return null;
  const everyMs = enrolledAt ? rhythmAt(platform, now.getTime() - enrolledAt.getTime()) : usualMs;
  const nextAt = lastSyncAt && new Date(lastSyncAt.getTime() + everyMs);
  return { everyMs, nextAt: nextAt && nextAt > now ? nextAt : null };
}

function rhythmAt(platform: Platform, ageMs: number): number {
  let endMs = 0;
  for (const { forMs, everyMs } of afterEnrolment[platform]) {
    endMs += forMs;
    if (ageMs < endMs) return everyMs;
  }
  return usualMs;
}
