import type { Told } from './story.ts';

/** Those who read of it more often than once. */
export const toldAgain = ({ boards }: Told): number =>
  boards.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);

/** What came of it, in one line. */
export function sentenceOf(told: Told): string {
  const { boards, kills, restarts, seconds } = told;
  const verdicts = Object.entries(Object.groupBy(boards.flat(), (verdict) => verdict));
  const counted = verdicts.map(([verdict, { length = 0 } = []]) => `${length} ${verdict}`).join(', ');
  const times = `${seconds.faults.toFixed(0)} s of faults, ${seconds.all.toFixed(0)} s in all`;
  return `${boards.length} runs, ${kills} kills, ${restarts} restarts of the database: ${counted}; ${toldAgain(told)} told twice; ${times}`;
}
