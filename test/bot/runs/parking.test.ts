import type { Refusal } from '../../../bot/graph/refusal.ts';
import {
  answered,
  begin,
  cancelled,
  couldNotLook,
  couldNotRecover,
  join,
  recovered,
  saw,
  startLeaseMs,
} from '../../../bot/runs/advance.ts';
import { isParked, signedInAgain, signInPatienceMs, tooLate, waitsForSignIn } from '../../../bot/runs/parking.ts';
import type { RunTarget } from '../../../bot/runs/run.ts';
import { couldNotPlan, tryLater } from '../../../bot/runs/waiting.ts';
import {
  hour,
  later,
  lostAnswer,
  minute,
  needsConsent,
  needsProof,
  noon,
  notAllowed,
  pace,
  second,
  sighting,
  signedOut,
  tooEarly,
  unreachable,
  waiting,
} from './samples.ts';

const at = (now: Date) => ({ now, pace });
const deadline = later(signInPatienceMs);
const fromNow = (now: Date) => ({ ...at(now), booked: false, window: null });
const accepted = (now: Date) => ({ kind: 'accepted', at: now, requestId: null, inferred: false }) as const;
const refused = (now: Date, why: Refusal) => ({ kind: 'refused', at: now, refusal: why }) as const;

const booked = () => waiting({ window: { opensAt: noon, basis: 'last-manual' } });
const started = (now = noon, from = waiting()) => begin(from, now);
const following = () => answered(started(), accepted(noon), fromNow(noon));
const cutOff = () => ({ ...started(later(-2 * minute)), dueAt: later(-minute) });

/** A target of each kind that met no token at noon. */
const parked = {
  'a start that nobody booked': () => couldNotPlan(waiting(), signedOut, noon),
  'a booking whose window opens': () => couldNotPlan(booked(), signedOut, noon),
  'a start that Intune answered with 401': () => answered(started(), refused(noon, signedOut), fromNow(noon)),
  'a sync that is followed': () => couldNotLook(following(), signedOut, at(noon)),
  'a start that was cut off': () => couldNotRecover(cutOff(), signedOut, at(noon)),
} as const;
type Kind = keyof typeof parked;
const kinds = Object.keys(parked) as Kind[];
const starts = kinds.slice(0, 3);

describe('without a token in the name of its asker', () => {
  test.each(kinds)('%s waits for them, for a working day', (kind) => {
    expect(parked[kind]()).toMatchObject({ blind: signedOut, verdict: null, lookUntil: deadline, dueAt: deadline });
  });

  test.each<[Kind, RunTarget['state']]>([
    ['a start that nobody booked', 'waiting'],
    ['a booking whose window opens', 'waiting'],
    ['a start that Intune answered with 401', 'waiting'],
    ['a sync that is followed', 'following'],
    ['a start that was cut off', 'starting'],
  ])('%s stands still where it was: %s', (kind, state) => {
    expect(parked[kind]().state).toBe(state);
  });

  test('what Intune refused with 401 was no try, and nothing is said to have been seen running', () => {
    const target = answered(started(noon, booked()), refused(noon, signedOut), { ...fromNow(noon), booked: true });
    expect(target).toMatchObject({ attempts: 0, startedAt: null, outcome: null, window: booked().window });
  });

  test.each([
    ['consent', needsConsent],
    ['proof', needsProof],
  ])('it remembers that %s is what is missing', (_, why) => {
    expect(couldNotPlan(booked(), why, noon).blind).toEqual(why);
  });

  test('an early step does not move the deadline, and keeps the newest reason', () => {
    const again = couldNotLook(parked['a sync that is followed'](), needsProof, at(later(hour)));
    expect(again).toMatchObject({ blind: needsProof, lookUntil: deadline, dueAt: deadline });
  });

  test('a start can still be taken back, and nothing else can', () => {
    const became = kinds.map((kind) => cancelled(parked[kind]()).verdict);
    expect(became).toEqual(['cancelled', 'cancelled', 'cancelled', null, null]);
  });

  test('nothing is asked before the deadline', () => {
    for (const kind of kinds) expect(isParked(parked[kind]())).toBe(true);
  });
});

