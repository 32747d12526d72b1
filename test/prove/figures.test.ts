import { benchGoals, ofFuzz, ofStories, ofTests } from './figures.ts';

const held = (figures: readonly { what: string; held: boolean }[]) => figures.map((one) => [one.what, one.held]);

describe('a figure of a proof', () => {
  test('each goal of a bench is one, and one that falls short is missed', () => {
    const printed =
      'a table\nturn: help: CPU by echo 0.45 (0.50), FALLS SHORT help: p99 ms at 32 at once 31.2 (25.0)\n';
    expect(benchGoals(printed)).toEqual([
      { what: 'help: CPU by echo', figure: '0.45', goal: '0.50', held: true },
      { what: 'help: p99 ms at 32 at once', figure: '31.2', goal: '25.0', held: false },
    ]);
  });

  test('thousands in the name of a goal are no two goals, and a goal that could not be measured here is told as such', () => {
    const printed =
      'steps: rows a second on PGlite 676 (at least 300), 1,000 enqueued in ms 41.0 (at most 100), more processes by one skipped';
    expect(held(benchGoals(printed))).toEqual([
      ['rows a second on PGlite', true],
      ['1,000 enqueued in ms', true],
      ['more processes by one', true],
    ]);
  });

  test('a story or a claim that broke is one too many', () => {
    expect(held(ofStories('seed 7: told twice\n1000 stories, 1 broken; 6.9 simulated days in 100.0 s'))).toEqual([
      ['stories broken, of 1000 in 6.9 simulated days', false],
    ]);
    const printed = '20000 inputs, 0 of 90 claims failed; 9 s, 8.1 seeds a second, the slowest input took 1200 ms';
    expect(held(ofFuzz(printed))).toEqual([
      ['claims failed, of 20000 inputs', true],
      ['the slowest input, ms', false],
    ]);
  });

  test('a test that failed is missed among those that held', () => {
    expect(held(ofTests('Tests:       1 failed, 4 passed, 5 total'))).toEqual([['tests', false]]);
    expect(held(ofTests('Tests:       5 passed, 5 total'))).toEqual([['tests', true]]);
  });

  test('what says nothing proves nothing', () => {
    const silence = [...ofFuzz(''), ...ofStories(''), ...ofTests('')];
    expect(silence.map((one) => one.held)).toEqual([false, false, false, false]);
    expect(benchGoals('')).toEqual([]);
  });
});
