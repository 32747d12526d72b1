import fc from 'fast-check';
import { atLeastEveryMs, nextLookAt } from '../../../bot/watches/next-look.ts';
import { later, minute, noon } from '../runs/samples.ts';

const quiet = fc.integer({ min: 0, max: 60 * 24 * 60 * minute });
const gap = (quietMs: number, now: Date) => nextLookAt(later(-quietMs, now), now).getTime() - now.getTime();
const moment = fc.integer({ min: 0, max: 24 * 60 * minute }).map((ms) => later(ms));

test('whatever is watched is looked at every hour at least, and never twice at once', () => {
  fc.assert(
    fc.property(quiet, moment, (quietMs, now) => {
      expect(gap(quietMs, now)).toBeLessThanOrEqual(atLeastEveryMs);
      expect(gap(quietMs, now)).toBeGreaterThanOrEqual(minute / 2);
    }),
  );
});

test('what has not changed for longer is looked at less often', () => {
  const looks = (quietMs: number) => {
    const changedAt = later(-quietMs);
    let [now, count] = [noon, 0];
    while (now < later(2 * 60 * minute)) {
      now = nextLookAt(changedAt, now);
      count += 1;
    }
    return count;
  };
  fc.assert(
    fc.property(quiet, quiet, (one, other) => {
      const [fresh, old] = [Math.min(one, other), Math.max(one, other)];
      expect(looks(old)).toBeLessThanOrEqual(looks(fresh) + 1);
    }),
  );
});

test('looks of many things that have been quiet about as long fall on the same moments', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 24 * 60, max: 48 * 60 }), { minLength: 2 }), (quietMinutes) => {
      const moments = quietMinutes.map((count) => nextLookAt(later(-count * minute), noon).getTime());
      expect(new Set(moments).size).toBe(1);
    }),
  );
});

test('a clock that was turned back does not keep anything from being looked at', () => {
  expect(nextLookAt(later(60 * minute), noon).getTime()).toBeGreaterThan(noon.getTime());
});
