import type { Opening } from '../../../bot/actions/define.ts';
import type { Window } from '../../../bot/runs/run.ts';
import { couldNotPlan, tryLater } from '../../../bot/runs/waiting.ts';
import { startAtFor, windowFor } from '../../../bot/runs/window.ts';
import { later, minute, noon, second, unreachable, waiting } from './samples.ts';

const closed: Opening = { kind: 'closed', opensAt: later(7 * minute), basis: 'last-manual' };

describe('after "too early", the next try is', () => {
  test.each<[string, Date | null, Opening | null, Window]>([
    ['when the service says', later(3 * minute), closed, { opensAt: later(3 * minute), basis: 'service' }],
    ["else when the tenant's clock tells", null, closed, { opensAt: later(7 * minute), basis: 'last-manual' }],
    ['else ten minutes from now, as a guess', null, null, { opensAt: later(10 * minute), basis: 'guess' }],
    [
      'a guess too where the clock says it is open',
      null,
      { kind: 'free' },
      { opensAt: later(10 * minute), basis: 'guess' },
    ],
  ])('%s', (_, retryAt, opening, expected) => {
    expect(windowFor(retryAt, opening, noon)).toEqual(expected);
  });
});

test.each([
  ['service', 0],
  ['last-manual', 2 * second],
  ['last-sync', 2 * second],
  ['guess', 2 * second],
] as const)('a start booked by the word of "%s" begins %d ms after the window opens', (basis, margin) => {
  expect(startAtFor({ opensAt: noon, basis })).toEqual(later(margin));
});

test('a booking that meets a window closed again waits for the next one, and has asked nothing of Graph', () => {
  const before = waiting({ window: { opensAt: noon, basis: 'last-manual' }, attempts: 1 });
  const again = tryLater(before, { opensAt: later(4 * minute), basis: 'last-sync' }, true);
  expect(again).toMatchObject({ state: 'waiting', attempts: 1, dueAt: later(4 * minute + 2 * second) });
  expect(again.window).toEqual({ opensAt: later(4 * minute), basis: 'last-sync' });
  expect(again.revision).toBe(before.revision + 1);
});

test('a start that nobody booked is handed back where the window has closed meanwhile', () => {
  const back = tryLater(waiting(), { opensAt: later(4 * minute), basis: 'last-sync' }, false);
  expect(back).toMatchObject({ state: 'ended', verdict: 'refused', window: { opensAt: later(4 * minute) } });
});

test('trouble while reading does not shorten how long a booking gives way to others', () => {
  const booked = waiting({ window: { opensAt: noon, basis: 'last-manual' } });
  const troubled = couldNotPlan(booked, unreachable, noon);
  expect(tryLater(troubled, { opensAt: later(9 * minute), basis: 'last-sync' }, true).state).toBe('waiting');
});
