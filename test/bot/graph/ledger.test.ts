import fc from 'fast-check';
import { answered, batchSize, type Ledger, newLedger, take } from '../../../bot/graph/ledger.ts';
import { play, type Rules, type Story, spellings, startedAt } from './virtual-service.ts';

const windowMs = 20_000;
const lease = 60_000;

/** Takes places and fails the test where there are none. */
function taken(ledger: Ledger, id: string, count: number, now: number): Ledger {
  const result = take(ledger, { id, count, now });
  expect(result.count).toBe(count);
  return result.ledger;
}
const wentWell = (ledger: Ledger, id: string, now: number) => answered(ledger, { id, refused: 0, retryAt: null, now });
const proven = (places: number): Ledger => ({ ...newLedger({ windowMs, places }), proven: true });

describe('a place', () => {
  test('is held while its request is in flight, however long that takes', () => {
    const full = taken(proven(20), 'a', 20, 0);
    expect(take(full, { id: 'b', count: 20, now: 59_999 })).toMatchObject({ count: 0, at: null });
  });

  test('is held for one window after its answer, and is free a moment later', () => {
    const full = wentWell(taken(proven(20), 'a', 20, 0), 'a', 500);
    expect(take(full, { id: 'b', count: 20, now: 20_500 })).toMatchObject({ count: 0, at: 20_501 });
    expect(take(full, { id: 'b', count: 20, now: 20_501 }).count).toBe(20);
  });

  test('comes back although its owner has died: a lease and a window later', () => {
    const full = taken(proven(20), 'a', 20, 0);
    expect(take(full, { id: 'b', count: 20, now: lease }).count).toBe(0);
    expect(take(full, { id: 'b', count: 20, now: lease + windowMs }).count).toBe(0);
    expect(take(full, { id: 'b', count: 20, now: lease + windowMs + 1 }).count).toBe(20);
  });

  test('of a limit smaller than a batch is given all the same', () => {
    expect(take(proven(3), { id: 'a', count: 20, now: 0 }).count).toBe(3);
    expect(take(newLedger({ windowMs, places: 1 }), { id: 'a', count: 20, now: 0 }).count).toBe(1);
  });

  test('is not given away twice by an answer that comes twice', () => {
    const once = wentWell(taken(proven(20), 'a', 20, 0), 'a', 500);
    expect(wentWell(once, 'a', 600)).toEqual(once);
  });

  test('comes back within one window where the clock was set back by an hour', () => {
    const full = wentWell(taken(proven(20), 'a', 20, 3_600_000), 'a', 3_600_500);
    const seen = take(full, { id: 'b', count: 20, now: 0 });
    expect(seen).toMatchObject({ count: 0, at: windowMs + 1 });
    expect(take(seen.ledger, { id: 'b', count: 20, now: windowMs + 1 }).count).toBe(20);
  });
});

describe('a batch', () => {
  const used = (count: number) => wentWell(taken(proven(40), 'a', count, 0), 'a', 0);

  test('is never larger than what Graph takes', () => {
    expect(take(proven(200), { id: 'a', count: 500, now: 0 }).count).toBe(batchSize);
  });

  test('waits to be whole where that takes less than a quarter of a window', () => {
    const thirty = wentWell(taken(used(20), 'b', 10, 0), 'b', 0);
    expect(take(thirty, { id: 'c', count: 20, now: 15_002 })).toMatchObject({ count: 0, at: 20_001 });
  });

  test('goes with what is free where it would take longer', () => {
    const thirty = wentWell(taken(used(20), 'b', 10, 0), 'b', 0);
    expect(take(thirty, { id: 'c', count: 20, now: 15_000 }).count).toBe(10);
  });
});

