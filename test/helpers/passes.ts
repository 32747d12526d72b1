import { setTimeout as wait } from 'node:timers/promises';
import type { Desk } from './desk.ts';

const minute = 60_000;
/** For long enough on any machine: looks take their time, and the next one is due only after the clock has gone on. */
const patienceMs = 60_000;

/** The clock goes on a few minutes at a time until it holds; whoever asks then says what did not come about. */
export async function passes(clock: Desk['clock'], holds: () => boolean): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!holds() && Date.now() < until) {
    await clock.goesOn(3 * minute);
    await wait(100);
  }
}
