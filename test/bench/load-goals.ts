/** What a thousand conversations may expect, and how it stands. */
import { percentile, short } from './figures.ts';
import { atMost, sayGoals } from './goals.ts';
import type { LoopDelay, Used } from './probe.ts';
import type { Row } from './report.ts';

/** What became of everything that was said in a stage. */
export type Stage = {
  what: string;
  asked: number;
  seconds: number;
  tookMs: number[];
  /** Answered with 200; asked to come back with 503; anything else, or nothing at all. */
  taken: number;
  shed: number;
  lost: number;
  /** Messages that reached the connector. */
  posted: number;
  /** Of the oldest job that waited, at its worst. */
  queueAgeSeconds: number;
  loop: LoopDelay;
  used: Used;
  cpuMs: number;
};

export const rowFor = ({ what, asked, seconds, tookMs, taken, shed, lost, ...stage }: Stage): Row => ({
  load: what,
  asked: String(asked),
  'turns/s': short(asked / seconds),
  'CPU ms a turn': short(stage.cpuMs / asked),
  'p50 ms': short(percentile(tookMs, 0.5)),
  'p99 ms': short(percentile(tookMs, 0.99)),
  taken: String(taken),
  shed: String(shed),
  lost: String(lost),
  posted: String(stage.posted),
  'queue age s': short(stage.queueAgeSeconds),
  'loop delay ms, p99 (most)': `${short(stage.loop.p99Ms)} (${short(stage.loop.maxMs)})`,
  'MB resident': short(stage.used.rssMb),
});

const goals = { p99Ms: 250, loopMs: 50, queueAgeSeconds: 10, grownMb: 64 } as const;

/** Steadily everybody is answered soon; in a crowd everybody is told something, and after it all is as before. */
export function judge([steady, crowd, after]: readonly Stage[]): void {
  if (!steady || !crowd || !after) return;
  const answered = (stage: Stage) => stage.lost === 0 && stage.posted + stage.shed >= stage.asked;
  const calm = [steady, after].flatMap((stage) => [
    [`${stage.what}: p99 ms`, percentile(stage.tookMs, 0.99), goals.p99Ms] as const,
    [`${stage.what}: loop delay p99 ms`, stage.loop.p99Ms, goals.loopMs] as const,
    [`${stage.what}: queue age s`, stage.queueAgeSeconds, goals.queueAgeSeconds] as const,
    [`${stage.what}: shed`, stage.shed, 0] as const,
  ]);
  const told = [steady, crowd, after].map(
    (stage) => [`${stage.what}: left without a word`, answered(stage) ? 0 : 1, 0] as const,
  );
  const grown = ['MB grown since before the crowd', after.used.rssMb - crowd.used.rssMb, goals.grownMb] as const;
  sayGoals(
    'load',
    [...calm, ...told, grown].map(([what, value, most]) => atMost(what, value, most)),
  );
}
