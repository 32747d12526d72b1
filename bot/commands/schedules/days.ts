import { type Weekday, weekdays, weekend, workdays } from '../../schedules/rule.ts';

/** Days as people say them: again and again, or once. */
export type DaysSaid =
  | { kind: 'weekly'; days: readonly Weekday[] }
  /** So many days from today. */
  | { kind: 'in-days'; days: number }
  /** The next one of these. */
  | { kind: 'coming'; day: Weekday }
  | { kind: 'dated'; day: string }
  /** A date that no calendar has. */
  | { kind: 'no-day' };

/** Where a day or a time was taken out; for private use, so nobody’s own. */
export const gap = '\u{f0001}';

/** The days that were said, and everything else that was. */
export type DaysFound = { said: DaysSaid | null; rest: string };

/** Neither a letter nor a digit, and no hyphen: what stands around a word, those of every language. `MON-EX01` is a name. */
const before = '(?<![\\p{L}\\p{N}\\p{Pd}])';
const after = '(?![\\p{L}\\p{N}\\p{Pd}])';
export const word = (pattern: string) => new RegExp(`${before}(?:${pattern})${after}`, 'iu');

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
const again = word(
  `(every |each |on |по |кажд\\p{L}+ |во? |jeden |an jedem |am )?((?:${anyName})(?:(?:, | and |, and | и | und )(?:${anyName}))*)`,
);
const eachOf = /^(?:every|each|по|кажд|jede|an jede)/iu;
const plural = /(?:days|ам|ям|и|ы|tags|wochs|abends)$/iu;
const iso = word('(?:on |am )?(\\d{4}-\\d{2}-\\d{2})');
const dotted = word('(?:am )?(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})');

/** What is said of days is taken out, so that the rest can be read for itself. */
export function daysIn(text: string): DaysFound {
  for (const [pattern, said] of groups) if (pattern.test(text)) return { said, rest: text.replace(pattern, gap) };
  return datedIn(text) ?? namedIn(text) ?? { said: null, rest: text };
}

function datedIn(text: string): DaysFound | null {
  const [whole, day] = iso.exec(text) ?? [];
  if (whole && day) return { said: dated(day), rest: text.replace(whole, gap) };
  const [dots, d, m, year] = dotted.exec(text) ?? [];
  if (!dots || !d || !m) return null;
  return { said: dated(`${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`), rest: text.replace(dots, gap) };
}

const dated = (day: string): DaysSaid => (isDay(day) ? { kind: 'dated', day } : { kind: 'no-day' });

/** One that the calendar has; the 30th of February is none. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** "Every Monday", "Mondays" are each one; "on Monday" is the next one. */
function namedIn(text: string): DaysFound | null {
  const [whole, lead = '', listed = ''] = again.exec(text) ?? [];
  if (!whole) return null;
  const days = weekdays.filter((day) => word(names[day]).test(listed));
  const rest = text.replace(whole, gap);
  const [day, ...others] = days;
  const isOnce = day && others.length === 0 && !eachOf.test(lead) && !plural.test(listed);
  return { said: isOnce ? { kind: 'coming', day } : weekly(days), rest };
}
