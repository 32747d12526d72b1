import type { Sighting } from '../../../bot/actions/define.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import {
  answered,
  begin,
  bookingAttempts,
  cancelled,
  couldNotLook,
  isUnsure,
  join,
  recovered,
  saw,
  startLeaseMs,
} from '../../../bot/runs/advance.ts';
import type { Outcome } from '../../../bot/runs/outcome.ts';
import { signInPatienceMs } from '../../../bot/runs/parking.ts';
import type { RunTarget, Window } from '../../../bot/runs/run.ts';
import { couldNotPlan } from '../../../bot/runs/waiting.ts';
import {
  hour,
  later,
  lostAnswer,
  minute,
  noon,
  notAllowed,
  pace,
  refusal,
  second,
  sighting,
  signedOut,
  throttled,
  tooEarly,
  unreachable,
  unreadable,
  waiting,
} from './samples.ts';

const accepted: Outcome = { kind: 'accepted', at: noon, requestId: 'r-1', inferred: false };
const refused = (why: Refusal): Outcome => ({ kind: 'refused', at: noon, refusal: why });
const at = (now: Date) => ({ now, pace });

const started = () => begin(waiting(), noon);
const answer = (outcome: Outcome, how: { booked?: boolean; window?: Window | null; from?: RunTarget } = {}) =>
  answered(how.from ?? started(), outcome, { ...at(noon), booked: how.booked ?? false, window: how.window ?? null });
const following = () => answer(accepted);
const unsure = () => answer(refused(lostAnswer));

describe('a start', () => {
  test('is written down before Graph is asked, with a time by which its answer must be in', () => {
    expect(started()).toMatchObject({ state: 'starting', attempts: 1, startedAt: noon, dueAt: later(startLeaseMs) });
  });

  test('forgets what an earlier window was answered', () => {
    expect(begin(waiting({ outcome: refused(tooEarly(null)) }), noon).outcome).toBeNull();
  });
});

describe("Graph's answer to a start", () => {
  const opensIn10: Window = { opensAt: later(10 * minute), basis: 'service' };

  test.each<[string, Refusal | null, Partial<RunTarget>]>([
    ['accepted is followed', null, { state: 'following', verdict: null }],
    ['running already is followed too', refusal({ kind: 'running-already' }), { state: 'following', verdict: null }],
    ['a lost answer may have begun something, so it is followed', lostAnswer, { state: 'following', verdict: null }],
    ['not allowed ends', notAllowed, { state: 'ended', verdict: 'refused' }],
    [
      'throttled was not even looked at, so it waits as long as it was told',
      throttled(later(minute)),
      { state: 'waiting', attempts: 0, startedAt: null, dueAt: later(minute) },
    ],
    [
      'throttled for longer than half an hour ends',
      throttled(later(31 * minute)),
      { state: 'ended', verdict: 'refused' },
    ],
    ['too early ends where nobody booked', tooEarly(null), { state: 'ended', verdict: 'refused', window: opensIn10 }],
  ])('%s', (_, why, expected) => {
    expect(answer(why ? refused(why) : accepted, { window: opensIn10 })).toMatchObject(expected);
  });

  test('keeps what the service said, whatever happens next', () => {
    expect(answer(refused(notAllowed)).outcome).toEqual(refused(notAllowed));
  });

  test('a booking that came too early waits for the next window', () => {
    const again = answer(refused(tooEarly(later(10 * minute))), { booked: true, window: opensIn10 });
    expect(again).toMatchObject({ state: 'waiting', window: opensIn10, dueAt: later(10 * minute) });
  });

  test('a booking is handed back after three windows, and says when the next one opens', () => {
    let target = waiting();
    const states = [1, 2, 3].map(() => {
      target = answer(refused(tooEarly(null)), { from: begin(target, noon), booked: true, window: opensIn10 });
      return target.state;
    });
    expect(states).toEqual(['waiting', 'waiting', 'ended']);
    expect(target).toMatchObject({ attempts: bookingAttempts, verdict: 'refused', window: opensIn10 });
  });
});