describe('the first window', () => {
  const fresh = newLedger({ windowMs, places: 40 });
  const half = wentWell(taken(fresh, 'half', 20, 0), 'half', 100);

  test('is entered by whole batches up to the half', () => {
    expect(half.proven).toBe(false);
  });

  test('and above it by five, one after the other', () => {
    const five = take(half, { id: 'five', count: 20, now: 100 });
    expect(five.count).toBe(5);
    expect(take(five.ledger, { id: 'next', count: 20, now: 100 })).toMatchObject({ count: 0, at: null });
  });

  test('of a wide limit is entered by whole batches', () => {
    let ledger = newLedger({ windowMs: 20_000, places: 1_800 });
    for (let batch = 0; batch < 45; batch++) ledger = wentWell(taken(ledger, `${batch}`, 20, 0), `${batch}`, 100);
    const next = take(ledger, { id: 'next', count: 20, now: 100 });
    expect(next.count).toBe(20);
    expect(take(next.ledger, { id: 'after', count: 20, now: 100 }).count).toBe(0);
  });

  test('is behind us once it was full without a refusal', () => {
    let ledger = half;
    for (const id of ['a', 'b', 'c', 'd']) ledger = wentWell(taken(ledger, id, 5, 200), id, 200);
    expect(ledger.proven).toBe(true);
    expect(take(ledger, { id: 'e', count: 20, now: 30_000 }).count).toBe(20);
  });
});

describe('a refusal', () => {
  const refusedOf = (ledger: Ledger, refused: number, retryAt: number | null = null) =>
    answered(taken(ledger, 'r', 20, 1_000), { id: 'r', refused, retryAt, now: 1_500 });

  test('lowers the limit to what fitted', () => {
    const before = wentWell(taken(proven(200), 'a', 20, 0), 'a', 500);
    expect(refusedOf(before, 15).limit).toBe(25);
  });

  test('never lowers it below one', () => {
    expect(refusedOf(proven(200), 20).limit).toBe(1);
  });

  test('makes everybody wait for as long as the service says', () => {
    const ledger = refusedOf(proven(200), 15, 31_500);
    expect(take(ledger, { id: 'b', count: 1, now: 31_499 })).toMatchObject({ count: 0, at: 31_500 });
    expect(take(ledger, { id: 'b', count: 1, now: 31_500 }).count).toBe(1);
  });

  test('makes everybody wait also where it comes after its lease', () => {
    const late = answered(proven(200), { id: 'gone', refused: 1, retryAt: 90_000, now: 70_000 });
    expect(take(late, { id: 'b', count: 1, now: 70_000 })).toMatchObject({ count: 0, at: 90_000 });
  });

  test('of one batch does not shorten the wait that another one was told', () => {
    const two = taken(taken(proven(200), 'a', 20, 0), 'b', 20, 0);
    const first = answered(two, { id: 'a', refused: 20, retryAt: 30_000, now: 100 });
    expect(answered(first, { id: 'b', refused: 20, retryAt: 1_100, now: 100 }).pausedUntil).toBe(30_000);
  });

  test('with "1" as wait does not let anybody through before the window ends', () => {
    const ledger = refusedOf(proven(200), 15, 2_500);
    expect(take(ledger, { id: 'b', count: 5, now: 2_500 })).toMatchObject({ count: 0, at: 21_501 });
  });
});

/** As if a batch at 1,000 had been refused at 1,500 but for five. */
const loweredToFive = (documented: number): Ledger => {
  const count = Math.min(documented, batchSize);
  const held = taken(proven(documented), 'r', count, 1_000);
  return answered(held, { id: 'r', refused: count - 5, retryAt: null, now: 1_500 });
};
/** The ledger with all of its limit just used. */
const usedUp = (ledger: Ledger, now: number) => wentWell(taken(ledger, 'full', ledger.limit, now), 'full', now);

