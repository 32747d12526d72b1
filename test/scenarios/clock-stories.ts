import { openLexicon } from '../../cards/words/index.ts';
import { until } from '../helpers/chat.ts';
import type { Desk } from '../helpers/desk.ts';
import { deskForEach } from './desk-for-each.ts';

/** The clock of the bot's machine is set while runs are on their way; the database's stays as it is. */

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;
const { say } = openLexicon()('en', 'Europe/Berlin');

export function tellOfClocks(open: () => Promise<Desk>): void {
  const desk = deskForEach(open);
  async function jumps(ms: number): Promise<void> {
    desk().app.tenant?.clock.turn(ms);
    await desk().app.runner.wake();
  }
  const doneOf = (run: number) =>
    desk()
      .ana.messages()
      .filter(({ card }) => new RegExp(`· run ${run} [\\s\\S]*^${say('status.done')}$`, 'm').test(card.fallbackText));
  const isDone = (run: number) =>
    until(
      () => doneOf(run).length > 0,
      () =>
        `run ${run} did not end:\n${desk()
          .ana.messages()
          .map(({ card }) => card.fallbackText)
          .join('\n---\n')}`,
      60 * second,
    );

  test.each([
    ['an hour back', -hour],
    ['a day back', -day],
    ['an hour on', hour],
    ['a day on', day],
  ])(
    '%s while a run is followed: it is still seen to its end, started once and told once',
    async (_, ms) => {
      await desk().ana.says('sync autopilot');
      await desk().ana.sees(/^(Accepted|Working)$/m);
      await jumps(ms);
      await desk().clock.goesOn(second * 20 + Math.max(0, -ms));
      await isDone(1);
      expect([desk().posts().length, doneOf(1).length]).toEqual([1, 1]);
    },
    120_000,
  );

  test.each([
    ['an hour back', -hour],
    ['an hour on', hour],
  ])(
    '%s while a booking waits: it is made once, when its time has come by the new clock',
    async (_, ms) => {
      await desk().ana.says('practice next 429 300');
      await desk().ana.says('sync autopilot');
      await desk().ana.sees(/^Too early|^Closed|Sync at/m);
      await desk().ana.presses(/^Sync at/);
      await desk().ana.sees(/^Booked$/m);
      await jumps(ms);
      await desk().clock.goesOn(301 * second + Math.max(0, -ms));
      await until(
        () => desk().posts().length === 2,
        () => `posts: ${desk().posts().length}`,
        60 * second,
      );
      await desk().clock.goesOn(60 * second);
      await isDone(2);
      expect(desk().posts()).toHaveLength(2);
    },
    120_000,
  );
}
