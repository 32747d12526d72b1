import type { Words } from './words/index.ts';

/** When something is done, in a time zone: once, or every week on some days, Monday is 1 and Sunday 7. */
export type RuleView = { zone: string; time: string } & (
  | { kind: 'once'; day: string }
  | { kind: 'weekly'; days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[] }
);

/** `every weekday at 06:00`, with its zone where that is not the reader's. */
export function ruleLine(rule: RuleView, words: Words): string {
  const said = rule.kind === 'once' ? onceLine(rule, words) : weeklyLine(rule, words);
  return rule.zone === words.zone ? said : words.say('schedule.rule.zone', { rule: said, zone: rule.zone });
}

const onceLine = ({ day, time }: Extract<RuleView, { kind: 'once' }>, words: Words) =>
  words.say('schedule.rule.once', { day: words.date(new Date(`${day}T00:00:00Z`)), time });

const weeklyLine = ({ days, time }: Extract<RuleView, { kind: 'weekly' }>, words: Words) =>
  words.say('schedule.rule.weekly', { days: ruleDays(days, words), time });

/** `every weekday`, `every Monday and Thursday`. */
export function ruleDays(days: Extract<RuleView, { kind: 'weekly' }>['days'], words: Words): string {
  const group = groups[days.join('')];
  if (group) return words.say(`schedule.days.${group}`);
  return words.say('schedule.days', { days: words.list(days.map((day) => words.say(`schedule.on.${day}`))) });
}

const groups: Record<string, 'daily' | 'weekdays' | 'weekend'> = {
  '1234567': 'daily',
  '12345': 'weekdays',
  '67': 'weekend',
};
