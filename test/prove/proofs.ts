import { enough } from '../manifest/made.ts';
import { benchGoals, type Figure, inPackage, ofFuzz, ofStories, ofTests } from './figures.ts';

/** One of the project's commands, and how its figures are read from what it prints. */
export type Proof = {
  name: string;
  /** As after `npm run`. */
  command: readonly string[];
  minutesAtMost: number;
  figures(output: string): readonly Figure[];
  env?: Record<string, string>;
};

const bench = (name: string, ...options: string[]): Proof => ({
  name,
  command: ['bench', '--', name, ...options],
  minutesAtMost: 8,
  figures: benchGoals,
});

const tests = (name: string, ...files: string[]): Proof => ({
  name,
  command: ['test', '--', '--runTestsByPath', ...files],
  minutesAtMost: 4,
  figures: ofTests,
});

/** Short forms, so that all of it fits into half an hour on two cores; what takes longer is in each one's README. */
export const proofs: readonly Proof[] = [
  { name: 'fuzz', command: ['fuzz', '--', '20000'], minutesAtMost: 6, figures: ofFuzz },
  { name: 'simulation', command: ['simulate', '--', '1000'], minutesAtMost: 10, figures: ofStories },
  tests('kills', 'test/scenarios/killed.test.ts'),
  tests('database', 'test/scenarios/failing-database.test.ts'),
  tests('upgrade', 'test/upgrade/upgrade.test.ts'),
  tests('clocks', 'test/scenarios/clock-jumps.test.ts'),
  { name: 'package', command: ['package'], minutesAtMost: 1, figures: inPackage, env: enough },
  bench('turn', '--rounds', '2', '--turns', '500'),
  bench('press', '--presses', '60'),
  bench('steps', '--rounds', '1'),
  bench('fan-out', '--rounds', '1'),
  bench('payloads', '--devices', '100', '--rounds', '1'),
  bench('stampede'),
  bench('soak', '--minutes', '2'),
  bench('load', '--people', '300', '--runs', '5000', '--seconds', '10', '--crowd', '1500'),
];
