import type { Limit } from './limits.ts';

/**
 * How many requests were answered when, the oldest first: pure, so that it can lie in memory or in a row. Milliseconds. Of several
 * kept as one number, `since` is when the first was, and `at` the last.
 *
 * A request counts while it is on its way and for one window after its answer, so that no window of the service can ever hold more
 * than its limit, whenever it begins.
 */
export type Answers = readonly Answered[];
type Answered = { since: number; at: number; count: number };

export const noAnswers: Answers = [];

/** A clock of whole milliseconds may show an answer up to one too early. */
const clockMs = 1;

export type Moment = { now: number; onTheWay: number };

/** How long until one more may go, beside those on their way. */
export function waitMs(answers: Answers, limits: readonly Limit[], moment: Moment): number {
  let longest = 0;
  for (const limit of limits) longest = Math.max(longest, waitFor(answers, limit, moment));
  return longest;
}

function waitFor(answers: Answers, { windowMs, places }: Limit, { now, onTheWay }: Moment): number {
  const lastsMs = windowMs + clockMs;
  let from = answers.length;
  let free = places - onTheWay;
  // From the newest: most conversations have an hour behind them of which only the last moments count for a short limit.
  for (let one = answers[from - 1]; one && one.at + lastsMs > now; one = answers[from - 1]) {
    free -= one.count;
    from -= 1;
  }
  return free > 0 ? 0 : freeIn(answers.slice(from), 1 - free, lastsMs - now);
}

/** When so many will have left. */
function freeIn(counting: Answers, missing: number, afterMs: number): number {
  let left = missing;
  for (const { at, count } of counting) {
    left -= count;
    if (left <= 0) return at + afterMs;
  }
  // It depends on those on their way, which are answered now at the earliest.
  return Number.POSITIVE_INFINITY;
}

/** Beyond this, a minute's answers are kept as one number: an hour holds many. */
const exactMs = 60_000;

/** From so many on it is worth tidying up. */
const many = 64;

/** One more was answered. */
export const withAnswer = (answers: Answers, limits: readonly Limit[], now: number): Answers => [
  ...(answers.length < many ? answers : tidied(answers, limits, now)),
  { since: now, at: now, count: 1 },
];

/** What counts for none of the limits any more is forgotten. */
function tidied(answers: Answers, limits: readonly Limit[], now: number): Answers {
  const longestMs = Math.max(...limits.map(({ windowMs }) => windowMs));
  const kept: Answered[] = [];
  for (const one of answers) if (one.at + longestMs + clockMs > now) keep(kept, one, now);
  return kept;
}

/** Old ones of one minute lie under the time of the last of them: none leaves too early, and none more than a minute too late. */
function keep(kept: Answered[], one: Answered, now: number): void {
  const last = kept.at(-1);
  if (last && one.at + exactMs < now && one.at - last.since < exactMs)
    kept[kept.length - 1] = { ...last, at: one.at, count: last.count + one.count };
  else kept.push(one);
}