describe('what is seen of a sync', () => {
  test.each<[string, Sighting['state'], number, Partial<RunTarget>]>([
    ['done ends it', 'done', 5 * second, { state: 'ended', verdict: 'done', dueAt: null }],
    ['failed ends it', 'failed', 5 * second, { state: 'ended', verdict: 'failed', dueAt: null }],
    ['no sign yet is looked at again', 'waiting', 5 * second, { state: 'following', dueAt: later(10 * second) }],
    ['no sign for ten minutes is no sign of life', 'waiting', 10 * minute, { state: 'ended', verdict: 'silent' }],
    [
      'work under way is watched for longer',
      'working',
      10 * minute,
      { state: 'following', lookUntil: later(45 * minute) },
    ],
    ['work without an end is given up', 'working', 45 * minute, { state: 'ended', verdict: 'silent' }],
  ])('%s', (_, state, elapsed, expected) => {
    expect(saw(following(), sighting(state, later(elapsed)), at(later(elapsed)))).toMatchObject(expected);
  });

  test('evidence once seen stays, even where a later look has none', () => {
    const moved = { from: null, to: noon };
    const first = saw(following(), { ...sighting('working'), moved }, at(later(minute)));
    expect(saw(first, sighting('done'), at(later(2 * minute))).sighting?.moved).toEqual(moved);
  });
});

describe('a start whose answer was lost', () => {
  test('is unsure, and looked after for two minutes', () => {
    expect(isUnsure(unsure())).toBe(true);
    expect(unsure().lookUntil).toEqual(later(2 * minute));
  });

  test.each<[string, Sighting['state'], number, Partial<RunTarget>]>([
    ['is done once its end is seen', 'done', 30 * second, { state: 'ended', verdict: 'done' }],
    ['is watched like any other once work is seen', 'working', 30 * second, { lookUntil: later(45 * minute) }],
    ['is still looked for after a minute', 'waiting', minute, { state: 'following' }],
    ['ends as refused after two minutes without a sign', 'waiting', 2 * minute, { state: 'ended', verdict: 'refused' }],
  ])('%s', (_, state, elapsed, expected) => {
    expect(saw(unsure(), sighting(state, later(elapsed)), at(later(elapsed)))).toMatchObject(expected);
  });
});

describe('a look that Graph refuses', () => {
  test.each<[string, Refusal, Partial<RunTarget>]>([
    ['passing trouble is looked through', unreachable, { state: 'following', dueAt: later(75 * second) }],
    ['a page of something on the way is looked through', unreadable, { state: 'following', verdict: null }],
    ['throttling is waited out', throttled(later(5 * minute)), { state: 'following', dueAt: later(5 * minute) }],
    ['a shorter Retry-After does not hurry', throttled(later(61 * second)), { dueAt: later(75 * second) }],
    ['a right that is gone ends the looking', notAllowed, { state: 'ended', verdict: 'silent' }],
    ['a missing sign-in is waited for', signedOut, { state: 'following', dueAt: later(minute + signInPatienceMs) }],
  ])('%s', (_, why, expected) => {
    expect(couldNotLook(following(), why, at(later(minute)))).toMatchObject({ blind: why, ...expected });
  });

  test('is forgotten as soon as a look succeeds', () => {
    const blind = couldNotLook(following(), unreachable, at(later(minute)));
    expect(saw(blind, sighting('working'), at(later(2 * minute))).blind).toBeNull();
  });

  test('does not end the watch over a sync that was seen working', () => {
    const working = saw(following(), sighting('working'), at(later(minute)));
    expect(couldNotLook(working, unreachable, at(later(20 * minute))).state).toBe('following');
  });

  test('ends the watch at the time the card names, not a day later', () => {
    const put = couldNotLook(following(), throttled(later(20 * hour)), at(later(minute)));
    expect(put.dueAt?.getTime() ?? 0).toBeLessThanOrEqual((put.lookUntil?.getTime() ?? 0) + minute);
  });
});