describe('a lowered limit', () => {
  const calm = 1_500 + 10 * windowMs;
  const lowered = loweredToFive(16);

  test('stays for ten calm windows', () => {
    expect(take(usedUp(lowered, calm - 2), { id: 'p', count: 20, now: calm - 1 }).count).toBe(0);
  });

  test('is probed then, by a single request beyond a full window', () => {
    const probe = take(usedUp(lowered, calm), { id: 'p', count: 20, now: calm });
    expect(probe.count).toBe(1);
    expect(take(probe.ledger, { id: 'q', count: 20, now: calm }).count).toBe(0);
  });

  test('is not raised by a request that had room in it', () => {
    expect(wentWell(taken(lowered, 'a', 1, calm), 'a', calm).limit).toBe(5);
  });

  test('rises by one, then two, then four, a window apart, and never above what is documented', () => {
    let [ledger, now] = [lowered, calm];
    const limits: number[] = [];
    while (ledger.limit < 16) {
      const probe = take(usedUp(ledger, now), { id: 'p', count: 20, now });
      expect(probe.count).toBe(1);
      ledger = wentWell(probe.ledger, 'p', now);
      limits.push(ledger.limit);
      now += windowMs + 1;
    }
    expect(limits).toEqual([6, 8, 12, 16]);
  });

  test('stays where it is when the probe is refused, for another ten windows', () => {
    const probe = take(usedUp(lowered, calm), { id: 'p', count: 20, now: calm }).ledger;
    const refused = answered(probe, { id: 'p', refused: 1, retryAt: null, now: calm });
    expect(refused.limit).toBe(5);
    const later = calm + 10 * windowMs;
    expect(take(usedUp(refused, later - 2), { id: 'q', count: 20, now: later - 1 }).count).toBe(0);
    expect(take(usedUp(refused, later), { id: 'q', count: 20, now: later }).count).toBe(1);
  });
});

describe('a limit lowered to next to nothing', () => {
  test('is probed after one calm window, and then ever later as long as that is refused', () => {
    let [ledger, now] = [loweredToFive(200), 1_500];
    const waits: number[] = [];
    for (let probes = 0; probes < 6; probes += 1) {
      let windows = 0;
      let probe = take(ledger, { id: 'p', count: 20, now });
      while (probe.count !== 1) {
        windows += 1;
        probe = take(usedUp(ledger, now + windows * windowMs + 1), {
          id: 'p',
          count: 20,
          now: now + windows * windowMs + 1,
        });
      }
      now += windows * windowMs + 1;
      waits.push(windows);
      ledger = answered(probe.ledger, { id: 'p', refused: 1, retryAt: null, now });
    }
    expect(waits).toEqual([1, 2, 4, 8, 10, 10]);
  });
});

const nothingEaten = () => 0;
const smooth = { documented: 200, processes: 1, latencies: [{ ms: 600, arrivesAt: 0.5 }], crashes: [false] };
const rules: Rules = {
  ...{ windowMs, limit: 200, window: 'sliding', phase: 0, spelling: 'always 1', eaten: nothingEaten },
};

