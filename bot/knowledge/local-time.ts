/** Times of day in a zone, with its changes between summer and winter. Minutes count from midnight there. */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What clocks there show, as if it were UTC. */
function shownMs(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

export function minutesAt(zone: string, at: Date): number {
  const shown = new Date(shownMs(zone, at));
  return shown.getUTCHours() * 60 + shown.getUTCMinutes();
}

/**
 * The next moment after `at` at which clocks there show it. Where they skip it, the first one after the gap; where they show it
 * twice, the first of both: as the times of schedules are (`schedules/next-time.ts`).
 */
export function nextTimeOfDay(zone: string, minutes: number, at: Date): Date {
  const midnight = Math.floor(shownMs(zone, at) / dayMs) * dayMs;
  const found = [0, 1, 2].map((day) => momentShowing(zone, midnight + day * dayMs + minutes * minuteMs));
  return found.find((one) => one > at) ?? new Date(at.getTime() + dayMs);
}

/** As far from UTC as clocks are a day before, or a day after. */
function momentShowing(zone: string, wantedMs: number): Date {
  const possible = [wantedMs - dayMs, wantedMs + dayMs].map((ms) => momentFor(zone, wantedMs, ms));
  const earliest = Math.min(...possible);
  const shows = [earliest, ...possible].find((ms) => shownMs(zone, new Date(ms)) === wantedMs);
  return new Date(shows ?? afterGap(zone, wantedMs, earliest));
}

/** `from`: before the gap. */
function afterGap(zone: string, wantedMs: number, from: number): number {
  let at = from;
  while (shownMs(zone, new Date(at)) < wantedMs) at += minuteMs;
  return at;
}

/** When clocks show it that are as far from UTC as those at this moment. */
const momentFor = (zone: string, wantedMs: number, atMs: number) => wantedMs - (shownMs(zone, new Date(atMs)) - atMs);

export type QuietHours = { from: number; to: number };

const hoursSaid =
  /^\s*(\d{1,2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?\s*$/i;

/** `22:00-07:00`, `10pm-7am`, with any dash; null for anything else, and for a time that never ends. */
export function quietHoursIn(text: string): QuietHours | null {
  const found = hoursSaid.exec(text);
  if (!found) return null;
  const [, fromHour, fromMinute = '0', fromHalf, toHour, toMinute = '0', toHalf] = found;
  const from = hourOfDay(Number(fromHour), fromHalf) * 60 + Number(fromMinute);
  const to = hourOfDay(Number(toHour), toHalf) * 60 + Number(toMinute);
  const isTime = (minutes: number, past: string) => minutes < 24 * 60 && Number(past) < 60;
  return isTime(from, fromMinute) && isTime(to, toMinute) && from !== to ? { from, to } : null;
}

/** `half`: a or p, of a day that is counted in two halves; not a number where that has no such hour. */
export function hourOfDay(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** When they end, if it is one of them now. */
export function quietUntil({ from, to }: QuietHours, zone: string, now: Date): Date | null {
  const minutes = minutesAt(zone, now);
  const isQuiet = from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  return isQuiet ? nextTimeOfDay(zone, to, now) : null;
}

/** `07:05` */
export const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
