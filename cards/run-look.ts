import type { Words } from './words/index.ts';

/** The last look at what became of a run, and when the next one is. */
export type LookView = { at: Date | null; nextAt: Date | null };

/** `found`: what the last look brought. */
export function lookSentences(look: LookView & { found?: readonly string[]; now: Date }, words: Words): string[] {
  const { at, nextAt, now, found = [] } = look;
  const looked = at ? [words.say('board.looked', { time: words.when(at, now) })] : [];
  const next = nextAt ? [words.say('board.looks-next', { time: words.short(nextAt, now) })] : [];
  return [...looked, ...found, ...next];
}
