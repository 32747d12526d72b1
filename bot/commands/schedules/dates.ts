import { gap, word } from './patterns.ts';

/** A day of the calendar, as it was said. */
export type DateSaid =
  | { kind: 'dated'; day: string }
  /** Of this year or of the next one. As `12-01`. */
  | { kind: 'yearless'; date: string }
  /** A date that no calendar has. */
  | { kind: 'no-day' };

type Found = { said: DateSaid; rest: string };

const months: readonly string[] = [
  ...['jan(?:uar[y]?)?|январ[ья]|янв', 'feb(?:ruar[y]?)?|феврал[ья]|фев', 'mar(?:ch)?|märz?|maerz|марта?|мар'],
  ...['apr(?:il)?|апрел[ья]|апр', 'ma[yi]|ма[йя]', 'june?|juni|июн[ья]|июн', 'july?|juli|июл[ья]|июл'],
  ...['aug(?:ust)?|августа?|авг', 'sept?(?:ember)?|сентябр[ья]|сент?', 'o[ck]t(?:ober)?|октябр[ья]|окт'],
  ...['nov(?:ember)?|ноябр[ья]|нояб?', 'de[cz](?:ember)?|декабр[ья]|дек'],
];
const month = `(${months.join('|')})\\.?`;

const iso = word('(?:on |am )?(\\d{4}-\\d{2}-\\d{2})');
const dotted = word('(?:am )?(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})');
const year = '(?:,? (20\\d{2})(?: ?года| ?г\\.?)?(?![:.]\\d))?';
/** In "06:00 december 1" and "at 6 december 1" the number before the month is a time. */
const dayFirst = word(
  `(?:on |am )?(?:the )?(?<![:.]|(?:at|um) )(\\d{1,2})(?:st|nd|rd|th|\\p{Pd}?(?:го|е))?\\.? ?(?:of )?${month}${year}`,
);
const monthFirst = word(`(?:on )?${month} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![:.]\\d| ?[ap]\\.?m)${year}`);

/** What stands behind the number of a day; a day behind it again is one of its own. */
const asMonth = new RegExp(`^${month}(?!\\p{L}| \\d{1,2}(?:st|nd|rd|th)?(?![\\d:.]| ?[ap]\\.?m))`, 'iu');
export const beginsWithMonth = (text: string): boolean => asMonth.test(text);

/** The date that was said is taken out. */
export function datedIn(text: string): Found | null {
  const [whole, day] = iso.exec(text) ?? [];
  if (whole && day) return { said: dated(day), rest: text.replace(whole, gap) };
  const [dots, d, m, y] = dotted.exec(text) ?? [];
  if (dots && d && m) return { said: dated(`${y}-${twoDigits(m)}-${twoDigits(d)}`), rest: text.replace(dots, gap) };
  return namedMonthIn(text);
}

function namedMonthIn(text: string): Found | null {
  const [first, firstDay, firstMonth, firstYear] = dayFirst.exec(text) ?? [];
  if (first && firstDay && firstMonth)
    return { said: datedBy(firstDay, firstMonth, firstYear), rest: text.replace(first, gap) };
  const [said, name, day, inYear] = monthFirst.exec(text) ?? [];
  return said && name && day ? { said: datedBy(day, name, inYear), rest: text.replace(said, gap) } : null;
}

function datedBy(day: string, name: string, inYear: string | undefined): DateSaid {
  const number = 1 + months.findIndex((one) => new RegExp(`^(?:${one})$`, 'iu').test(name));
  const date = `${twoDigits(String(number))}-${twoDigits(day)}`;
  if (inYear) return dated(`${inYear}-${date}`);
  return isDay(`${aLeapYear}-${date}`) ? { kind: 'yearless', date } : { kind: 'no-day' };
}

const aLeapYear = 2000;

const dated = (day: string): DateSaid => (isDay(day) ? { kind: 'dated', day } : { kind: 'no-day' });

/** One that the calendar has; the 30th of February is none. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const twoDigits = (count: string) => count.padStart(2, '0');