describe('a sync that somebody else began', () => {
  test('is followed from when it began', () => {
    const joined = join(waiting(), { since: later(-minute), mark: 'inProgress' }, at(noon));
    expect(joined).toMatchObject({ state: 'following', startedAt: later(-minute), outcome: null });
  });

  test('is followed from now where nobody knows when it began', () => {
    expect(join(waiting(), { since: null, mark: 'inProgress' }, at(noon)).startedAt).toEqual(noon);
  });

  test('is given time to end, however long ago it is said to have begun', () => {
    const joined = join(waiting(), { since: later(-26 * hour), mark: 'inProgress' }, at(noon));
    expect(saw(joined, sighting('working'), at(joined.dueAt ?? noon)).state).toBe('following');
  });
});

describe('a start that was cut off', () => {
  const cutOff = () => ({ ...started(), revision: 5 });

  test('is tried again where nothing can be seen of it for two minutes', () => {
    const again = recovered(cutOff(), sighting('waiting'), at(later(2 * minute)));
    expect(again).toMatchObject({ state: 'waiting', dueAt: later(2 * minute), attempts: 1 });
  });

  test('is looked for as long as after a lost answer, because the service may show it late', () => {
    const soon = recovered(cutOff(), sighting('waiting'), at(later(2_000)));
    expect(soon.state).toBe('starting');
    expect(soon.dueAt?.getTime()).toBeGreaterThan(later(2_000).getTime());
  });

  test('again and again is given up, not repeated for ever', () => {
    const third = recovered({ ...cutOff(), attempts: 3 }, sighting('waiting'), at(later(2 * minute)));
    expect(third).toMatchObject({ state: 'ended', verdict: 'silent' });
  });

  test('is not made again where somebody has undone since what it may have done', () => {
    const { target } = cutOff();
    const onDevice = { ...cutOff(), target: { ...target, kind: 'device', id: 'd-1', label: 'IPAD-07' } as const };
    const undone = sighting('waiting', noon, 'superseded');
    expect(recovered(onDevice, undone, at(later(2_000))).state).toBe('starting');
    expect(recovered(onDevice, undone, at(later(2 * minute)))).toMatchObject({ state: 'ended', verdict: 'silent' });
  });

  test.each([
    ['working', 'following'],
    ['done', 'ended'],
    ['failed', 'ended'],
  ] as const)('counts as accepted where it is seen %s', (seen, state) => {
    const found = recovered(cutOff(), sighting(seen), at(later(2 * minute)));
    expect(found).toMatchObject({ state, outcome: { kind: 'accepted', inferred: true } });
  });
});

describe('taking back', () => {
  test('works while nothing has begun', () => {
    expect(cancelled(waiting())).toMatchObject({ state: 'ended', verdict: 'cancelled', dueAt: null });
  });

  test.each([
    ['a start under way', started()],
    ['a sync that is followed', following()],
    ['what has ended', answer(refused(notAllowed))],
  ])('leaves %s alone', (_, target) => {
    expect(cancelled(target)).toBe(target);
  });
});

describe('a booking that cannot be read for', () => {
  const booked = waiting({ window: { opensAt: noon, basis: 'last-manual' } });

  test.each<[string, Refusal, number, Partial<RunTarget>]>([
    [
      'tries again while Microsoft is unreachable',
      unreachable,
      minute,
      { state: 'waiting', dueAt: later(90 * second) },
    ],
    [
      'waits as long as it is told to',
      throttled(later(4 * minute)),
      minute,
      { state: 'waiting', dueAt: later(4 * minute) },
    ],
    ['is handed back after five minutes', unreachable, 5 * minute, { state: 'ended', verdict: 'refused' }],
    ['is handed back at once where the right is missing', notAllowed, 0, { state: 'ended', verdict: 'refused' }],
  ])('%s', (_, why, elapsed, expected) => {
    expect(couldNotPlan(booked, why, later(elapsed))).toMatchObject(expected);
  });

  test('keeps why it was handed back', () => {
    expect(couldNotPlan(booked, notAllowed, noon).outcome).toEqual(refused(notAllowed));
  });
});
