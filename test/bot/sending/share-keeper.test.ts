import { setImmediate as turn } from 'node:timers/promises';
import { appLimit } from '../../../bot/sending/limits.ts';
import { keepShare } from '../../../bot/sending/share-keeper.ts';
import type { Share } from '../../../bot/sending/shares.ts';

/** A process that sends to a tenant, with a clock that the test turns. */
function openProcess(others: readonly Share[] = []) {
  let [nowMs, waiting] = [0, 0];
  let shares: readonly Share[] = others;
  let answers: { since: number; at: number; count: number }[] = [];
  const asked: number[] = [];
  const keeper = keepShare('tenant', {
    process: 'one',
    steadyMs: () => nowMs,
    load: { waiting: () => waiting, onTheWay: () => 0, answers: () => answers },
    changed: () => {},
    together: {
      takeChat: async () => null,
      keepChat: async () => {},
      leaveChat: async () => {},
      async shares(_tenant, change) {
        const changed = change(shares, nowMs);
        asked.push(changed.find(({ process }) => process === 'one')?.wanted ?? 0);
        shares = changed;
        return changed;
      },
    },
  });
  const looks = async () => {
    keeper.look();
    await turn();
  };
  return {
    keeper,
    asked,
    /** One after the other, none waiting for long; the answer is for how many there was no place when they came. */
    async sends(count: number, apartMs: number) {
      let held = 0;
      for (let i = 0; i < count; i++) {
        nowMs += apartMs;
        waiting = 1;
        const used = answers.filter(({ at }) => at + appLimit.windowMs >= nowMs).length;
        await looks();
        if (used >= keeper.places()) held += 1;
        waiting = 0;
        answers = [...answers, { since: nowMs, at: nowMs, count: 1 }];
        await looks();
      }
      return held;
    },
    async rests(ms: number) {
      nowMs += ms;
      await looks();
    },
  };
}

test('a few a second need no more than a few places', async () => {
  const { sends, keeper } = openProcess();
  expect(await sends(20, 400)).toBe(0);
  expect(keeper.places()).toBe(4);
});

test('many in a second, though each is gone before the next comes, have a place each', async () => {
  const { sends, keeper } = openProcess();
  expect(await sends(200, 50)).toBe(0);
  expect(keeper.places()).toBeGreaterThanOrEqual(20);
  expect(keeper.places()).toBeLessThan(appLimit.places);
});

test('what is needed no longer is given back', async () => {
  const { sends, rests, keeper } = openProcess();
  await sends(60, 50);
  await rests(2_000);
  expect(keeper.places()).toBe(4);
});

test('what another process has is left to it', async () => {
  const { sends, keeper } = openProcess([{ process: 'two', places: 40, wanted: 40, until: 3_600_000 }]);
  await sends(200, 50);
  expect(keeper.places()).toBe(10);
});
