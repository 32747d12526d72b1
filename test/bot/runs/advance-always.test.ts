import fc from 'fast-check';
import type { Sighting } from '../../../bot/actions/define.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import {
  answered,
  begin,
  bookingAttempts,
  cancelled,
  couldNotLook,
  couldNotRecover,
  join,
  recovered,
  saw,
} from '../../../bot/runs/advance.ts';
import { signedInAgain, signInPatienceMs, tooLate, waitsForSignIn } from '../../../bot/runs/parking.ts';
import type { RunTarget, TargetState } from '../../../bot/runs/run.ts';
import { couldNotPlan, tryLater } from '../../../bot/runs/waiting.ts';
import { windowFor } from '../../../bot/runs/window.ts';
import {
  hour,
  later,
  lostAnswer,
  minute,
  noon,
  notAllowed,
  pace,
  refusal,
  sighting,
  signedOut,
  throttled,
  tooEarly,
  unreachable,
  waiting,
} from './samples.ts';

/** What may happen to a target, by the state it is in; each is as likely as the next. */
type Happening = (target: RunTarget, given: { now: Date; why: Refusal; seen: Sighting }) => RunTarget;

const signsIn: Happening = (target, { now }) => signedInAgain(target, now);
const hasNoToken: Happening = (target, { now }) => withoutToken(target, now);

const toAnswer = (before: RunTarget, now: Date, why: Refusal | null) =>
  answered(before, why ? { kind: 'refused', at: now, refusal: why } : accepted(now), {
    now,
    pace,
    booked: before.window !== null,
    window: why?.kind === 'too-early' ? windowFor(why.retryAt, null, now) : null,
  });
const accepted = (at: Date) => ({ kind: 'accepted', at, requestId: null, inferred: false }) as const;

const happenings: Record<TargetState, Record<string, Happening>> = {
  waiting: {
    begins: (target, { now }) => begin(target, now),
    'cannot be planned': (target, { now, why }) => couldNotPlan(target, why, now),
    "joins somebody's sync": (target, { now }) => join(target, { since: null, mark: 'inProgress' }, { now, pace }),
    'meets a closed window': (target, { now }) =>
      tryLater(target, { opensAt: later(minute, now), basis: 'last-sync' }, true),
    'is taken back': (target) => cancelled(target),
    'has no token': hasNoToken,
    'its asker signs in': signsIn,
  },
  starting: {
    'is accepted': (target, { now }) => toAnswer(target, now, null),
    'is refused': (target, { now, why }) => toAnswer(target, now, why),
    'is found after a crash': (target, { now, seen }) => recovered(target, seen, { now, pace }),
    'cannot be looked for after a crash': (target, { now, why }) => couldNotRecover(target, why, { now, pace }),
    'has no token': hasNoToken,
    'its asker signs in': signsIn,
  },
  following: {
    'is seen': (target, { now, seen }) => saw(target, seen, { now, pace }),
    'cannot be seen': (target, { now, why }) => couldNotLook(target, why, { now, pace }),
    'has no token': hasNoToken,
    'its asker signs in': signsIn,
  },
  ended: {},
};

/** What a step does that finds no token. */
function withoutToken(target: RunTarget, now: Date): RunTarget {
  if (target.state === 'waiting') return tooLate(target, now) ?? couldNotPlan(target, signedOut, now);
  if (target.state === 'starting') return couldNotRecover(target, signedOut, { now, pace });
  return couldNotLook(target, signedOut, { now, pace });
}

const reasons = (now: Date): Refusal[] => [
  signedOut,
  unreachable,
  lostAnswer,
  notAllowed,
  refusal({ kind: 'running-already' }),
  throttled(later(3 * minute, now)),
  throttled(null),
  tooEarly(later(9 * minute, now)),
  tooEarly(null),
];

const anEvent = fc.record({
  which: fc.nat(),
  lateMs: fc.oneof(fc.constant(0), fc.nat(2 * hour)),
  reason: fc.nat(8),
  seen: fc.constantFrom(...(['waiting', 'working', 'done', 'failed'] as const)),
});
const aTarget = fc.constantFrom(waiting(), waiting({ window: { opensAt: noon, basis: 'last-manual' } }));

const someEvents = fc.array(anEvent, { maxLength: 60 });