describe('against a service in virtual time', () => {
  test.each([
    ['sliding', 2_000, 0.98],
    ['fixed', 2_000, 0.98],
    ['sliding', 10_000, 1.03],
    ['fixed', 10_000, 1.03],
  ] as const)('%s windows, %d devices: nobody is refused, in at most %d of the ideal time', (window, asks, most) => {
    const { refused, done, endedAt } = play({ ...smooth, rules: { ...rules, window }, asks });
    expect({ refused, done }).toEqual({ refused: 0, done: asks });
    const began = play({ ...smooth, rules, asks: 1 }).endedAt - smooth.latencies[0]!.ms;
    expect((endedAt - began) / ((asks / 200) * windowMs)).toBeLessThanOrEqual(most);
  });

  test.each(spellings)(
    'half of the budget gone, nobody says so, Retry-After %s: hardly anybody is refused',
    (spelling) => {
      const eaten = () => 100;
      const { refused, done } = play({ ...smooth, rules: { ...rules, spelling, eaten }, asks: 2_000 });
      expect(done).toBe(2_000);
      expect(refused / 2_000).toBeLessThanOrEqual(0.005);
    },
  );

  test('all of the budget gone for a moment: the pace is back long before it would be with caution only', () => {
    const eaten = (window: number) => (window === 3 ? 200 : 0);
    const { refused, done, limits, endedAt } = play({ ...smooth, rules: { ...rules, eaten }, asks: 10_000 });
    expect({ done, least: Math.min(...limits), last: limits.at(-1) }).toEqual({ done: 10_000, least: 1, last: 200 });
    expect(refused).toBeLessThanOrEqual(100);
    expect(endedAt - startedAt).toBeLessThanOrEqual(60 * windowMs);
  });

  test('the budget comes back: so does the pace', () => {
    const eaten = (window: number) => (window < 5 ? 100 : 0);
    const { limits, refused } = play({ ...smooth, rules: { ...rules, eaten }, asks: 10_000 });
    expect(Math.min(...limits)).toBeLessThanOrEqual(100);
    expect(limits.at(-1)).toBe(200);
    expect(refused / 10_000).toBeLessThanOrEqual(0.005);
  });

  const anyRules = fc.record({
    windowMs: fc.integer({ min: 1, max: 30_000 }),
    limit: fc.integer({ min: 1, max: 60 }),
    window: fc.constantFrom('fixed', 'sliding'),
    phase: fc.nat(30_000),
    spelling: fc.constantFrom(...spellings),
  });
  const anyLatencies = fc.array(
    fc.record({
      ms: fc.oneof(fc.nat(8_000), fc.nat(180_000)).map((quarters) => quarters / 4),
      arrivesAt: fc.constantFrom(0, 0.5, 1),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const anyCrashes = fc.array(fc.constantFrom(false, false, false, true), { minLength: 1, maxLength: 8 });
  const anyStory = fc.record({
    rules: anyRules,
    asks: fc.integer({ min: 1, max: 150 }),
    processes: fc.integer({ min: 1, max: 3 }),
    latencies: anyLatencies,
    crashes: anyCrashes,
  });
  const patience = ({ rules: { windowMs: ms }, asks }: Pick<Story, 'rules' | 'asks'>) =>
    1_000 + Math.ceil((asks * 250_000) / ms);

  function mostInOneWindow(arrivals: readonly number[], ms: number): number {
    const sorted = [...arrivals].sort((one, other) => one - other);
    return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + ms).length));
  }

  test('whatever its window, its words and its delays, and whoever dies: the limit is kept and nobody is refused', () => {
    fc.assert(
      fc.property(anyStory, (given) => {
        const story: Story = {
          ...given,
          rules: { ...given.rules, eaten: nothingEaten },
          documented: given.rules.limit,
        };
        const { arrivals, refused, ledger, endedAt } = play(story, patience(story));
        expect(refused).toBe(0);
        expect(mostInOneWindow(arrivals, story.rules.windowMs)).toBeLessThanOrEqual(story.rules.limit);
        expectAllBack(ledger, endedAt);
      }),
      { numRuns: 150 },
    );
  });

  const anyAppetite = fc.array(fc.nat(60), { minLength: 1, maxLength: 12 });

  test('whatever another app eats: everybody gets through in the end, and no place is lost', () => {
    fc.assert(
      fc.property(anyStory, anyAppetite, fc.integer({ min: 1, max: 200 }), (given, appetite, documented) => {
        const eaten = (window: number) =>
          Math.min(given.rules.limit - 1, appetite[Math.abs(window) % appetite.length]!);
        const story: Story = { ...given, rules: { ...given.rules, eaten }, documented };
        const { ledger, endedAt, limits } = play(story, patience(story));
        for (const limit of limits) expect(limit).toBeGreaterThanOrEqual(1);
        for (const limit of limits) expect(limit).toBeLessThanOrEqual(documented);
        expectAllBack(ledger, endedAt);
      }),
      { numRuns: 150 },
    );
  });

  function expectAllBack(ledger: Ledger, endedAt: number) {
    const now = Math.max(endedAt + lease + ledger.windowMs, ledger.pausedUntil) + 1;
    const after = take({ ...ledger, proven: true, documented: ledger.limit }, { id: 'all', count: batchSize, now });
    expect(after.count).toBe(Math.min(ledger.limit, batchSize));
    expect(after.ledger).toMatchObject({ inFlight: [{ id: 'all' }], spent: [] });
  }
});
