import { normal } from './understand.ts';

/** What stands between *help* and what it is about. */
const leading = /^(?:on|with|about|for|по|о|об|про|с|со|zu|zum|zur|mit|bei|über|für)\s+/u;

/** Said to be polite, or about oneself. */
const nothingMore = /^(?:me|us|there|мне|нам|mir)?\s*(?:please|пожалуйста|bitte)?$/u;

/** What somebody wants help with; empty where they want all of it. */
export function subjectOf(typed: string): string {
  const said = normal(typed).replace(leading, '');
  return nothingMore.test(said) ? '' : said;
}
