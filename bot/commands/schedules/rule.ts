import { nextTime } from '../../schedules/next-time.ts';
import { type Rule, type Weekday, weekdays } from '../../schedules/rule.ts';
import { type DaysSaid, isDay } from './days.ts';

/** What somebody said, as a rule, or what is wrong with it: no time, a day that no calendar has, or it would never run. */
export type RuleSaid = { kind: 'rule'; rule: Rule } | { kind: Complaint };
export type Complaint = 'time' | 'day' | 'past';

type Said = { days: DaysSaid | null; time: string | null; zone: string };

/** Pure. A time without a day is the next such time. */
export function ruleFor({ days, time, zone }: Said, now: Date): RuleSaid {
  if (days?.kind === 'no-day') return { kind: 'day' };
  if (time === null) return { kind: 'time' };
  const rule = days ? ruleOn(days, time, { zone, now }) : comingRule(time, { zone, now });
  return nextTime(rule, zone, now) ? { kind: 'rule', rule } : { kind: 'past' };
}

export type KnownDays = Exclude<DaysSaid, { kind: 'no-day' }>;
type Here = { zone: string; now: Date };

function ruleOn(days: KnownDays, time: string, here: Here): Rule {
  switch (days.kind) {
    case 'weekly':
      return { kind: 'weekly', days: [...days.days], time };
    case 'dated':
      return { kind: 'once', day: days.day, time };
    case 'in-days':
      return onceIn(days.days, time, here);
    case 'coming':
      return comingOn(days.day, time, here);
  }
}

const onceIn = (days: number, time: string, { zone, now }: Here): Rule => ({
  ...{ kind: 'once', time },
  day: dayAfter(dayIn(zone, now), days),
});

/** Today if that time is still to come, else tomorrow. */
function comingRule(time: string, here: Here): Rule {
  const today = onceIn(0, time, here);
  return nextTime(today, here.zone, here.now) ? today : onceIn(1, time, here);
}

function comingOn(day: Weekday, time: string, here: Here): Rule {
  const first = (day - weekdayOf(dayIn(here.zone, here.now)) + 7) % 7;
  const rule = onceIn(first, time, here);
  return nextTime(rule, here.zone, here.now) ? rule : onceIn(first + 7, time, here);
}

/** Which day it is there, as `2026-11-25`. */
const dayIn = (timeZone: string, now: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/** Days of the calendar have no zone. */
function dayAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Days as a form sends them. */
export function daysValue(days: DaysSaid | null): string {
  if (days === null) return '';
  switch (days.kind) {
    case 'weekly':
      return `weekly:${days.days.join('')}`;
    case 'dated':
      return `on:${days.day}`;
    case 'in-days':
      return `in:${days.days}`;
    case 'coming':
      return `coming:${days.day}`;
    case 'no-day':
      return '';
  }
}

/** Null where a form was sent without days, or with some that it did not offer. */
export function daysFrom(value: string): KnownDays | null {
  const [kind, sent = ''] = value.split(':');
  const days = weekdays.filter((day) => sent.includes(String(day)));
  const [first] = days;
  if (kind === 'weekly' && first) return { kind, days };
  if (kind === 'coming' && first) return { kind, day: first };
  if (kind === 'in' && /^\d$/.test(sent)) return { kind: 'in-days', days: Number(sent) };
  return kind === 'on' && isDay(sent) ? { kind: 'dated', day: sent } : null;
}
