import type { Clock } from '../../bot/ports.ts';

/** Time that passes when it is told to. */
export type Time = Clock & {
  nowMs(): number;
  /** Goes on from story to story, as the clock of a process does that nobody can set. */
  steadyMs(): number;
  after(ms: number, act: () => void): Timer;
  every(ms: number, act: () => void): Timer;
  /** When the next one-off timer ends; null where none is set. */
  nextAt(): number | null;
  /** Turns the clock and does what was due until then, the earliest first; `rests` after each. */
  passTo(atMs: number, rests: () => Promise<void>): Promise<void>;
  /** As for another story. */
  startsOver(): void;
};

export type Timer = { stop(): void };

type Row = { atMs: number; everyMs: number | null; act: () => void; order: number };

const beginning = Date.parse('2026-03-02T08:00:00Z');

export function openTime(): Time {
  let nowMs = beginning;
  let earlierMs = 0;
  let order = 0;
  let rows: Row[] = [];

  function set(atMs: number, everyMs: number | null, act: () => void): Timer {
    const row = { atMs, everyMs, act, order: order++ };
    rows.push(row);
    return { stop: () => drop(row) };
  }

  function drop(row: Row): void {
    rows = rows.filter((one) => one !== row);
  }

  function dueBy(atMs: number): Row | undefined {
    const due = rows.filter((row) => row.atMs <= atMs);
    return due.sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  }

  function fire(row: Row): void {
    nowMs = Math.max(nowMs, row.atMs);
    if (row.everyMs === null) drop(row);
    row.act();
  }

  return {
    now: () => new Date(nowMs),
    nowMs: () => nowMs,
    steadyMs: () => earlierMs + nowMs,
    after: (ms, act) => set(nowMs + Math.max(1, ms), null, act),
    every: (ms, act) => set(nowMs + ms, ms, act),
    nextAt: () => rows.reduce<number | null>((next, row) => earlier(next, row), null),
    async passTo(atMs, rests) {
      // Whoever was asleep for many rounds wakes for one of them.
      for (const row of rows) if (row.everyMs !== null && row.atMs < atMs) row.atMs = atMs;
      for (let row = dueBy(atMs); row; row = dueBy(atMs)) {
        fire(row);
        if (row.everyMs !== null) row.atMs = Math.max(nowMs, atMs) + row.everyMs;
        await rests();
      }
      nowMs = Math.max(nowMs, atMs);
    },
    startsOver() {
      earlierMs += nowMs + 1_000 - beginning;
      [rows, nowMs] = [[], beginning];
    },
  };
}

function earlier(next: number | null, { atMs, everyMs }: Row): number | null {
  if (everyMs !== null) return next;
  return next === null || atMs < next ? atMs : next;
}
