import { type Meanings, Refused, refusalFor } from '../../../bot/graph/errors.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import { retrying, waitFor } from '../../../bot/graph/retry.ts';

const now = new Date('2026-03-02T12:00:00Z');
const clock = { now: () => now };
const support = { at: now, status: null, code: null, requestId: null, clientRequestId: null, activityId: null };
const seconds = (count: number) => new Date(now.getTime() + count * 1000);

type Kind<K> = Extract<Refusal, { kind: K }>;
const unreachable = (how: Kind<'unreachable'>['how']): Refusal => ({
  ...{ kind: 'unreachable', how, changed: 'nothing', support },
});
const throttled = (retryAt: Date | null): Refusal => ({ kind: 'throttled', retryAt, changed: 'nothing', support });
const waitMs = (refusal: Refusal, tried: number, chance: number, retryAt: Date | null = null) =>
  waitFor({ refusal, retryAt }, { tried, now, chance });

describe('how long until it is worth asking again:', () => {
  test.each<[string, Refusal, (readonly number[])[]]>([
    [
      'the connection broke',
      unreachable('connection'),
      [
        [150, 450],
        [300, 900],
        [600, 1_800],
      ],
    ],
    [
      'the service is in trouble',
      unreachable('server'),
      [
        [150, 450],
        [300, 900],
        [600, 1_800],
      ],
    ],
    [
      'too many requests, and no word for how long',
      throttled(null),
      [
        [150, 450],
        [300, 900],
        [600, 1_800],
      ],
    ],
    [
      'too many requests for one second',
      throttled(seconds(1)),
      [
        [1_000, 1_000],
        [1_000, 1_000],
        [1_000, 1_800],
      ],
    ],
    [
      'too many requests for three seconds',
      throttled(seconds(3)),
      [
        [3_000, 3_000],
        [3_000, 3_000],
        [3_000, 3_000],
      ],
    ],
    [
      'too many requests until a moment ago',
      throttled(seconds(-5)),
      [
        [150, 450],
        [300, 900],
        [600, 1_800],
      ],
    ],
  ])('%s', (_, refusal, expected) => {
    expect([1, 2, 3].map((tried) => [waitMs(refusal, tried, 0), waitMs(refusal, tried, 1)])).toEqual(expected);
  });

  test.each<[string, Refusal]>([
    ['the answer did not come in time', unreachable('timeout')],
    ['too many requests for longer than anybody waits', throttled(seconds(3.001))],
    ['the Autopilot clock is closed', { kind: 'too-early', retryAt: seconds(1), changed: 'nothing', support }],
    ['a sync is running', { kind: 'running-already', changed: 'nothing', support }],
    ['a role is missing', { kind: 'not-allowed', missing: { kind: 'role' }, changed: 'nothing', support }],
    ['it is not there', { kind: 'not-there', what: 'object', changed: 'nothing', support }],
    ['signed out', { kind: 'signed-out', need: 'sign-in', changed: 'nothing', support }],
    ['the answer makes no sense', { kind: 'unexpected', how: 'unreadable', changed: 'nothing', support }],
  ])('never: %s', (_, refusal) => {
    expect(waitMs(refusal, 1, 0.5)).toBeNull();
  });

  test('a service in trouble that says when to come again is not asked before', () => {
    expect(waitMs(unreachable('server'), 1, 1, seconds(2))).toBe(2_000);
    expect(waitMs(unreachable('server'), 1, 1, seconds(30))).toBeNull();
  });

  test('chance is asked where nobody says what it is', () => {
    const waits = new Set(
      Array.from({ length: 50 }, () => waitFor({ refusal: throttled(null), retryAt: null }, { tried: 1, now })),
    );
    expect(waits.size).toBeGreaterThan(1);
  });
});

describe('a read', () => {
  const failing = (...statuses: number[]) => {
    const asked: number[] = [];
    const ask = async () => {
      const status = statuses[asked.length];
      asked.push(status ?? 200);
      const answer = { status: status ?? 200, headers: {}, body: '', clientRequestId: 'c', write: false };
      if (status) throw new Refused(refusalFor({ ...answer, meanings: {} satisfies Meanings }, clock));
      return 'read';
    };
    return { asked, ask };
  };

  test('is asked three times in all', async () => {
    const twice = failing(503, 503);
    expect(await retrying({ clock, signal: undefined }, twice.ask)).toBe('read');
    const always = failing(503, 503, 503);
    await expect(retrying({ clock, signal: undefined }, always.ask)).rejects.toThrow('status 503');
    expect([twice.asked, always.asked]).toEqual([
      [503, 503, 200],
      [503, 503, 503],
    ]);
  });

  test('that was refused for good is asked once', async () => {
    const { asked, ask } = failing(403);
    await expect(retrying({ clock, signal: undefined }, ask)).rejects.toThrow('status 403');
    expect(asked).toEqual([403]);
  });

  test('is not asked again when the time is over, and says why it was refused', async () => {
    const { asked, ask } = failing(503, 503);
    await expect(retrying({ clock, signal: AbortSignal.timeout(20) }, ask)).rejects.toThrow('status 503');
    expect(asked).toEqual([503]);
  });

  test('that meets a surprise is not asked again', async () => {
    const surprise = new TypeError('surprise');
    let asked = 0;
    const ask = async () => {
      asked += 1;
      throw surprise;
    };
    await expect(retrying({ clock, signal: undefined }, ask)).rejects.toBe(surprise);
    expect(asked).toBe(1);
  });
});
