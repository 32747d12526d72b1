/** What was measured against what is to be reached; `npm run prove` reads the line. */
import { short } from './figures.ts';

export type Goal = { text: string; met: boolean };

const written = (value: number) => (value === 0 ? '0' : short(value));

export const atMost = (what: string, value: number, most: number): Goal => ({
  text: `${what} ${written(value)} (${written(most)})`,
  // Nothing measured is nothing met.
  met: value <= most,
});

export const atLeast = (what: string, value: number, least: number): Goal => ({
  text: `${what} ${written(value)} (${written(least)})`,
  met: value >= least,
});

/** One line of figures; the exit code says whether all of them are met. */
export function sayGoals(bench: string, goals: readonly Goal[]): void {
  console.log(`${bench}: ${goals.map(({ text, met }) => (met ? text : `FALLS SHORT ${text}`)).join(', ')}`);
  if (goals.some(({ met }) => !met)) process.exitCode = 1;
}
