import { failuresOnly, olderThan, untilCheckIn, untilDone, watchedThings } from '../knowledge/watch-phrases.ts';
import { deviceWords } from './find-words.ts';
import type { Pasted } from './paste.ts';
import { lengthAt, lengthAtEnd, type Token, textOf, tokensOf, trimmed, visible } from './said-tokens.ts';

/** What somebody wants to watch, as far as their words tell. */
export type WatchSaid = { thing: Thing; failuresOnly: boolean };

type Until = 'check-in' | 'done' | null;

type Thing =
  /** Which devices: an attached file may tell. */
  | { kind: 'nothing'; until: Until }
  /** One that cannot be watched. */
  | { kind: 'age' }
  | { kind: 'autopilot' }
  | { kind: 'run'; number: number | null }
  | { kind: 'device'; words: string; until: Until }
  | { kind: 'devices'; pasted: Pasted; until: Until }
  /** `words`: empty where there may be only one. */
  | { kind: 'connector'; words: string; olderThanMs: number | null };

const hourMs = 60 * 60_000;
/** Longer than a watch lasts, it would never be told. */
const oldestMs = 90 * 24 * hourMs;

/** `autopilot`, `device IPAD-07 until it checks in`, `exchange EX01 older than 24 h`, `run 17 failures only`, `IPAD-07`. Pure. */
export function watchSaid(typed: string): WatchSaid {
  const last = withoutFailures(visible(typed));
  const { text, olderThanMs } = withoutAge(last.text);
  const first = withoutFailures(text);
  const isKnown = olderThanMs === null || (olderThanMs > 0 && olderThanMs <= oldestMs);
  const thing: Thing = isKnown ? thingIn(first.text, olderThanMs) : { kind: 'age' };
  return { thing, failuresOnly: last.found || first.found };
}

/** They may be said before the age, or after it. */
function withoutFailures(text: string): { text: string; found: boolean } {
  const said = trimmed(tokensOf(text));
  const atEnd = lengthLast(said, failuresOnly);
  return atEnd === 0 ? { text, found: false } : { text: text.slice(0, said.at(-atEnd)?.start), found: true };
}

/** At the end, or all there is. */
const lengthLast = (tokens: readonly Token[], phrases: Parameters<typeof lengthAt>[2]): number =>
  lengthAt(tokens, 0, phrases) === tokens.length ? tokens.length : lengthAtEnd(tokens, phrases);

/** Longer than any way to say an age; the pattern would take minutes for thousands of line breaks. */
const longestAge = 120;

function withoutAge(said: string): { text: string; olderThanMs: number | null } {
  const text = said.replace(/(?<![\s,;])[\s,;]+$/, '');
  const found = olderThan.exec(text.slice(-longestAge));
  if (!found) return { text, olderThanMs: null };
  const [whole, count = '0', unit = 'h'] = found;
  const ms = Number(count) * (/^(?:[hч]|st)/iu.test(unit) ? hourMs : 24 * hourMs);
  return { text: text.slice(0, text.length - whole.length), olderThanMs: ms };
}

function thingIn(text: string, olderThanMs: number | null): Thing {
  const tokens = trimmed(tokensOf(text));
  const plain = tokens.slice(0, tokens.length - lengthAtEnd(tokens, [...untilDone, ...untilCheckIn]));
  const after = (things: keyof typeof watchedThings) => lengthAt(plain, 0, watchedThings[things]);
  const rest = (length: number) => textOf(trimmed(plain.slice(length)));
  if (tokens.length === 0) return { kind: 'nothing', until: null };
  if (after('autopilot') === plain.length) return { kind: 'autopilot' };
  if (after('connector') > 0) return { kind: 'connector', words: rest(after('connector')), olderThanMs };
  if (olderThanMs !== null) return { kind: 'connector', words: rest(0), olderThanMs };
  if (after('run') > 0 || /^(?:№|#)?\d{1,9}$/.test(textOf(tokens)))
    return { kind: 'run', number: numberIn(rest(after('run'))) };
  return deviceIn(text, tokens.slice(after('device')));
}

/** What the database's integers can hold. */
const mostRuns = 2_147_483_647;

function numberIn(text: string): number | null {
  const number = Number(/^(?:№|#|no\.?|nr\.?|n)?\s*(\d{1,10})$/iu.exec(text)?.[1] ?? Number.NaN);
  return number > 0 && number <= mostRuns ? number : null;
}

/** One, or a list of them: on several lines, with separators, or joined by "and". "These devices" says nothing of which. */
function deviceIn(text: string, tokens: readonly Token[]): Thing {
  const [checkIn, done] = [lengthLast(tokens, untilCheckIn), lengthLast(tokens, untilDone)];
  const until = checkIn > 0 ? 'check-in' : done > 0 ? 'done' : null;
  const named = trimmed(tokens.slice(0, tokens.length - Math.max(checkIn, done)));
  const said = deviceWords(text.slice(named[0]?.start ?? text.length, named.at(-1)?.end));
  if (said.kind === 'none') return { kind: 'nothing', until };
  if (said.kind === 'list') return { kind: 'devices', pasted: said.pasted, until };
  return { kind: 'device', words: textOf(named), until };
}
