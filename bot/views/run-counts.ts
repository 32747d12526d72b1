import type { Words } from '../../cards/words/index.ts';
import type { Counts, Verdict } from '../runs/run.ts';

/** As they are told: what went well first. */
const order: readonly Verdict[] = ['done', 'failed', 'silent', 'refused', 'cancelled'];

/** Of a run on several: what became of how many; nothing where there was one only. */
export function countsLine(counts: Counts, words: Words): string[] {
  const some = order.flatMap((verdict) => {
    const count = counts[verdict] ?? 0;
    return count > 0 ? [{ verdict, count }] : [];
  });
  if (some.reduce((sum, { count }) => sum + count, 0) < 2) return [];
  return [words.row(some.map(({ verdict, count }) => words.say(`board.count.${verdict}`, { count })))];
}
