import type { Told } from './story.ts';

/** Those who read of it more often than once. */
export const toldAgain = ({ boards, others }: Told): number =>
  [...boards.map(({ length }) => length), ...others.flatMap(({ times }) => times)]
    .map((times) => Math.max(0, times - 1))
    .reduce((sum, again) => sum + again, 0);

/** Those who never read of it. */
const untold = ({ boards, others }: Told): number =>
  [...boards.map(({ length }) => length), ...others.flatMap(({ times }) => times)].filter((times) => times === 0)
    .length;

const secondsOf = (ms: number) => (ms / 1_000).toFixed(0);

/** What came of it, in one line. */
export function sentenceOf(told: Told): string {
  const { boards, kills, restarts, faultsMs, allMs, writes, others } = told;
  const verdicts = Object.entries(Object.groupBy(boards.flat(), (verdict) => verdict));
  const counted = verdicts.map(([verdict, { length = 0 } = []]) => `${length} ${verdict}`).join(', ');
  const times = `${secondsOf(faultsMs)} s of faults, ${secondsOf(allMs)} s in all`;
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const besides = others.map(
    ({ what, runs, writes: made, times: heard }) =>
      `, ${what}: ${runs} runs, ${made} writes, told ${sum(heard)} times (${heard.length} people)`,
  );
  const counts = `${sum(writes)} writes (${writes.filter((count) => count > 1).length} devices twice), ${sum(boards.map(({ length }) => length))} verdicts read`;
  return `${boards.length} runs, ${kills} kills, ${restarts} restarts of the database: ${counted}; ${counts}; ${toldAgain(told)} told twice (${(toldAgain(told) / kills).toFixed(2)} a kill), ${untold(told)} not told${besides.join('')}; ${times}`;
}
