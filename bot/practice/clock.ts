import type { Clock } from '../ports.ts';

/** Real time, turned forwards by hand. */
export type PracticeClock = Clock & {
  turn(ms: number): void;
  /** For those who wait by a clock that nobody turns. */
  onTurn(act: () => void): void;
  offsetMs(): number;
  setBack(): void;
};

export function openPracticeClock(offsetMs = 0): PracticeClock {
  let offset = offsetMs;
  const listeners: (() => void)[] = [];
  return {
    now: () => new Date(Date.now() + offset),
    turn: (ms) => {
      offset += ms;
      for (const act of listeners) act();
    },
    onTurn: (act) => {
      listeners.push(act);
    },
    offsetMs: () => offset,
    setBack: () => {
      offset = 0;
    },
  };
}
