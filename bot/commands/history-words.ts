import type { HistoryWish } from '../views/history.ts';
import { quoted, unquoted } from './quotes.ts';

/** Longer than any name that Intune takes. */
const longestName = 256;

const mine = /(?<=^|\s)(?:mine|my|me|meine|meiner|mir|мои|моя|моё|мое)(?=\s|$)/iu;
const lately =
  '(?:for |in )?(?:the )?(?:last|past)|(?:(?:für |in )?(?:die|der|den) |im |seit )?letzte[nr]?|(?:(?:за|на) )?(?:последн|прошл)\\p{L}{2}|за';
/** `30 days`, `last 30 days`, and `last week` for one of them. */
const span = new RegExp(
  `(?<=^|\\s)(?:(?:(?:${lately}|seit) )?(\\d{1,4}) ?|(?:${lately}) )(day|week|month|tag|woche|monat|дн|день|недел|месяц)\\p{L}*(?=\\s|$)`,
  'iu',
);
/** Whole days back from now, so that all of it is among what is shown. */
const named = /(?<=^|\s)(?:(?:за|от|of|for|von|für|seit) )?(?:(today|сегодня|heute)|yesterday|вчера|gestern)(?=\s|$)/iu;
const leading = /^(?:of|on|for|about|на|для|по|о|об|auf|von|über|für)\s+/iu;

const daysIn: Readonly<Record<string, number>> = {
  day: 1,
  tag: 1,
  woche: 7,
  monat: 30,
  дн: 1,
  день: 1,
  week: 7,
  недел: 7,
  month: 30,
  месяц: 30,
};

function spanIn(words: string): { said: string; days: number | null } {
  const [said, count = '1', unit = ''] = span.exec(words) ?? [''];
  if (said) return { said, days: Math.max(1, Number(count)) * (daysIn[unit.toLowerCase()] ?? 1) };
  const [day = '', today] = named.exec(words) ?? [];
  return { said: day, days: day === '' ? null : today ? 1 : 2 };
}

/** `mine`, `30 days`, `yesterday`, and whatever else there is as the name of a device or connector; what is quoted is always a name. */
export function historyWishFrom(text: string): HistoryWish {
  const name = new RegExp(quoted, 'u').exec(text)?.[0] ?? null;
  const words = (name ? text.replace(name, ' ') : text).replace(/\s+/gu, ' ');
  const { said, days } = spanIn(words);
  const rest = words.replace(said, ' ').replace(mine, ' ').trim().replace(leading, '');
  const on = (name ? unquoted(name) : rest).slice(0, longestName);
  return {
    mine: mine.test(words),
    days,
    on: on === '' ? null : on,
  };
}
