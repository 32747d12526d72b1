import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Ledger, newLedger } from '../../../bot/graph/ledger.ts';
import { keyOf } from '../../../bot/graph/pace.ts';
import { ledgersIn } from '../../../bot/store/ledgers.ts';
import { asksAll, mostInOneWindow, paceOn, wishOf } from '../graph/crowd.ts';
import { onEachDatabase } from './databases.ts';

const limit = { windowMs: 300, places: 12 };
const fresh = newLedger(limit);

onEachDatabase((store) => {
  const ledgers = () => ledgersIn(store().db);
  const newTenant = () => ({ tenantId: randomUUID() });
  const seen = async (key: string) => (await ledgers().read([key]))[0]?.ledger;
  const stored = (key: string, ledger: unknown) =>
    store()
      .db.insertInto('graph_ledger')
      .values({ key, ledger: JSON.stringify(ledger) })
      .execute();
  const given = (key: string) => ledgers().change<Ledger>(key, fresh, (ledger) => ({ ledger, result: ledger }));

  test('a ledger is as it was left', async () => {
    const key = randomUUID();
    const spent = [{ at: 1.5, count: 20, refused: 3 }];
    const inFlight = [{ id: 'a', count: 5, until: 1_772_452_800_000.25, probe: true }];
    await ledgers().change(key, fresh, (ledger) => ({
      ledger: { ...ledger, spent, inFlight, proven: true },
      result: null,
    }));
    expect(await seen(key)).toEqual({ ...fresh, spent, inFlight, proven: true });
    expect(await given(key)).toEqual({ ...fresh, spent, inFlight, proven: true });
  });

  test('changes at the same time all count', async () => {
    const key = randomUUID();
    const one = () =>
      ledgers().change(key, fresh, (ledger) => ({ ledger: { ...ledger, step: ledger.step + 1 }, result: null }));
    await Promise.all(Array.from({ length: 30 }, one));
    expect((await seen(key))?.step).toBe(fresh.step + 30);
  });

  test('those of one tenant are forgotten, and nobody else’s', async () => {
    const [mine, theirs] = [keyOf(wishOf('Ana', newTenant())), keyOf(wishOf('Ana', newTenant()))];
    await given(mine);
    await given(theirs);
    await ledgers().forget(mine.split(' ')[0] ?? '');
    expect([await seen(mine), await seen(theirs)]).toEqual([undefined, fresh]);
  });

  test('a change that fails leaves everything as it was', async () => {
    const key = randomUUID();
    await given(key);
    const failing = ledgers().change(key, fresh, () => {
      throw new Error('surprise');
    });
    await expect(failing).rejects.toThrow('surprise');
    expect(await seen(key)).toEqual(fresh);
  });

  test('the clock is the database’s, and goes on', async () => {
    const key = randomUUID();
    const now = () => ledgers().change<number>(key, fresh, (ledger, at) => ({ ledger, result: at }));
    const first = await now();
    expect(Math.abs(first - Date.now())).toBeLessThan(60_000);
    await setTimeout(20);
    expect(await now()).toBeGreaterThan(first);
  });

  test.each<[string, unknown]>([
    ['of an older version', { windowMs: 300, documented: 12, limit: 3 }],
    ['of nobody knows what', 'ledger'],
    ['of another limit', { ...fresh, documented: 200, limit: 150 }],
    ['of another window', { ...fresh, windowMs: 20_000, limit: 5 }],
  ])('a row %s is begun anew', async (_, row) => {
    const key = randomUUID();
    await stored(key, row);
    expect(await given(key)).toEqual(fresh);
    expect(await seen(key)).toEqual(fresh);
  });

  test('a row from before calm windows were counted goes on, and waits for ten of them', async () => {
    const key = randomUUID();
    const { calm: _, ...older } = { ...fresh, limit: 3, proven: true, pausedUntil: 1_772_452_800_000 };
    await stored(key, older);
    expect(await given(key)).toEqual({ ...older, calm: 10 });
    expect(await seen(key)).toEqual({ ...older, calm: 10 });
  });

  test('two processes stay within the limit together, and all get through', async () => {
    const wish = newTenant();
    const processes = [1, 2].map(() => paceOn(ledgersIn(store().db), limit));
    const sent = await Promise.all(processes.map((pace) => asksAll(pace, 20, wish)));
    expect(sent.flat()).toHaveLength(2 * 20);
    expect(mostInOneWindow(sent.flat(), limit.windowMs)).toBeLessThanOrEqual(limit.places);
  });

  test('the places of a process that died come back when its lease has ended', async () => {
    const wish = wishOf('Ana', newTenant());
    const leaseMs = 200;
    const at = await ledgers().change<number>(keyOf(wish), fresh, (ledger, now) => {
      const inFlight = [{ id: 'of the dead', count: limit.places, until: now + leaseMs, probe: false }];
      return { ledger: { ...ledger, proven: true, inFlight }, result: now };
    });
    const places = await paceOn(ledgers(), limit).places(wish);
    const now = await ledgers().change<number>(keyOf(wish), fresh, (ledger, later) => ({ ledger, result: later }));
    expect(places.count).toBe(1);
    expect(now - at).toBeGreaterThanOrEqual(leaseMs + limit.windowMs);
  });

  test('one process hears from the other what the service said', async () => {
    const wish = wishOf('Ana', newTenant());
    const [one, other] = [paceOn(ledgers(), limit), paceOn(ledgers(), limit)];
    await (await one.places(wish)).answered({ refused: 1, waitMs: 400 });
    const waits: number[] = [];
    await other.places({ ...wish, waits: (ms) => waits.push(ms) });
    expect(waits[0]).toBeGreaterThan(200);
  });
});