describe('when they have signed in', () => {
  const back = later(3 * hour);

  test.each(kinds)('%s goes on at once, where it stood', (kind) => {
    const before = parked[kind]();
    const after = signedInAgain(before, back);
    expect(after).toMatchObject({ state: before.state, blind: null, dueAt: back, revision: before.revision + 1 });
    expect(waitsForSignIn(after)).toBe(false);
  });

  test('a booking counts from then on what it gives way to, and how long it tries to read', () => {
    const target = signedInAgain(parked['a booking whose window opens'](), back);
    expect(couldNotPlan(target, unreachable, back).state).toBe('waiting');
    const next = later(10 * minute, back);
    expect(tryLater(target, { opensAt: next, basis: 'last-sync' }, true)).toMatchObject({
      state: 'waiting',
      window: { opensAt: next },
    });
  });

  test('a start that nobody booked tries to read for a few minutes, as if just asked for', () => {
    const target = signedInAgain(parked['a start that nobody booked'](), back);
    const troubled = couldNotPlan(target, unreachable, back);
    expect(troubled.state).toBe('waiting');
    expect(couldNotPlan(troubled, unreachable, later(6 * minute, back))).toMatchObject({ verdict: 'refused' });
  });

  test.each([
    ['done', 'done'],
    ['failed', 'failed'],
    ['working', 'silent'],
    ['waiting', 'silent'],
  ] as const)('a sync is looked at once more, however long ago it began: %s', (seen, verdict) => {
    const target = signedInAgain(parked['a sync that is followed'](), back);
    expect(saw(target, sighting(seen, back), at(back))).toMatchObject({ state: 'ended', verdict, blind: null });
  });

  test('that one look is tried for a few minutes, should Microsoft be away just then', () => {
    let target = signedInAgain(parked['a sync that is followed'](), back);
    target = couldNotLook(target, unreachable, at(back));
    expect(target.state).toBe('following');
    target = couldNotLook(target, unreachable, at(target.dueAt ?? back));
    expect(target.state).toBe('following');
    expect(couldNotLook(target, unreachable, at(later(5 * minute, back)))).toMatchObject({ verdict: 'silent' });
  });

  test('a sync whose patience is not over is looked at as before', () => {
    const soon = later(minute);
    const target = saw(signedInAgain(parked['a sync that is followed'](), soon), sighting('waiting', soon), at(soon));
    expect(target).toMatchObject({ state: 'following', lookUntil: later(10 * minute) });
  });

  test('a start that was cut off is looked for before it is made', () => {
    const target = signedInAgain(parked['a start that was cut off'](), back);
    expect(recovered(target, sighting('working', back), at(back))).toMatchObject({
      outcome: { kind: 'accepted', inferred: true },
    });
    expect(recovered(target, sighting('waiting', back), at(back))).toMatchObject({
      state: 'waiting',
      startedAt: null,
      dueAt: back,
    });
  });

  test('what still lacks consent waits anew, a full working day', () => {
    const target = couldNotPlan(signedInAgain(parked['a booking whose window opens'](), back), needsConsent, back);
    expect(target).toMatchObject({ blind: needsConsent, lookUntil: later(signInPatienceMs, back) });
  });

  test('what is not due waits for its time', () => {
    const target = booked();
    const early = later(-minute);
    expect(signedInAgain(target, early)).toBe(target);
  });

  test.each([
    ['a look', { ...following(), dueAt: noon }],
    ['a start', waiting()],
  ])('%s that may be on its way back without a token counts for nothing, and is done anew', (_, target) => {
    const soon = later(second);
    expect(signedInAgain(target, soon)).toEqual({ ...target, dueAt: soon, revision: target.revision + 1 });
  });

  test.each([
    ['a start under way', started()],
    ['a start under way at the deadline', begin(parked['a start that nobody booked'](), deadline)],
    ['a start found half-done', cutOff()],
    ['what has ended', cancelled(waiting())],
  ])('%s is left alone', (_, target) => {
    expect(signedInAgain(target, later(hour, deadline))).toBe(target);
  });
});

