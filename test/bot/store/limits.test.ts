import { randomUUID } from 'node:crypto';
import { type Ledgers, ledgersInMemory, openPace } from '../../../bot/graph/pace.ts';
import { limitsOn } from '../../../bot/graph/standing.ts';
import { ledgersIn } from '../../../bot/store/ledgers.ts';
import { onEachDatabase } from './databases.ts';

/** Where Microsoft holds a tenant back, as far as its answers have shown. */
function stories(open: () => Ledgers): void {
  /** Asks once; the answer is 429, with a time to wait or without one. */
  async function refused(tenantId: string, waitMs: number | null, kind: 'read' | 'write' = 'read'): Promise<void> {
    const pace = openPace({ ledgers: open(), newId: randomUUID });
    const wish = {
      tenantId,
      personId: 'ana',
      family: 'devices',
      kind,
      count: 1,
      urgent: true,
      signal: undefined,
    } as const;
    const places = await pace.places(wish);
    await places.answered({ refused: 1, waitMs });
  }

  test('nobody has asked: nothing holds anybody back', async () => {
    expect(await limitsOn(randomUUID(), open())).toEqual([]);
  });

  test('all went well: nothing holds anybody back', async () => {
    const tenantId = randomUUID();
    const pace = openPace({ ledgers: open(), newId: randomUUID });
    const wish = { tenantId, personId: 'ana', family: 'devices', kind: 'read', count: 1, urgent: true } as const;
    const places = await pace.places({ ...wish, signal: undefined });
    await places.answered({ refused: 0, waitMs: null });
    expect(await limitsOn(tenantId, open())).toEqual([]);
  });

  test('asked to wait: until then', async () => {
    const tenantId = randomUUID();
    await refused(tenantId, 120_000);
    const [limit, ...others] = await limitsOn(tenantId, open());
    expect(others).toEqual([]);
    expect(limit?.family).toBe('devices');
    expect(limit?.waitMs).toBeGreaterThan(60_000);
    expect(limit?.waitMs).toBeLessThanOrEqual(120_000);
  });

  test('refused without a time: slower for now, with nothing to wait for', async () => {
    const tenantId = randomUUID();
    await refused(tenantId, null);
    expect(await limitsOn(tenantId, open())).toEqual([{ family: 'devices', waitMs: 0 }]);
  });

  test('reading and writing are one family: the longer wait counts', async () => {
    const tenantId = randomUUID();
    await refused(tenantId, null, 'read');
    await refused(tenantId, 120_000, 'write');
    const limits = await limitsOn(tenantId, open());
    expect(limits).toHaveLength(1);
    expect(limits[0]?.waitMs).toBeGreaterThan(60_000);
  });

  test('another tenant is not concerned', async () => {
    await refused(randomUUID(), 120_000);
    expect(await limitsOn(randomUUID(), open())).toEqual([]);
  });
}

describe('in memory', () => {
  const ledgers = ledgersInMemory({ now: () => new Date() });
  stories(() => ledgers);

  test('a wait that is over, and a refusal that is long past, hold nobody back', async () => {
    let now = Date.now();
    const mine = ledgersInMemory({ now: () => new Date(now) });
    const pace = openPace({ ledgers: mine, newId: randomUUID });
    const wish = { tenantId: 't', personId: 'ana', family: 'devices', kind: 'write', count: 1, urgent: true } as const;
    const places = await pace.places({ ...wish, signal: undefined });
    await places.answered({ refused: 1, waitMs: 60_000 });
    now += 61_000;
    expect(await limitsOn('t', mine)).toEqual([{ family: 'devices', waitMs: 0 }]);
    now += 10 * 60_000;
    expect(await limitsOn('t', mine)).toEqual([]);
  });
});

onEachDatabase((store) => stories(() => ledgersIn(store().db)));