test('whatever happens, a target has ended or knows when it goes on', () => {
  fc.assert(
    fc.property(aTarget, someEvents, (first, events) => {
      lives(first, events, holds);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever happened, whoever does not come back to sign in is waited for a working day at the most', () => {
  fc.assert(
    fc.property(aTarget, someEvents, (first, events) => {
      const lived = lives(first, events);
      let { target } = lived;
      const since = latest(lived.now, target.dueAt);
      let now = since;
      for (let steps = 0; target.dueAt && steps < 10; steps += 1) {
        now = latest(now, target.dueAt);
        target = withoutToken(target, now);
      }
      expect(target.state).toBe('ended');
      expect(now.getTime() - since.getTime()).toBeLessThanOrEqual(signInPatienceMs);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever happened, a sign-in lets go on what waited, and a second one at the same time changes nothing more', () => {
  fc.assert(
    fc.property(aTarget, someEvents, fc.nat(2 * hour), (first, events, soonMs) => {
      const { target, now } = lives(first, events);
      const at = later(soonMs, now);
      const once = signedInAgain(target, at);
      const twice = signedInAgain(once, at);
      expect({ ...twice, revision: 0 }).toEqual({ ...once, revision: 0 });
      if (once === target) return;
      expect(once).toMatchObject({ state: target.state, verdict: null, dueAt: at, attempts: target.attempts });
      expect(waitsForSignIn(once)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

type Event = { which: number; lateMs: number; reason: number; seen: Sighting['state'] };
type Check = (before: RunTarget, next: RunTarget, now: Date) => void;

function lives(first: RunTarget, events: readonly Event[], check: Check = () => {}) {
  let target = first;
  let now = noon;
  for (const { which, lateMs, reason, seen } of events) {
    const possible = Object.values(happenings[target.state]);
    const happens = possible[which % possible.length];
    if (!happens) break;
    now = later(lateMs, latest(now, target.dueAt));
    const why = reasons(now)[reason] ?? unreachable;
    const next = happens(target, { now, why, seen: sighting(seen, now) });
    if (next !== target) check(target, next, now);
    target = next;
  }
  return { target, now };
}

const latest = (now: Date, dueAt: Date | null) => (dueAt && dueAt > now ? dueAt : now);

function holds(before: RunTarget, next: RunTarget, now: Date): void {
  expect(next.revision).toBeGreaterThan(before.revision);
  expect(next.verdict === null).toBe(next.state !== 'ended');
  expect(next.dueAt === null).toBe(next.state === 'ended');
  if (next.dueAt) expect(next.dueAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
  if (next.state === 'following') expect([next.startedAt, next.lookUntil]).not.toContain(null);
  expect(next.attempts).toBeLessThanOrEqual(bookingAttempts);
  if (next.verdict === 'cancelled') expect(before.state).toBe('waiting');
  expect(next.attempts).toBeGreaterThanOrEqual(0);
  // What was started, never answered and waits again would be told as somebody else's sync.
  if (next.state === 'waiting' && next.outcome === null) expect(next.startedAt).toBeNull();
  if (!waitsForSignIn(next) || next.state === 'starting') return;
  expect(next.dueAt).toEqual(next.lookUntil);
  expect((next.lookUntil?.getTime() ?? 0) - now.getTime()).toBeLessThanOrEqual(signInPatienceMs);
  if (waitsForSignIn(before)) expect(next.lookUntil).toEqual(before.lookUntil);
}

describe('nothing is waited for without an end:', () => {
  const booked = waiting({ window: { opensAt: noon, basis: 'last-manual' } });
  const begun = toAnswer(begin(waiting(), noon), noon, null);
  const unsure = toAnswer(begin(waiting(), noon), noon, lostAnswer);

  test.each<[string, RunTarget, (target: RunTarget, now: Date) => RunTarget, number]>([
    [
      'a booking, while Microsoft cannot be read',
      booked,
      (one, now) => couldNotPlan(one, unreachable, now),
      6 * minute,
    ],
    [
      'a sync asked for now, while Microsoft cannot be read',
      waiting(),
      (one, now) => couldNotPlan(one, unreachable, now),
      6 * minute,
    ],
    ['a start that shows no sign', begun, (one, now) => saw(one, sighting('waiting'), { now, pace }), 11 * minute],
    ['a sync that never ends', begun, (one, now) => saw(one, sighting('working'), { now, pace }), 46 * minute],
    [
      'a sync that cannot be looked at',
      begun,
      (one, now) => couldNotLook(one, unreachable, { now, pace }),
      11 * minute,
    ],
    ['a lost answer without a sign', unsure, (one, now) => saw(one, sighting('waiting'), { now, pace }), 3 * minute],
    [
      'a lost answer that cannot be looked after',
      unsure,
      (one, now) => couldNotLook(one, unreachable, { now, pace }),
      3 * minute,
    ],
    [
      'a booking that always comes too early',
      booked,
      (one, now) => toAnswer(begin(one, now), now, tooEarly(null)),
      31 * minute,
    ],
  ])('%s', (_, first, goesOn, withinMs) => {
    let target = first;
    let now = noon;
    for (let steps = 0; target.dueAt && steps < 1_000; steps += 1) {
      now = latest(now, target.dueAt);
      target = goesOn(target, now);
    }
    expect({ state: target.state, within: now.getTime() - noon.getTime() <= withinMs }).toEqual({
      state: 'ended',
      within: true,
    });
  });
});
