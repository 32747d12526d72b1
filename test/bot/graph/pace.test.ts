import { randomUUID } from 'node:crypto';
import { getEventListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Ledger } from '../../../bot/graph/ledger.ts';
import { keyOf, type Ledgers, ledgersInMemory } from '../../../bot/graph/pace.ts';
import { asksAll, mostInOneWindow, openCrowd, paceOn, wishOf } from './crowd.ts';

const inMemory = () => ledgersInMemory({ now: () => new Date() });
/** One at a time, and the next one a moment later. */
const single = { windowMs: 5, places: 1 };
const roomy = { windowMs: 5, places: 1_000 };

describe('people of one tenant', () => {
  test('take turns, however much one of them asks for', async () => {
    const { wants, order } = openCrowd(inMemory(), single);
    await Promise.all(['Ana', 'Ana', 'Ana', 'Ana', 'Jon', 'Jon'].map((name) => wants(name)));
    expect(order).toEqual(['Ana', 'Jon', 'Ana', 'Jon', 'Ana', 'Ana']);
  });

  test('take turns also with somebody who comes later: neither first for long, nor last', async () => {
    const { wants, order } = openCrowd(inMemory(), single);
    const ana = Array.from({ length: 9 }, () => wants('Ana'));
    await Promise.all(ana.slice(0, 4));
    await Promise.all([...ana, ...Array.from({ length: 4 }, () => wants('Jon'))]);
    expect(order.join(' ')).toMatch(/^(Ana ){4,5}(Jon Ana ){4}Ana|^(Ana ){4,5}(Jon Ana ){3}Jon/);
  });

  test('do not wait for people of another tenant, nor for another limit', async () => {
    const { pace } = openCrowd(inMemory(), { windowMs: 60_000, places: 1 });
    await pace.places(wishOf('Ana'));
    const others = [{ tenantId: 'other' }, { kind: 'read' }, { family: 'applications' }] as const;
    const places = await Promise.all(others.map((other) => pace.places(wishOf('Jon', other))));
    expect(places.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  test('whoever sits and waits goes first, the first of them first', async () => {
    const { wants, order } = openCrowd(inMemory(), single);
    const all = ['Ana', 'Ana', 'Jon'].map((name) => wants(name));
    await Promise.all([...all, wants('Mia', { urgent: true }), wants('Lea', { urgent: true })]);
    expect(order.slice(0, 3)).toEqual(['Ana', 'Mia', 'Lea']);
  });

  test('whoever sits and waits is not kept by a large batch that waits to be whole', async () => {
    const ledgers = inMemory();
    const limit = { windowMs: 8_000, places: 20 };
    const key = keyOf(wishOf('Ana'));
    const { pace, wants, order } = openCrowd(ledgers, limit);
    await (await pace.places(wishOf('Ana'))).answered({ refused: 0, waitMs: null });
    const at = Date.now() - 7_000;
    // Ten places come back in a moment, so the batch is worth waiting for.
    await ledgers.change(key, {} as Ledger, (ledger) => ({
      ...{ ledger: { ...ledger, proven: true, spent: [{ at, count: 10, refused: 0 }] }, result: null },
    }));
    const batch = wants('Ana', { count: 20 });
    await setTimeout(5);
    await wants('Mia', { urgent: true });
    expect(order[0]).toBe('Mia');
    await batch;
  });
});

describe('whoever has no time left', () => {
  test('is told, and the next one goes on', async () => {
    const { pace, wants, order } = openCrowd(inMemory(), { windowMs: 30, places: 1 });
    await wants('Ana');
    const stop = new AbortController();
    const given = pace.places(wishOf('Jon', { signal: stop.signal }));
    const mia = wants('Mia');
    stop.abort(new Error('no time'));
    await expect(given).rejects.toThrow('no time');
    await mia;
    expect(order).toEqual(['Ana', 'Mia']);
  });

  test('from the beginning is told, and nothing is taken', async () => {
    const { pace } = openCrowd(inMemory(), { windowMs: 60_000, places: 1 });
    await expect(pace.places(wishOf('Jon', { signal: AbortSignal.abort(new Error('late')) }))).rejects.toThrow('late');
    expect((await pace.places(wishOf('Ana'))).count).toBe(1);
  });

  test('while the places are being taken gives them back', async () => {
    const ledgers = inMemory();
    const stop = new AbortController();
    const slow: Ledgers = {
      ...ledgers,
      async change(key, fresh, act) {
        const result = await ledgers.change(key, fresh, act);
        stop.abort(new Error('no time'));
        return result;
      },
    };
    const pace = paceOn(slow, { windowMs: 20, places: 1 });
    await expect(pace.places(wishOf('Jon', { signal: stop.signal }))).rejects.toThrow('no time');
    expect((await pace.places(wishOf('Ana'))).count).toBe(1);
  });

  test('keeps nobody waiting for the end of the process', async () => {
    const { pace, wants } = openCrowd(inMemory(), { windowMs: 60_000, places: 1 });
    await wants('Ana');
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const stop = new AbortController();
    const given = pace.places(wishOf('Jon', { signal: stop.signal }));
    await setTimeout(1);
    expect(timers()).toBe(before + 1);
    stop.abort(new Error('no time'));
    await expect(given).rejects.toThrow();
    await setTimeout(1);
    expect(timers()).toBe(before);
  });

  test('one signal sees thousands of places and keeps nothing of them', async () => {
    const { wants } = openCrowd(inMemory(), roomy);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 50 }, () => wants('Ana', { signal })));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('whoever has to wait', () => {
  test('is told for how long about', async () => {
    const { pace, wants } = openCrowd(inMemory(), { windowMs: 1_000, places: 1 });
    const waits: number[] = [];
    const told = { waits: (ms: number) => waits.push(ms) };
    await wants('Ana', told);
    expect(waits).toEqual([]);
    await pace.places(wishOf('Jon', told));
    expect(waits.length).toBeGreaterThan(0);
    for (const ms of waits) expect(ms).toBeLessThanOrEqual(1_001);
    expect(waits[0]).toBeGreaterThan(20);
  });

  test('because the service said so is told that', async () => {
    const { pace } = openCrowd(inMemory(), { windowMs: 20, places: 10 });
    const waits: number[] = [];
    const began = performance.now();
    await (await pace.places(wishOf('Ana'))).answered({ refused: 1, waitMs: 1_000 });
    await pace.places(wishOf('Jon', { waits: (ms) => waits.push(ms) }));
    expect(waits[0]).toBeGreaterThan(100);
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
  });

  test('is not told of something that did not change', async () => {
    const { pace, wants } = openCrowd(inMemory(), { windowMs: 300, places: 1 });
    await wants('Ana');
    const waits: number[] = [];
    const jon = pace.places(wishOf('Jon', { waits: (ms) => waits.push(ms) }));
    for (const name of ['Mia', 'Lea', 'Kim']) {
      await setTimeout(5);
      const signal = AbortSignal.timeout(5);
      await expect(pace.places(wishOf(name, { signal }))).rejects.toThrow();
    }
    await jon;
    expect(waits).toHaveLength(1);
  });
});

describe('a database that is gone', () => {
  test('is told to everybody who waits, and the next one is served when it is back', async () => {
    const ledgers = inMemory();
    let isGone = true;
    const fragile: Ledgers = {
      ...ledgers,
      change: async (key, fresh, act) => {
        if (isGone) throw new Error('the database is gone');
        return ledgers.change(key, fresh, act);
      },
    };
    const pace = paceOn(fragile, roomy);
    const asked = ['Ana', 'Jon', 'Mia'].map((name) => pace.places(wishOf(name)));
    const told = await Promise.allSettled(asked);
    expect(told).toMatchObject(asked.map(() => ({ status: 'rejected', reason: { message: 'the database is gone' } })));
    isGone = false;
    const places = await pace.places(wishOf('Ana'));
    expect(places.count).toBe(1);
    isGone = true;
    await expect(places.answered({ refused: 0, waitMs: null })).rejects.toThrow('the database is gone');
  });
});

describe('several processes on one ledger', () => {
  test('stay within the limit together, and all get through', async () => {
    const ledgers = inMemory();
    const limit = { windowMs: 40, places: 12 };
    const processes = [1, 2, 3].map(() => paceOn(ledgers, limit));
    const sent = await Promise.all(processes.map((pace) => asksAll(pace, 30)));
    expect(sent.flat()).toHaveLength(3 * 30);
    expect(mostInOneWindow(sent.flat(), limit.windowMs)).toBeLessThanOrEqual(limit.places);
  });

  test('hear of places that another one gave back', async () => {
    const ledgers = inMemory();
    const limit = { windowMs: 20, places: 1 };
    const [one, other] = [paceOn(ledgers, limit), paceOn(ledgers, limit)];
    const held = await one.places(wishOf('Ana'));
    const waits = other.places(wishOf('Jon'));
    await setTimeout(30);
    await held.answered({ refused: 0, waitMs: null });
    expect((await waits).count).toBe(1);
  });
});

test('a ledger lies under its tenant, its family and whether it is read or written', () => {
  const keys = [wishOf('a'), wishOf('b'), wishOf('a', { kind: 'read' }), wishOf('a', { tenantId: randomUUID() })].map(
    keyOf,
  );
  expect(new Set(keys).size).toBe(3);
});
