import { z } from 'zod';
import type { Keep, Practice, TenantId } from '../ports.ts';
import { openPracticeClock, type PracticeClock } from './clock.ts';
import { type PracticeGraph, startPracticeGraph } from './graph.ts';
import { practiceTenantId } from './people.ts';

const time = z.string().nullable();
const kept = z.object({
  offsetMs: z.number(),
  world: z.object({
    lastSyncAt: time,
    lastManualSyncAt: time,
    runsUntil: time,
    failsNext: z.boolean(),
    lastFailed: z.boolean(),
  }),
});

export type PracticeTenant = { clock: PracticeClock; graph: PracticeGraph; close(): Promise<void> };

/** The invented tenant as it was left: its clock and its Graph. */
export async function openPracticeTenant(keep: Keep): Promise<PracticeTenant> {
  const was = kept.safeParse(await keep.read());
  const clock = openPracticeClock(was.success ? was.data.offsetMs : 0);
  let writing = Promise.resolve();
  const save = () => {
    const value = { offsetMs: clock.offsetMs(), world: graph.world() };
    // A lost write costs a practice tenant its memory, nothing else.
    writing = writing.then(() => keep.write(value)).catch(() => {});
  };
  const graph = await startPracticeGraph({ clock, world: was.success ? was.data.world : undefined, changed: save });
  const close = async () => {
    save();
    await writing;
    await graph.close();
  };
  return { clock, graph, close };
}

/** The strings by which people move the invented tenant. */
export function practiceStrings(
  tenant: PracticeTenant,
  bot: { wake(): Promise<void>; forgetRuns(): Promise<void> },
): Practice {
  return {
    tenantId: practiceTenantId as TenantId,
    next: (answer) => tenant.graph.next(answer),
    async turnClock(ms) {
      tenant.clock.turn(ms);
      await bot.wake();
    },
    async reset() {
      await bot.forgetRuns();
      tenant.clock.setBack();
      tenant.graph.reset();
    },
  };
}
