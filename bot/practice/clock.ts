import type { Clock } from '../ports.ts';

/** Real time, turned forwards by hand. */
export type PracticeClock = Clock & { turn(ms: number): void; offsetMs(): number; setBack(): void };

export function openPracticeClock(offsetMs = 0): PracticeClock {
  let offset = offsetMs;
  return {
    now: () => new Date(Date.now() + offset),
    turn: (ms) => {
      offset += ms;
    },
    offsetMs: () => offset,
    setBack: () => {
      offset = 0;
    },
  };
}