describe('at the deadline there is one more try', () => {
  test.each(starts)('%s did not start, for want of a sign-in', (kind) => {
    const target = couldNotPlan(parked[kind](), signedOut, deadline);
    expect(target).toMatchObject({ state: 'ended', verdict: 'refused', outcome: refused(deadline, signedOut) });
  });

  test('a start whose reading works and which is then answered with 401 did not start either', () => {
    const target = answered(
      begin(parked['a start that nobody booked'](), deadline),
      refused(deadline, signedOut),
      fromNow(deadline),
    );
    expect(target).toMatchObject({ state: 'ended', verdict: 'refused', outcome: { refusal: signedOut } });
  });

  test('a sync that cannot be looked at any more is no sign of life', () => {
    const target = couldNotLook(parked['a sync that is followed'](), signedOut, at(deadline));
    expect(target).toMatchObject({ state: 'ended', verdict: 'silent', blind: signedOut });
  });

  test('a start that was cut off and cannot be looked for may have worked', () => {
    const target = couldNotRecover(parked['a start that was cut off'](), signedOut, at(deadline));
    expect(target).toMatchObject({ state: 'ended', verdict: 'silent', blind: signedOut });
  });

  test('a start that works then is followed like any other', () => {
    const target = answered(
      begin(parked['a booking whose window opens'](), deadline),
      accepted(deadline),
      fromNow(deadline),
    );
    expect(target).toMatchObject({ state: 'following', blind: null, startedAt: deadline });
  });

  test('a sync that runs then is followed', () => {
    const target = join(parked['a booking whose window opens'](), { since: null, mark: 'inProgress' }, at(deadline));
    expect(target).toMatchObject({ state: 'following', blind: null });
  });

  test('nothing is put off any further: a closed window ends it, with the offer to book', () => {
    const window = { opensAt: later(9 * minute, deadline), basis: 'service' } as const;
    const early = tryLater(parked['a booking whose window opens'](), window, true);
    expect(early).toMatchObject({ state: 'ended', verdict: 'refused', blind: null, window });
    const before = begin(parked['a booking whose window opens'](), deadline);
    const answer = answered(before, refused(deadline, tooEarly(window.opensAt)), {
      ...at(deadline),
      booked: true,
      window,
    });
    expect(answer).toMatchObject({ state: 'ended', verdict: 'refused', blind: null, window });
  });

  test.each(starts)('%s is not tried again after passing trouble', (kind) => {
    expect(couldNotPlan(parked[kind](), unreachable, deadline)).toMatchObject({ verdict: 'refused', blind: null });
  });

  test('a start that was cut off and cannot be seen is not made again', () => {
    const target = recovered(parked['a start that was cut off'](), sighting('waiting', deadline), at(deadline));
    expect(target).toMatchObject({ state: 'ended', verdict: 'silent', blind: null });
  });

  test('other trouble says why', () => {
    const target = couldNotPlan(parked['a start that nobody booked'](), notAllowed, deadline);
    expect(target).toMatchObject({ verdict: 'refused', outcome: { refusal: notAllowed } });
    const looked = couldNotRecover(parked['a start that was cut off'](), lostAnswer, at(deadline));
    expect(looked).toMatchObject({ state: 'following', blind: null, outcome: { refusal: lostAnswer } });
  });
});

describe('after the deadline', () => {
  const muchLater = later(hour, deadline);

  test.each(starts)('%s starts no more, whoever signs in', (kind) => {
    const target = parked[kind]();
    expect(tooLate(target, muchLater)).toMatchObject({
      state: 'ended',
      verdict: 'refused',
      outcome: { refusal: signedOut },
    });
    expect(signedInAgain(target, muchLater)).toBe(target);
  });

  test('a step that is a little late is the last try', () => {
    for (const kind of kinds) expect(tooLate(parked[kind](), later(5 * second, deadline))).toBeNull();
  });

  test('a look is never too late', () => {
    expect(tooLate(parked['a sync that is followed'](), muchLater)).toBeNull();
    expect(tooLate(parked['a start that was cut off'](), muchLater)).toBeNull();
    expect(signedInAgain(parked['a sync that is followed'](), muchLater)).toMatchObject({
      blind: null,
      dueAt: muchLater,
    });
  });

  test('a start that waits for nobody is never too late', () => {
    expect(tooLate(waiting(), muchLater)).toBeNull();
    expect(tooLate(couldNotPlan(booked(), unreachable, noon), muchLater)).toBeNull();
  });
});

test('a start under way keeps its lease even if it is the last try', () => {
  const target = begin(parked['a start that nobody booked'](), deadline);
  expect(target).toMatchObject({ state: 'starting', dueAt: later(startLeaseMs, deadline) });
  expect(isParked(target)).toBe(false);
});
