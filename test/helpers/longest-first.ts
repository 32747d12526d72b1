import { createRequire } from 'node:module';

// Its types speak of the CommonJS module alone.
const jests = createRequire(import.meta.url)('@jest/test-sequencer') as typeof import('@jest/test-sequencer');

/**
 * Whatever begins last ends last: these take twenty seconds and more, so everything else is told beside them. What waits, what
 * computes and what has a browser take turns.
 */
const longest = [
  'scenarios/refusals',
  'scenarios/payloads-pasted-list',
  'browser/practice-page',
  'simulation/simulation',
  'browser/sign-in-pages',
  'scenarios/restart',
  'browser/payloads',
  'scenarios/sign-in-killed',
  'simulation/planted',
  'browser/gallery',
  'scenarios/deliveries',
  'scenarios/outbox',
  'browser/forms',
  'scenarios/history',
  'scenarios/sign-in-trouble',
  'scenarios/sign-in-at-rest',
  'scenarios/bad-ends',
  'browser/exchange',
  'scenarios/watches-night-on-call',
  'scenarios/sign-in-sealed',
  'scenarios/killed',
  'scenarios/sign-in-later',
  'scenarios/autopilot-before-rollout',
  'bot/runs/declarative',
  'scenarios/run-files',
  'browser/files',
  'scenarios/approvals-lasting',
  'bot/runs/queue',
  'scenarios/approvals',
  'scenarios/health',
  'scenarios/payloads-one-ipad',
  'scenarios/payloads-hostile',
  'bot/runs/sign-in',
  'scenarios/payloads-found',
  'scenarios/log-and-metrics',
  'scenarios/schedules',
  'upgrade/upgrade',
  'scenarios/reachability',
  'scenarios/payloads-successor',
  'scenarios/failing-database',
  'fuzz/turns',
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
