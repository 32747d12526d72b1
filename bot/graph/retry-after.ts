import type { Clock } from '../ports.ts';

const longestMs = 24 * 60 * 60 * 1000;

/**
 * `Retry-After` as a moment: whole or fractional seconds, or an HTTP date. Anything else, or more than a day, is no answer.
 * Graph leaves it out, writes fractions and lower case (graph-contract 7.2). How long is waited then depends on what was asked: a
 * table in `bot/DECISIONS.md`, under "Being polite to Graph".
 */
export function retryAtFor(header: string | null, clock: Clock): Date | null {
  const ms = header === null ? null : waitMsFor(header.trim(), clock.now().getTime());
  return ms === null || ms < 0 || ms > longestMs ? null : new Date(clock.now().getTime() + ms);
}

/** The three forms of RFC 9110, 5.6.7; the last one has no zone and is GMT all the same. */
const httpDate =
  /^(\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT|\w{6,9}, \d\d-\w{3}-\d\d [\d:]{8} GMT|\w{3} \w{3} [ \d]\d [\d:]{8} \d{4})$/i;

function waitMsFor(text: string, now: number): number | null {
  if (/^\d+([.,]\d+)?$/.test(text)) return Math.ceil(Number(text.replace(',', '.')) * 1000);
  if (!httpDate.test(text)) return null;
  const at = Date.parse(/gmt$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
