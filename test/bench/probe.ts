/** Loaded before the first line of a measured process: tells the driver what the process has used so far. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { answersTo } from './asked.ts';

export type LoopDelay = { p99Ms: number; maxMs: number };
export type Used = { cpuMs: number; rssMb: number };

answersTo({
  used: (): Used => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 };
  },
});

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

answersTo({
  /** For how long the process answered nobody, at most and in the worst hundredth, since it was asked last. */
  loopDelay: (): LoopDelay => {
    const seen = { p99Ms: delay.percentile(99) / 1e6, maxMs: delay.max / 1e6 };
    delay.reset();
    return seen;
  },
});

// Nothing measured outlives its driver.
process.on('disconnect', () => process.exit());

if (process.env['BENCH_STATEMENTS']) await import('./statement-probe.ts');
if (process.env['BENCH_HOLDS_STEPS']) await import('./held-steps.ts');
