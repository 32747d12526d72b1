import { readFileSync } from 'node:fs';

/** One row of the table. */
export type Figure = { what: string; figure: string; goal: string; held: boolean };

const atMost = (what: string, value: string | undefined, most: number): Figure => ({
  ...{ what, figure: value ?? 'not said', goal: `at most ${most}` },
  // What was not measured did not hold.
  held: Number(value?.replaceAll(',', '') ?? Number.NaN) <= most,
});

export function ofFuzz(output: string): Figure[] {
  const [, inputs, failed, slowestMs] = /(\d+) inputs, (\d+) of \d+ claims failed;.* took (\d+) ms/.exec(output) ?? [];
  return [
    atMost(`claims failed, of ${inputs ?? 'no'} inputs`, failed, 0),
    atMost('the slowest input, ms', slowestMs, 1_000),
  ];
}

export function ofStories(output: string): Figure[] {
  const [, stories, broken, days] = /^(\d+) stories, (\d+) broken; (\S+) simulated days/m.exec(last(output)) ?? [];
  return [atMost(`stories broken, of ${stories ?? 'none'} in ${days ?? 'no'} simulated days`, broken, 0)];
}

/** Jest says how many there are only once they are over. */
export function ofTests(output: string): Figure[] {
  const [, counts] = /^Tests: +(.*\d+ total)$/m.exec(output) ?? [];
  const held = counts !== undefined && !counts.includes('failed');
  return [{ what: 'tests', figure: counts ?? 'not told', goal: 'all hold', held }];
}

/** A line such as `steps: rows by plain 0.9 (at least 0.5), FALLS SHORT p99 ms 41 (at most 30)`. */
export function benchGoals(output: string): Figure[] {
  const [, list] = /^\w[\w-]*: (.* \([^()]+\).*)$/m.exec(last(output, /^\w[\w-]*: .*\(/)) ?? [];
  return (list?.split(', ') ?? []).map(goalIn);
}

function goalIn(text: string): Figure {
  const [, short, what = text, figure = '', goal = ''] =
    /^(FALLS SHORT )?(.*?)(?: (\S+))?(?: \(([^()]+)\))?$/.exec(text) ?? [];
  return { what, figure, goal, held: short === undefined };
}

/** What the command has written is looked at itself. */
export function inPackage(output: string): Figure[] {
  const [, file] = /^The app package: (.+\.zip)$/m.exec(output) ?? [];
  const bytes = file === undefined ? undefined : String(readFileSync(file).length);
  return [atMost('bytes', bytes, 200_000)];
}

/** The last line like this one. */
const last = (output: string, like = /\S/): string =>
  output
    .split('\n')
    .filter((line) => like.test(line))
    .at(-1) ?? '';
