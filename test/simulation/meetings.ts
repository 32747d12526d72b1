import { setImmediate as turn } from 'node:timers/promises';
import type { Time } from './time.ts';

/** The process died here. */
export class Died extends Error {}

/** One process of the bot, as far as it can die. */
export type Life = { name: string; isOver: boolean; diesInTransaction: boolean };

/** Somebody who met the outside, and waits there until the story goes on with them. */
export type Meeting = { life: Life; what: string; untilMs: number; goesOn(): void };

/** Where a story can be stopped, turned to somebody else, or broken off: wherever a process meets the outside. */
export type Meetings = {
  held(): readonly Meeting[];
  /** Dies there if its process does. `forMs`: so long it can be held up. */
  meet(life: Life, what: string, forMs?: number): Promise<void>;
  goesOn(meeting: Meeting): Promise<void>;
  /** All that a process had under way is broken off. */
  dies(life: Life): Promise<void>;
  /** Whoever is still held up stays so for ever. */
  startsOver(): void;
  /** Waits until nothing is under way but what waits at a meeting or sleeps. */
  rests(): Promise<void>;
};

/** Less than what anybody would take for the death of a process. */
const shortMs = 4_000;

export function openMeetings(time: Time): Meetings {
  let held: Meeting[] = [];
  let met = 0;

  async function rests(): Promise<void> {
    for (let calm = 0, before = met; calm < 3; calm = before === met ? calm + 1 : 0) {
      before = met;
      await turn();
    }
  }

  function open(meeting: Meeting): void {
    met += 1;
    held = held.filter((one) => one !== meeting);
    meeting.goesOn();
  }

  return {
    held: () => held,
    rests,
    async meet(life, what, forMs = shortMs) {
      alive(life);
      met += 1;
      const { promise, resolve: goesOn } = Promise.withResolvers<void>();
      held.push({ life, what, untilMs: time.nowMs() + forMs, goesOn });
      await promise;
      alive(life);
    },
    startsOver() {
      held = [];
    },
    async goesOn(meeting) {
      open(meeting);
      await rests();
    },
    async dies(life) {
      life.isOver = true;
      for (const meeting of held.filter((one) => one.life === life)) open(meeting);
      await rests();
    },
  };
}

/** A process that is over reaches nothing any more. */
export function alive(life: Life): void {
  if (life.isOver) throw new Died();
}
