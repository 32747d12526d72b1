import fc from 'fast-check';
import { appLimit } from '../../../bot/sending/limits.ts';
import { leaseMs, type Share, settled } from '../../../bot/sending/shares.ts';

const wish = fc.record({
  process: fc.constantFrom('a', 'b', 'c', 'd'),
  wanted: fc.integer({ min: 0, max: 50 }),
  busy: fc.double({ min: 0, max: 1, noNaN: true }),
  pauseMs: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 10_000 })),
});

const placesOf = (shares: readonly Share[], name: string) =>
  shares.find(({ process }) => process === name)?.places ?? 0;

test('never is more given than Teams takes, whoever asks for what and when, or dies', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
      let [shares, now]: [Share[], number] = [[], 0];
      for (const { process, wanted, busy, pauseMs } of wishes) {
        now += pauseMs;
        const own = shares.find((one) => one.process === process);
        const keeps = own && own.until > now ? Math.floor(own.places * busy) : 0;
        shares = settled(shares, { process, wanted, keeps, now });
        const good = shares.filter(({ until }) => until > now).reduce((sum, { places }) => sum + places, 0);
        expect(good).toBeLessThanOrEqual(appLimit.places);
        expect(placesOf(shares, process)).toBeGreaterThanOrEqual(keeps);
      }
    }),
  );
});

test('who is alone gets all they want, and two who want all get half each', () => {
  const alone = settled([], { process: 'a', wanted: 50, keeps: 0, now: 0 });
  expect(placesOf(alone, 'a')).toBe(50);
  const waits = settled(alone, { process: 'b', wanted: 50, keeps: 0, now: 100 });
  expect(placesOf(waits, 'b')).toBe(0);
  const gives = settled(waits, { process: 'a', wanted: 50, keeps: 10, now: 200 });
  expect(placesOf(gives, 'a')).toBe(25);
  expect(placesOf(settled(gives, { process: 'b', wanted: 50, keeps: 0, now: 300 }), 'b')).toBe(25);
});

test('who wants little leaves the rest to the others', () => {
  const little = settled([], { process: 'a', wanted: 4, keeps: 0, now: 0 });
  expect(placesOf(settled(little, { process: 'b', wanted: 50, keeps: 0, now: 10 }), 'b')).toBe(46);
});

test('what a dead process held is free when its lease is long over', () => {
  const dead = settled([], { process: 'a', wanted: 50, keeps: 0, now: 0 });
  const at = (now: number) => placesOf(settled(dead, { process: 'b', wanted: 50, keeps: 0, now }), 'b');
  expect([at(leaseMs), at(leaseMs + 2 * appLimit.windowMs)]).toEqual([0, 50]);
});
