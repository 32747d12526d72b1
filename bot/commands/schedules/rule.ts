import { minutesAt, timeOfDay } from '../../knowledge/local-time.ts';
import { nextTime } from '../../schedules/next-time.ts';
import { type Rule, type Weekday, weekdays } from '../../schedules/rule.ts';
import { isDay } from './dates.ts';
import type { DaysSaid } from './days.ts';

/** What somebody said, as a rule in a zone, or what is wrong with it: no time, a day that no calendar has, or it would never run. */
export type RuleSaid = { kind: 'rule'; rule: Rule; zone: string } | { kind: Complaint };
export type Complaint = 'time' | 'day' | 'past';

type Said = { days: DaysSaid | null; time: string | null; after?: number | null; zone: string };

/** Pure. A time without a day is the next such time. */
export function ruleFor({ days: said, time, after, zone }: Said, now: Date): RuleSaid {
  if (after) return ruleAfter(after, { zone, now });
  const days = daysHere(said, { zone, now });
  if (days?.kind === 'no-day') return { kind: 'day' };
  if (time === null) return { kind: 'time' };
  const rule = days ? ruleOn(days, time, { zone, now }) : comingRule(time, { zone, now });
  return nextTime(rule, zone, now) ? { kind: 'rule', rule, zone } : { kind: 'past' };
}

/** To the minute. Where clocks are set back, a time that comes for the second time is none of a rule there, but it is one in UTC. */
function ruleAfter(minutes: number, { zone, now }: Here): RuleSaid {
  const at = new Date(Math.floor(now.getTime() / 60_000 + minutes) * 60_000);
  const [there, inUtc] = [zone, 'UTC'].map((one) => ({
    zone: one,
    rule: { kind: 'once', day: dayIn(one, at), time: timeOfDay(minutesAt(one, at)) } as const,
  }));
  const comes = there && nextTime(there.rule, there.zone, now)?.getTime() === at.getTime() ? there : inUtc;
  return comes ? { kind: 'rule', ...comes } : { kind: 'past' };
}

export type KnownDays = Exclude<DaysSaid, { kind: 'no-day' | 'next' | 'yearless' }>;
type Here = { zone: string; now: Date };

/** What depends on today becomes a date: a form may come back on another day. */
export function daysHere(days: DaysSaid | null, here: Here): KnownDays | { kind: 'no-day' } | null {
  if (days?.kind === 'next')
    return { kind: 'dated', day: dayAfter(dayIn(here.zone, here.now), daysTo(days.day, here) || 7) };
  return days?.kind === 'yearless' ? datedSoon(days.date, dayIn(here.zone, here.now)) : days;
}

/** Today is still to come. The 29th of February comes within eight years. */
function datedSoon(date: string, today: string): KnownDays | { kind: 'no-day' } {
  const year = Number(today.slice(0, 4));
  const found = Array.from({ length: 9 }, (_, later) => `${year + later}-${date}`).find(
    (day) => day >= today && isDay(day),
  );
  return found ? { kind: 'dated', day: found } : { kind: 'no-day' };
}

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
  const first = daysTo(day, here);
  const rule = onceIn(first, time, here);
  return nextTime(rule, here.zone, here.now) ? rule : onceIn(first + 7, time, here);
}

/** None, if it is today. */
const daysTo = (day: Weekday, { zone, now }: Here) => (day - weekdayOf(dayIn(zone, now)) + 7) % 7;

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
export function daysValue(days: KnownDays | { kind: 'no-day' } | null): string {
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

/** The days of a rule, as a form sends them. */
export const ruleDaysValue = (rule: Rule): string =>
  daysValue(rule.kind === 'weekly' ? rule : { kind: 'dated', day: rule.day });

/** Null where a form was sent without days, or with some that it did not offer. */
export function daysFrom(value: string): KnownDays | null {
  const [kind, sent = ''] = value.split(':');
  const days = weekdays.filter((day) => sent.includes(String(day)));
  const [first] = days;
  if (kind === 'weekly' && first) return { kind, days };
  if (kind === 'coming' && first) return { kind, day: first };
  if (kind === 'in' && /^\d{1,4}$/.test(sent)) return { kind: 'in-days', days: Number(sent) };
  return kind === 'on' && isDay(sent) ? { kind: 'dated', day: sent } : null;
}
