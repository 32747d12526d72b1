import { normal } from './understand.ts';

/** What stands between *help* and what it is about, in this order. */
const leading = [
  /^(?:me|us|мне|нам|mir|uns)\s+/u,
  /^(?:on|with|about|for|по|о|об|про|с|со|zu|zum|zur|mit|bei|beim|über|für)\s+/u,
  /^(?:the|den|dem|der|die|das)\s+/u,
];

/** Said about oneself, or to everybody. */
const nothingMore = /^(?:me|us|there|all|everyone|everybody|team|мне|нам|всем|mir|uns|zusammen|alle|allerseits)?$/u;

/**
 * What somebody may want help with: as they said it, and with ever fewer of the words that lead to it, because "on call" is a command
 * and "on settings" is none. Empty where they want all of it.
 */
export function subjectsOf(typed: string): string[] {
  const subjects = [normal(typed)];
  for (const words of leading) subjects.push((subjects.at(-1) ?? '').replace(words, ''));
  return nothingMore.test(subjects.at(-1) ?? '') ? [] : [...new Set(subjects)];
}
