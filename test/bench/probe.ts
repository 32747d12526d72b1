/** Loaded before the first line of a measured process: tells the driver what the process has used so far. */
import { answersTo } from './asked.ts';

export type Used = { cpuMs: number; rssMb: number };

answersTo({
  used: (): Used => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 };
  },
});

// Nothing measured outlives its driver.
process.on('disconnect', () => process.exit());

if (process.env['BENCH_STATEMENTS']) await import('./statement-probe.ts');
