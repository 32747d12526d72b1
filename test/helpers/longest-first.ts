import { createRequire } from 'node:module';

// Its types speak of the CommonJS module alone.
const jests = createRequire(import.meta.url)('@jest/test-sequencer') as typeof import('@jest/test-sequencer');

/** Whatever begins last ends last: these take a minute and more, so everything else is told beside them. */
const longest = [
  'scenarios/refusals',
  'scenarios/payloads-d2',
  'simulation/simulation',
  'scenarios/sign-in-sealed',
  'scenarios/approvals-lasting',
  'scenarios/killed',
  'scenarios/sign-in-at-rest',
  'scenarios/restart',
  'scenarios/sign-in-trouble',
  'scenarios/payloads-d1',
  'scenarios/sign-in-killed',
  'scenarios/history',
  'bot/runs/sign-in',
  'scenarios/payloads-hostile',
  'scenarios/health',
  'simulation/planted',
  'browser/practice-page',
  'browser/sign-in-pages',
];

const rankOf = (path: string) => {
  const found = longest.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return found === -1 ? longest.length : found;
};

type Tests = Parameters<InstanceType<typeof jests.default>['sort']>[0];

/** On a fresh clone jest knows of no durations and goes by the size of the files. */
// biome-ignore lint/style/noDefaultExport: jest takes a sequencer as a module's default export.
export default class LongestFirst extends jests.default {
  override async sort(tests: Tests): Promise<Tests> {
    return (await super.sort(tests)).toSorted((one, other) => rankOf(one.path) - rankOf(other.path));
  }
}
