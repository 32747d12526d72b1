import { type Weekday, weekdays, weekend, workdays } from '../../schedules/rule.ts';
import { type DateSaid, datedIn } from './dates.ts';
import { gap, word } from './patterns.ts';
import { daysAway } from './spans.ts';

/** Days as people say them: again and again, or once. */
export type DaysSaid =
  | { kind: 'weekly'; days: readonly Weekday[] }
  /** So many days from today. */
  | { kind: 'in-days'; days: number }
  /** The next one of these. */
  | { kind: 'coming'; day: Weekday }
  /** The first one of these after today. */
  | { kind: 'next'; day: Weekday }
  | DateSaid;

/** The days that were said, and everything else that was. */
export type DaysFound = { said: DaysSaid | null; rest: string };

/** Beside a time that can only be in the evening; "tonight at 9" may be meant either way, so it is not guessed at. */
const evening = '(?:1[7-9]|2[0-3])(?:[:.]\\d{2}| uhr)|\\d ?p\\.?m|вечера';
const tonight = word(`(?:tonight|сегодня вечером|heute abend)(?:(?=.{1,40}(?:${evening}))|(?<=(?:${evening}).{1,40}))`);

const groups: readonly (readonly [RegExp, DaysSaid])[] = [
  [
    word('(?:every|each) (?:weekday|working day|work ?day)|(?:on )?(?:weekdays|workdays|working days)'),
    weekly(workdays),
  ],
  [
    word('кажд(?:ый|ые) (?:будн\\p{L}+|рабоч\\p{L}+) (?:день|дни)|по (?:будн\\p{L}+|рабочим)(?: дням)?|в будни'),
    weekly(workdays),
  ],
  [
    word('(?:jeden|an jedem) (?:werktag|arbeitstag|wochentag)|werktags|wochentags|an werktagen|montags? bis freitags?'),
    weekly(workdays),
  ],
  [word('(?:jedes|an jedem) wochenende|an wochenenden'), weekly(weekend)],
  [word('(?:every|each) weekend|(?:on |at )?weekends'), weekly(weekend)],
  [word('по выходным(?: дням)?|кажд(?:ый|ые) выходн\\p{L}+|в выходные'), weekly(weekend)],
  [word('(?:every|each) day|daily|каждый день|ежедневно|jeden tag|täglich|taeglich'), weekly(weekdays)],
  [word('(?:the )?day after tomorrow|послезавтра|übermorgen|uebermorgen'), { kind: 'in-days', days: 2 }],
  [word('tomorrow|завтра|morgen'), { kind: 'in-days', days: 1 }],
  [tonight, { kind: 'in-days', days: 0 }],
  [word('today|сегодня|heute'), { kind: 'in-days', days: 0 }],
];

function weekly(days: readonly Weekday[]): DaysSaid {
  return { kind: 'weekly', days };
}

const names: Record<Weekday, string> = {
  1: 'mon(?:day)?s?|понедельник(?:ам|и)?|пн|montags?',
  2: 'tue(?:s|sday)?s?|вторник(?:ам|и)?|вт|dienstags?',
  3: 'wed(?:nesday)?s?|сред(?:а|у|ам|ы)|ср|mittwochs?',
  4: 'thu(?:rs|rsday)?s?|четверг(?:ам|и)?|чт|donnerstags?',
  5: 'fri(?:day)?s?|пятниц(?:а|у|ам|ы)|пт|freitags?',
  6: 'sat(?:urday)?s?|суббот(?:а|у|ам|ы)|сб|samstags?|sonnabends?',
  7: 'sun(?:day)?s?|воскресень(?:е|я|ям)|вс|sonntags?',
};

const anyName = Object.values(names).join('|');
const next = '(?:on |am |во? )?(?:next|следующ\\p{L}+|nächste[nmr]?|naechste[nmr]?|kommende[nmr]?) ';
const again = word(
  `(${next}|every |each |(?:on )?this |on |по |кажд\\p{L}+ |(?:во? )?(?:эт\\p{L}+|ближайш\\p{L}+) |во? |jeden |an jedem |(?:an )?diese[nmr]? |am )?((?:${anyName})(?:(?:, | and |, and | и | und )(?:${anyName}))*)`,
);
const isNext = new RegExp(`^${next}`, 'iu');
const single = /^(?:on )?this|^(?:во? )?(?:эт|ближайш)|^(?:an )?diese/iu;
const eachOf = /^(?:every|each|по|кажд|jede|an jede)/iu;
const plural = /(?:days|ам|ям|и|ы|tags|wochs|abends)$/iu;
/** What is said of days is taken out, so that the rest can be read for itself. */
export function daysIn(text: string): DaysFound {
  for (const [pattern, said] of groups) if (pattern.test(text)) return { said, rest: text.replace(pattern, gap) };
  return datedIn(text) ?? awayIn(text) ?? namedIn(text) ?? { said: null, rest: text };
}

function awayIn(text: string): DaysFound | null {
  const away = daysAway(text);
  return away && { said: { kind: 'in-days', days: away.count }, rest: away.rest };
}

/** "Every Monday", "Mondays" are each one; "on Monday" is the next one, which may be today, "next Monday" may not. */
function namedIn(text: string): DaysFound | null {
  const [whole, lead = '', listed = ''] = again.exec(text) ?? [];
  if (!whole) return null;
  const days = weekdays.filter((day) => word(names[day]).test(listed));
  const rest = text.replace(whole, gap);
  const [day, ...others] = days;
  const isOnce = day && others.length === 0 && !eachOf.test(lead) && !plural.test(listed);
  if (isOnce) return { said: { kind: isNext.test(lead) ? 'next' : 'coming', day }, rest };
  // "Next Mondays", "this Monday and Friday": neither once nor every week.
  return isNext.test(lead) || single.test(lead) ? null : { said: weekly(days), rest };
}
