import { setTimeout as wait } from 'node:timers/promises';
import { type Crowd, openCrowd } from '../../../bot/teams/crowd.ts';

/** Nobody is let in by the passing of time. */
const patient = { atOnce: 2, holdMs: 600_000, longestWaitMs: 600_000, mostWaiting: 3 };

type Entered = Awaited<ReturnType<Crowd['enter']>>;

const leaveOf = (entered: Entered | undefined) => (entered?.kind === 'in' ? entered.leave : () => {});

test('so many turns are worked on at once, and the others in the order in which they came', async () => {
  const crowd = openCrowd(patient);
  const [first, second] = [await crowd.enter(), await crowd.enter()];
  const order: string[] = [];
  const others = ['third', 'fourth'].map(async (name) => {
    const entered = await crowd.enter();
    order.push(name);
    return entered;
  });
  await wait(5);
  expect(order).toEqual([]);
  leaveOf(second)();
  leaveOf(second)();
  const third = await others[0];
  await wait(5);
  expect(order).toEqual(['third']);
  leaveOf(first)();
  const fourth = await others[1];
  expect(order).toEqual(['third', 'fourth']);
  for (const one of [third, fourth]) leaveOf(one)();
});

test('a turn that waits for somebody else holds nobody up', async () => {
  const crowd = openCrowd({ ...patient, atOnce: 1, holdMs: 1 });
  await crowd.enter();
  expect((await crowd.enter()).kind).toBe('in');
});

test('whoever has waited for too long is told so, and so is one too many at once', async () => {
  const crowd = openCrowd({ ...patient, atOnce: 1, longestWaitMs: 20, mostWaiting: 1 });
  const first = await crowd.enter();
  const waiting = crowd.enter();
  expect((await crowd.enter()).kind).toBe('full');
  expect((await waiting).kind).toBe('late');
  leaveOf(first)();
  const next = await crowd.enter();
  expect(next.kind).toBe('in');
  leaveOf(next)();
});
