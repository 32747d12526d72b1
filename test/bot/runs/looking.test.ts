import fc from 'fast-check';
import { lookAgainInMs } from '../../../bot/runs/looking.ts';
import { hour, minute, pace, second } from './samples.ts';

test.each([
  ['at once', 0, 5 * second],
  ['after twenty seconds', 20 * second, 15 * second],
  ['after two minutes', 2 * minute, 30 * second],
  ['after ten minutes', 10 * minute, minute],
  ['after a day', 24 * hour, minute],
])('an Autopilot sync is looked at again, %s', (_, elapsed, expected) => {
  expect(lookAgainInMs(pace, elapsed)).toBe(expected);
});

test('looks grow ever rarer', () => {
  fc.assert(
    fc.property(fc.nat(2 * hour), fc.nat(2 * hour), (one, other) => {
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
      expect(lookAgainInMs(pace, sooner)).toBeLessThanOrEqual(lookAgainInMs(pace, later));
    }),
  );
});

test('a pace that ends in a number keeps its last step', () => {
  const short = { ...pace, steps: [{ untilMs: minute, everyMs: second }] };
  expect(lookAgainInMs(short, hour)).toBe(second);
});

test('a pace without steps is a mistake in an action, and says so', () => {
  expect(() => lookAgainInMs({ ...pace, steps: [] }, 0)).toThrow(/at least one step/);
});
