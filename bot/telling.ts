import { setTimeout as sleep } from 'node:timers/promises';

/** The first few edits of a card are made at once; then they keep a distance, well below what Teams takes (teams-platform 4.1). */
const fewEdits = 3;
const lookBackMs = 10_000;
const apartMs = 2_000;

/** How long the next edit has to wait, told by when the last ones were made. */
export function restMs(madeAtMs: readonly number[], nowMs: number): number {
  const recent = madeAtMs.filter((at) => nowMs - at < lookBackMs);
  const last = recent.at(-1);
  return recent.length < fewEdits || last === undefined ? 0 : Math.max(0, last + apartMs - nowMs);
}

type Line = { running: Promise<void>; isRunning: boolean; next: Promise<void> | null; madeAtMs: number[] };

/**
 * Words about one thing are said one after the other, because an older card must not overwrite a newer one, and not more often
 * than Teams takes. What is wanted while one waits to be said is merged with it: it reads how things stand when its turn comes.
 */
export function inOrder<K>(say: (id: K) => Promise<void>, nowMs = () => performance.now()): (id: K) => Promise<void> {
  const lines = new Map<K, Line>();

  async function sayNext(id: K, line: Line): Promise<void> {
    await line.running.catch(() => {});
    await sleep(restMs(line.madeAtMs, nowMs()));
    line.next = null;
    line.madeAtMs = [...line.madeAtMs, nowMs()].slice(-fewEdits);
    line.isRunning = true;
    line.running = say(id);
    await line.running.finally(() => {
      line.isRunning = false;
      forgetIdle(id, line);
    });
  }

  /** What was said lately keeps the distance of what comes next. */
  function forgetIdle(id: K, line: Line): void {
    const timer = setTimeout(() => {
      const isIdle = line.next === null && !line.isRunning && restMs(line.madeAtMs, nowMs()) === 0;
      if (isIdle && lines.get(id) === line) lines.delete(id);
    }, lookBackMs);
    timer.unref();
  }

  return (id) => {
    const line = lines.get(id) ?? { running: Promise.resolve(), isRunning: false, next: null, madeAtMs: [] };
    lines.set(id, line);
    if (line.next !== null) return Promise.resolve();
    const next = sayNext(id, line);
    line.next = next;
    return next;
  };
}
