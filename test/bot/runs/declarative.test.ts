import fc from 'fast-check';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { readyMemory } from '../../helpers/ready.ts';
import { openParts, type RunParts, standingClock } from './parts.ts';
import { answers, type Deed, deviceCount, itemCount, openStory } from './payload-story.ts';

let store: Store;
let parts: RunParts;
beforeAll(async () => {
  store = await openStore(await readyMemory());
  // Graph's windows are short, because they are not told by the clock that stands still.
  parts = await openParts(store, standingClock(), { limits: () => ({ windowMs: 100, places: 200 }) });
});
afterAll(async () => {
  await parts.close();
  await store.close();
});

const second = 1_000;
const who = fc.constantFrom(0 as const, 1 as const);
const device = fc.nat(deviceCount - 1);
const someOf = (count: number, minLength = 1) => fc.uniqueArray(fc.nat(count - 1), { minLength, maxLength: count });
const stop = fc.option(
  fc.record({ at: fc.integer({ min: 1, max: 16 }), how: fc.constantFrom('dies' as const, 'waits' as const) }),
);

const rarely = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: stop });

const wish = {
  who,
  // Mostly the first one, so that people get in each other's way.
  devices: fc.oneof(
    { weight: 2, arbitrary: fc.constant<number[]>([0]) },
    { weight: 1, arbitrary: someOf(deviceCount) },
  ),
  intent: fc.oneof(
    { weight: 3, arbitrary: fc.constant('remove' as const) },
    { weight: 2, arbitrary: fc.constant('restore' as const) },
  ),
  items: fc.oneof({ weight: 4, arbitrary: someOf(itemCount) }, { weight: 1, arbitrary: fc.constant('all' as const) }),
};

const deeds: readonly { weight: number; arbitrary: fc.Arbitrary<Deed> }[] = [
  { weight: 9, arbitrary: fc.record({ deed: fc.constant('asks'), ...wish, stop: rarely }) },
  { weight: 3, arbitrary: fc.record({ deed: fc.constant('plans'), ...wish }) },
  { weight: 4, arbitrary: fc.record({ deed: fc.constant('presses run'), who, stop: rarely }) },
  {
    weight: 14,
    arbitrary: fc.record({
      deed: fc.constant('steps'),
      ...{ from: fc.nat(9), only: fc.boolean(), twice: fc.boolean() },
      stop: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: stop }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('an old step'), which: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('goes on') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: fc.constant('time'),
      ms: fc.constantFrom(second, 11 * second, 70 * second, 200 * second),
    }),
  },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('dies'), alone: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('elsewhere'), device, items: someOf(itemCount, 0) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: fc.constant('graph'),
      answers: fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[])),
    }),
  },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('cancels'), who }) },
];

/** Tells a story, and what was wrong in it. */
async function told(deeds: readonly Deed[]): Promise<readonly string[]> {
  await store.db.deleteFrom('run').execute();
  parts.graph.reset();
  const story = openStory(parts);
  for (const deed of deeds) await story.happens(deed);
  await story.ends();
  return story.broken;
}

const removes = (who: 0 | 1, item: number): Deed[] => [
  { deed: 'plans', who, devices: [0], intent: 'remove', items: [item] },
  { deed: 'presses run', who, stop: null },
];
const due: Deed = { deed: 'steps', from: 0, only: false, twice: false, stop: null };
const one = { deed: 'steps', only: true, twice: false, stop: null } as const;

describe('a device has what the last confirmed preview promised, or the run says that nothing was sent', () => {
  test('when a start is held up after it read the device, while somebody else starts on it and is seen', async () => {
    const start: Deed = { ...one, from: 0, stop: { at: 2, how: 'waits' } };
    const others: Deed[] = [
      { ...one, from: 1 },
      { deed: 'time', ms: 11 * second },
      { ...one, from: 1 },
    ];
    // Both had seen the device as it was before.
    const [anas, jons] = [removes(0, 0), removes(1, 1)];
    expect(await told([...anas, ...jons, start, ...others, { deed: 'goes on' }])).toEqual([]);
  });

  test.each([
    ['what had been asked for', [0]],
    ['that and more', [0, 1]],
  ])('when Graph failed, and the admin center does %s', async (_, items) => {
    const deeds: Deed[] = [
      ...removes(0, 0),
      { deed: 'graph', answers: 'an error' },
      due,
      { deed: 'elsewhere', device: 0, items },
      { deed: 'time', ms: second },
      due,
    ];
    expect(await told(deeds)).toEqual([]);
  });

  test('when the process of whoever restores dies right after the run was written', async () => {
    const deeds: Deed[] = [
      ...removes(0, 0),
      ...[due, due, { deed: 'time', ms: 11 * second } as const],
      { deed: 'asks', who: 0, devices: [0], intent: 'restore', items: [0], stop: { at: 3, how: 'dies' } },
      due,
    ];
    expect(await told(deeds)).toEqual([]);
  });

  test('when a process dies right after its write, and the admin center undoes that before anybody has looked', async () => {
    const deeds: Deed[] = [
      { deed: 'plans', who: 0, devices: [1], intent: 'remove', items: [0] },
      { deed: 'presses run', who: 0, stop: null },
      { ...due, stop: { at: 7, how: 'dies' } },
      { deed: 'elsewhere', device: 1, items: [] },
    ];
    expect(await told(deeds)).toEqual([]);
  });

  /** `DECLARATIVE_RUNS=1000` for a long look; a failure prints the seed and path that tell the same story again. */
  const numRuns = Number(process.env['DECLARATIVE_RUNS'] ?? 25);

  test('whatever two people, crashes and Graph do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...deeds), { minLength: 6, maxLength: 30, size: 'max' }), async (deeds) => {
        expect(await told(deeds)).toEqual([]);
      }),
      { numRuns },
    );
  }, 600_000);
});
