import { type ActionName, actionNames } from '../actions/define.ts';
import { phrases } from '../knowledge/phrases.ts';
import type { HistoryWish } from '../views/history.ts';
import { phrasesOf } from './action-phrases.ts';
import { quoted, unquoted } from './quotes.ts';
import { lengthAt, lengthAtEnd, tokensOf } from './said-tokens.ts';

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
/** In front of what ran; a name may begin with one, too. */
const articles = phrases('the', 'der', 'die', 'das');

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

type Ran = { action: ActionName | null; rest: string };

/** What ran is named first or last; in the middle it is a part of a name. */
function ranIn(words: string): Ran {
  const tokens = tokensOf(words);
  const start = lengthAt(tokens, 0, articles);
  for (const action of actionNames) {
    const first = lengthAt(tokens, start, phrasesOf(action));
    if (first > 0) return { action, rest: words.slice(tokens[start + first]?.start ?? words.length) };
    const last = lengthAtEnd(tokens, phrasesOf(action));
    if (last > 0) return { action, rest: words.slice(0, tokens.at(-last)?.start).trim() };
  }
  return { action: null, rest: words };
}

/**
 * `mine`, `30 days`, `yesterday`, `autopilot`, and whatever else there is as the name of a device or connector; what is quoted is
 * always a name.
 */
export function historyWishFrom(text: string): HistoryWish {
  const name = new RegExp(quoted, 'u').exec(text)?.[0] ?? null;
  const words = (name ? text.replace(name, ' ') : text).replace(/\s+/gu, ' ');
  const { said, days } = spanIn(words);
  const left = words.replace(said, ' ').replace(mine, ' ').trim();
  const { action, rest } = ranIn(left.replace(leading, ''));
  const on = (name ? unquoted(name) : rest.replace(leading, '')).slice(0, longestName);
  return {
    mine: mine.test(words),
    days,
    action,
    on: on === '' ? null : on,
  };
}
