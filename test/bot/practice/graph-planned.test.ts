import type { PracticeAnswer } from '../../../bot/ports.ts';
import { type Asking, openPlanned } from '../../../bot/practice/graph-planned.ts';

const clock = { now: () => new Date('2026-03-02T12:00:00Z') };
const answer = (change: Partial<PracticeAnswer>): PracticeAnswer => ({
  on: 'read',
  status: 503,
  retryAfter: null,
  flavour: null,
  ...change,
});
const ana: Asking = { on: 'read', person: 'Ana', path: '/settings' };
const jon: Asking = { ...ana, person: 'Jon' };

/** How often the same person gets it for asking the same again. */
function times(rehearsed: Partial<PracticeAnswer>): number {
  const planned = openPlanned(clock);
  planned.add(answer(rehearsed));
  const { on = 'read' } = rehearsed;
  return [1, 2, 3, 4, 5].filter(() => planned.take({ ...ana, on }) !== null).length;
}

describe('an answer that was rehearsed', () => {
  test.each<[string, Partial<PracticeAnswer>]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a broken connection', { status: 'broken' }],
    ['429 without Retry-After', { status: 429 }],
    ['429 with a moment to wait', { status: 429, retryAfter: '1' }],
    ['429 with nonsense in Retry-After', { status: 429, retryAfter: 'in a while' }],
  ])('for reading, of passing trouble, outlasts that the bot asks again by itself: %s', (_, rehearsed) => {
    expect(times(rehearsed)).toBe(3);
  });

  test.each<[string, Partial<PracticeAnswer>]>([
    ['429 with minutes to wait', { status: 429, retryAfter: '120' }],
    ['429 until a date', { status: 429, retryAfter: 'Mon, 02 Mar 2026 12:05:00 GMT' }],
    ['no answer', { status: 'timeout' }],
    ['nonsense', { status: 'nonsense' }],
    ['403', { status: 403 }],
    ['503 to a start', { on: 'write', status: 503 }],
    ['429 to a start', { on: 'write', status: 429 }],
  ])('that nobody asks again after is given once: %s', (_, rehearsed) => {
    expect(times(rehearsed)).toBe(1);
  });

  test('stays with whoever met it first, and the next one is for the next', () => {
    const planned = openPlanned(clock);
    planned.add(answer({ status: 503 }));
    planned.add(answer({ status: 403 }));
    expect(planned.take(ana)?.status).toBe(503);
    expect(planned.take(jon)?.status).toBe(403);
    expect(planned.take(jon)).toBeNull();
    expect([planned.take(ana)?.status, planned.take(ana)?.status]).toEqual([503, 503]);
    expect(planned.take(ana)).toBeNull();
  });

  test('for a start waits for one, and is forgotten with the rest', () => {
    const planned = openPlanned(clock);
    planned.add(answer({ on: 'write', status: 409 }));
    expect(planned.take(ana)).toBeNull();
    planned.forget();
    expect(planned.take({ ...ana, on: 'write' })).toBeNull();
  });
});
