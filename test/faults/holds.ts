import { sentenceOf, toldAgain } from './sentence.ts';
import type { Told } from './story.ts';

/** What must be true however much was killed. */
export function expectNothingLost(told: Told, runs: number): void {
  console.log(sentenceOf(told));
  expect(told.troubles).toEqual([]);
  expect(told.boards).toHaveLength(runs);
  expect(told.boards.filter(({ length }) => length === 0)).toEqual([]);
  expect(told.writes.filter((count) => count > 1)).toEqual([]);
  const done = told.boards.map((verdicts) => verdicts.includes('Done'));
  expect(told.writes.filter((count, at) => done[at] && count === 0)).toEqual([]);
  expect(told.others.filter(({ runs, writes }) => writes > runs)).toEqual([]);
  expect(told.others.filter(({ times }) => times.includes(0))).toEqual([]);
  expect(toldAgain(told)).toBeLessThanOrEqual(told.kills);
}
