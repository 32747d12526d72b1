import { card } from './kit/card.ts';
import { choice, subtle, text, typed } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { type RuleView, ruleDays } from './schedule-rule.ts';
import type { Words } from './words/index.ts';

/** On which days and at what time; what was filled in before is kept. */
export type ScheduleFormView = {
  practice: boolean;
  now: Date;
  /** What is to be done. */
  title: string;
  what: string | null;
  zone: string;
  days: readonly DaysChoice[];
  chosen: string;
  time: string;
  missed: 'run' | 'skip';
  complaint: ScheduleComplaint | null;
  buttons: readonly PressButton[];
};

/** What was wrong with what was said or sent. */
export type ScheduleComplaint = 'time' | 'day' | 'past';

/** Days that can be chosen, and what the form sends for them. */
export type DaysChoice = { value: string; days: Days };
export type Days =
  /** So many days from today. */
  | { kind: 'in-days'; days: number }
  | { kind: 'dated'; day: string }
  /** The next one of these. */
  | { kind: 'coming'; day: Weekdays[number] }
  | { kind: 'weekly'; days: Weekdays };
type Weekdays = Extract<RuleView, { kind: 'weekly' }>['days'];

export function scheduleForm(view: ScheduleFormView, words: Words): Card {
  return card(words, {
    title: words.say('schedule.form.title', { title: view.title }),
    practice: view.practice,
    body: [
      ...(view.complaint ? [text(words.say(`schedule.form.${view.complaint}`), { weight: 'Bolder' })] : []),
      ...(view.what === null ? [] : [text(view.what)]),
      daysInput(view, words),
      timeInput(view, words),
      missedInput(view, words),
      subtle(words.say('schedule.form.nothing-yet')),
    ],
    actions: view.buttons.map(pressButton),
  });
}

const daysInput = ({ days, chosen }: ScheduleFormView, words: Words) =>
  choice({
    id: 'days',
    label: words.say('schedule.form.days'),
    style: 'compact',
    value: chosen,
    choices: days.map((one) => ({ title: daysTitle(one.days, words), value: one.value })),
  });

function daysTitle(days: Days, words: Words): string {
  switch (days.kind) {
    case 'weekly':
      return ruleDays(days.days, words);
    case 'dated':
      return words.weekdayAndDate(new Date(`${days.day}T00:00:00Z`));
    case 'coming':
      return words.say('schedule.form.coming', { day: words.say(`schedule.day.${days.day}`) });
    case 'in-days':
      return words.say('schedule.form.in-days', { count: days.days });
  }
}

const timeInput = ({ time, zone }: ScheduleFormView, words: Words) =>
  typed({
    id: 'time',
    label: words.say('schedule.form.at', { zone }),
    value: time,
    placeholder: '06:00',
    maxLength: 40,
  });

const missedInput = ({ missed }: ScheduleFormView, words: Words) =>
  choice({
    id: 'missed',
    label: words.say('schedule.form.missed'),
    style: 'compact',
    value: missed,
    choices: (['run', 'skip'] as const).map((one) => ({ title: words.say(`schedule.form.missed.${one}`), value: one })),
  });
