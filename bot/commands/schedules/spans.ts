import { gap, word } from './patterns.ts';

/** How long from now, and everything else that was said. */
type Found = { count: number; rest: string };

const spelled: readonly string[] = [
  ...['one|an?|один|одну|одни|ein(?:e[mnr]?)?', 'two|два|две|двое|zwei', 'three|три|трое|drei', 'four|четыре|vier'],
  ...['five|пять|fünf|fuenf', 'six|шесть|sechs', 'seven|семь|sieben', 'eight|восемь|acht', 'nine|девять|neun'],
  'ten|десять|zehn',
];
const whole = `\\d{1,3}|${spelled.join('|')}`;

const minute = 'min(?:\\.|utes?|uten)?|мин(?:\\.|ут[уы]?)?';
const hour = 'h|hrs?\\.?|hours?|std\\.?|stunden?|час(?:а|ов)?|ч\\.?';
const day = 'days?|tag(?:en)?|день|дн(?:я|ей)|сут(?:ки|ок)';
const week = 'weeks?|wochen?|недел[юиь]';
const halfAnHour = 'half an hour|(?:einer )?halben stunde|пол ?часа';
const hourAndHalf = '(?:an|one) hour and a half|one and a half hours|(?:anderthalb|eineinhalb) stunden|полтора часа';

const minutesFromNow = word(
  `(?:in|через) (?:(${halfAnHour})|(${hourAndHalf})|(?:(\\d{1,2}[.,]5|${whole}) ?)?(?:${hour})(?:(?: and| и| und)? (${whole}) ?(?:${minute}))?)`,
);
const onlyMinutes = word(`(?:in|через) (?:(${whole}) ?)?(?:${minute})`);
const daysFromNow = word(`(?:in|через) (?:(${whole}) ?)?(?:(?:${day})|(${week}))`);

/** "In 2 hours", "через полчаса", "in 90 Minuten". */
export function minutesIn(text: string): Found | null {
  const [hours, isHalf, isMore, of, beside] = minutesFromNow.exec(text) ?? [];
  if (hours && isHalf) return found(text, hours, 30);
  if (hours && isMore) return found(text, hours, 90);
  if (hours) return found(text, hours, 60 * counted(hours, of) + (beside ? counted(hours, beside) : 0));
  const [minutes, count] = onlyMinutes.exec(text) ?? [];
  return minutes ? found(text, minutes, counted(minutes, count)) : null;
}

/** "In 3 days", "через неделю". */
export function daysAway(text: string): Found | null {
  const [said, count, isWeeks] = daysFromNow.exec(text) ?? [];
  // Every other day, or the day after tomorrow: that is open.
  if (!said || /^через день$/iu.test(said)) return null;
  return found(text, said, (isWeeks ? 7 : 1) * counted(said, count));
}

/** None of them is no time that is to come. */
const found = (text: string, said: string, count: number): Found | null =>
  count > 0 ? { count, rest: text.replace(said, gap) } : null;

/** "Через час" is one; "in hours" is none. */
function counted(said: string, count: string | undefined): number {
  if (count === undefined) return /^in /iu.test(said) ? 0 : 1;
  const number = Number(count.replace(',', '.'));
  return Number.isNaN(number) ? 1 + spelled.findIndex((one) => new RegExp(`^(?:${one})$`, 'iu').test(count)) : number;
}
