import fc from 'fast-check';
import { appLimit, chatLimits, type Limit } from '../../../bot/sending/limits.ts';
import { type Answers, noAnswers, waitMs, withAnswer } from '../../../bot/sending/windows.ts';

/** One after the other, as soon as there is room: when each reached Teams, somewhere between its beginning and its answer. */
function sendAll(
  limits: readonly Limit[],
  requests: readonly { pauseMs: number; latencyMs: number; arrives: number }[],
) {
  let now = 1_000_000;
  let answers: Answers = noAnswers;
  return requests.map(({ pauseMs, latencyMs, arrives }) => {
    now += pauseMs;
    now += waitMs(answers, limits, { now, onTheWay: 0 });
    const arrived = now + latencyMs * arrives;
    now += latencyMs;
    answers = withAnswer(answers, limits, now);
    return arrived;
  });
}

/** The fullest stretch of this length, wherever it begins. */
const mostWithin = (arrivals: readonly number[], windowMs: number) =>
  Math.max(0, ...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + windowMs).length));

const request = fc.record({
  pauseMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600_000 })),
  latencyMs: fc.integer({ min: 0, max: 2_000 }),
  arrives: fc.double({ min: 0, max: 1, noNaN: true }),
});

test.each([...chatLimits, appLimit])(
  'no stretch of $windowMs ms ever holds more than $places requests, whatever they take on their way',
  ({ windowMs, places }) => {
    const limits = [...chatLimits, appLimit];
    fc.assert(
      fc.property(fc.array(request, { maxLength: 200 }), (requests) => {
        expect(mostWithin(sendAll(limits, requests), windowMs)).toBeLessThanOrEqual(places);
      }),
      { numRuns: 60 },
    );
  },
);

test('a conversation that is written to without a pause fills its hour, and no more', () => {
  const arrivals = sendAll(
    chatLimits,
    Array.from({ length: 4_000 }, () => ({ pauseMs: 0, latencyMs: 0, arrives: 0 })),
  );
  for (const { windowMs, places } of chatLimits) {
    let from = 0;
    arrivals.forEach((at, index) => {
      while ((arrivals[from] ?? 0) <= at - windowMs) from += 1;
      expect(index - from + 1).toBeLessThanOrEqual(places);
    });
  }
  const inAnHour = arrivals.filter((at) => at < (arrivals[0] ?? 0) + 3_600_000);
  expect(inAnHour).toHaveLength(1_800);
});

test('what is remembered of a busy hour stays small', () => {
  let answers: Answers = noAnswers;
  for (let now = 0; now < 7_200_000; now += 2_000) answers = withAnswer(answers, chatLimits, now);
  expect(answers.length).toBeLessThan(120);
});

test('what is kept by processes in turn, each with a clock of its own, counts for its hour and a minute, and no longer', () => {
  let answers: Answers = noAnswers;
  const sent: number[] = [];
  for (let now = 0; now < 10_800_000; now += 5_000) {
    // Every other one is kept by a process whose minutes begin elsewhere.
    const ahead = sent.length % 2 === 0 ? 0 : 30_000;
    const shifted = moved(answers, ahead);
    expect(waitMs(shifted, chatLimits, { now: now + ahead, onTheWay: 0 })).toBe(0);
    answers = moved(withAnswer(shifted, chatLimits, now + ahead), -ahead);
    sent.push(now);
    const counted = answers.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBeLessThanOrEqual(sent.filter((at) => at >= now - 3_661_000).length);
  }
});

const moved = (answers: Answers, ms: number): Answers =>
  answers.map((one) => ({ ...one, since: one.since + ms, at: one.at + ms }));

test('those on their way hold their places', () => {
  const answers = Array.from({ length: 48 }, () => ({ since: 1_000, at: 1_000, count: 1 }));
  expect(waitMs(answers, [appLimit], { now: 1_001, onTheWay: 1 })).toBe(0);
  expect(waitMs(answers, [appLimit], { now: 1_001, onTheWay: 2 })).toBe(1_000);
  expect(waitMs(noAnswers, [appLimit], { now: 1_001, onTheWay: 50 })).toBe(Number.POSITIVE_INFINITY);
});
