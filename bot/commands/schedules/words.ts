import { hourOfDay } from '../../knowledge/local-time.ts';
import { zoneNamed } from '../../knowledge/zones.ts';
import { quoted } from '../quotes.ts';
import { type DaysSaid, daysIn } from './days.ts';
import { gap, word } from './patterns.ts';
import { minutesIn } from './spans.ts';

/** When something is to be done, as far as it was said, and what is. */
export type ScheduleSaid = {
  days: DaysSaid | null;
  /** As `06:00`. */
  time: string | null;
  /** So many minutes from now; then neither a day nor a time of day was read. */
  after: number | null;
  zone: string | null;
  /** Whenever Intune takes the next one. */
  whenOpen: boolean;
  /** Everything else that was said, as it was typed. */
  rest: string;
};

const opening = word(
  'when(?: the)?(?: autopilot)? (?:clock|window|it) opens|as soon as (?:the clock|it) opens|когда (?:откро\\p{L}+ )?(?:часы|окно)(?: откро\\p{L}+)?|когда откро\\p{L}+|(?:sobald|wenn) (?:das (?:autopilot-)?fenster|es) (?:wieder )?(?:öffnet|aufgeht|offen ist)',
);

/** Nothing in quotes is a day or a time: it is a name. */
export function scheduleSaid(typed: string): ScheduleSaid {
  const names = [...typed.matchAll(inQuotes)].map(([name]) => name);
  const { rest, ...said } = unquotedSaid(typed.replace(ours, '').replace(inQuotes, placeholder));
  return { ...said, rest: rest.replaceAll(placeholder, () => names.shift() ?? '') };
}

const inQuotes = new RegExp(`(?<=^|[\\s,;])(?:${quoted})(?=[\\s,;:.!?]|$)`, 'gu');
/** For private use: no letter, no digit, and nobody's own. */
const placeholder = '\u{f0000}';
const ours = new RegExp(`[${placeholder}${gap}]`, 'gu');

function unquotedSaid(typed: string): ScheduleSaid {
  const text = typed.replace(/[\s\u200b-\u200d\ufeff]+/g, ' ').trim();
  const whenOpen = opening.test(text);
  const { zone, rest } = zoneIn(text.replace(opening, gap));
  const after = minutesIn(rest);
  if (after) return { days: null, time: null, after: after.count, zone, whenOpen, rest: leftOf(after.rest) };
  const days = daysIn(rest);
  const timed = timeIn(days.rest);
  return { days: days.said, time: timed.time, after: null, zone, whenOpen, rest: leftOf(timed.rest) };
}

const leftOf = (text: string) =>
  withoutFillers(text)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;]+|(?<![\s,.;!])[\s,.;!]+$/g, '');

/** Whether anything was said of when. */
export const isTimed = ({ days, time, after, whenOpen }: Omit<ScheduleSaid, 'rest'>): boolean =>
  days !== null || time !== null || after !== null || whenOpen;

const filler = `${word('for|на|für|fuer|please|пожалуйста|bitte').source}|(?<!\\S)\\p{Pd}+(?!\\S)`;
const besideTime = new RegExp(`(?:${filler})(?=[\\s,]{0,4}${gap})|(?<=${gap}[\\s,]{0,4})(?:${filler})`, 'giu');

/** "for" tomorrow, at nine "please": beside a day or a time they say nothing. */
const withoutFillers = (text: string) => text.replaceAll(gap, ` ${gap} `).replace(besideTime, ' ').replaceAll(gap, ' ');

/** A place with a slash in it, as time zones are called. */
const place = /(?<![\p{L}\p{N}_/])(?:[A-Za-z_]+(?:\/[A-Za-z_+-]+\d*)+|UTC)(?![\p{L}\p{N}/])/u;

function zoneIn(text: string): { zone: string | null; rest: string } {
  const [said] = place.exec(text) ?? [];
  const zone = said ? zoneNamed(said) : null;
  return said && zone ? { zone, rest: text.replace(said, gap) } : { zone: null, rest: text };
}

const clock = word('(?:(?:at|во?|к|um) )?(\\d{1,2})[:.](\\d{2})(?: ?([ap])\\.?m| ?uhr)?');
const hour = word(
  "(?:(?:at|во?|к) )?(\\d{1,2}) ?([ap])\\.?m|(?:at|во?|к|um) (\\d{1,2})(?: ?(?:o[’']?clock|час\\p{L}*|uhr))?|(\\d{1,2}) uhr",
);
const noon = word('(?:at |в |um )?(?:noon|полдень|zwölf uhr mittags)');
const midnight = word('(?:at |в |um )?(?:midnight|полночь|mitternacht)');

/** "В 6 утра", "в 9 вечера"; behind "в", since three days are "3 дня" too. */
const partOfDay = word('(во? (?:[1-9]|1[0-2])(?:[:.]\\d{2})?) (?:(утра)|дня|вечера)');

function timeIn(said: string): { time: string | null; rest: string } {
  const text = said.replace(partOfDay, (_, at: string, morning?: string) => `${at} ${morning ? 'a' : 'p'}m`);
  const [whole, h, m, half] = clock.exec(text) ?? [];
  if (whole) return taken(text, whole, clockTime(Number(h), Number(m), half));
  const [only, halved, which, behind, before] = hour.exec(text) ?? [];
  if (only) return taken(text, only, clockTime(Number(halved ?? behind ?? before), 0, which));
  if (noon.test(text)) return { time: '12:00', rest: text.replace(noon, gap) };
  if (midnight.test(text)) return { time: '00:00', rest: text.replace(midnight, gap) };
  return { time: null, rest: text };
}

/** What is no time of a day stays where it was. */
const taken = (text: string, whole: string, time: string | null) =>
  time === null ? { time, rest: text } : { time, rest: text.replace(whole, gap) };

/** `half`: a or p, of a day that is counted in two halves. */
function clockTime(said: number, minutes: number, half: string | undefined): string | null {
  const hours = hourOfDay(said, half);
  return hours <= 23 && minutes <= 59 ? `${twoDigits(hours)}:${twoDigits(minutes)}` : null;
}

const twoDigits = (count: number) => String(count).padStart(2, '0');
