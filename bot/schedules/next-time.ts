import { Cron } from 'croner';
import type { Rule } from './rule.ts';

/**
 * The next time after a moment; null where there is none. Where clocks are set forward, a time that does not exist is the first
 * one after the gap; where they are set back, a time that exists twice counts once.
 */
export function nextTime(rule: Rule, zone: string, after: Date): Date | null {
  return new Cron(patternFor(rule), { timezone: zone, paused: true }).nextRun(after);
}

/** Seconds, minutes, hours, day, month, weekdays, and a year where it is to be once. */
function patternFor(rule: Rule): string {
  const [hours, minutes] = rule.time.split(':').map(Number);
  const time = `0 ${minutes} ${hours}`;
  if (rule.kind === 'weekly') return `${time} * * ${rule.days.join(',')}`;
  const [year, month, day] = rule.day.split('-').map(Number);
  return `${time} ${day} ${month} * ${year}`;
}
