import { z } from 'zod';
import type { Keep, Practice, TenantId } from '../ports.ts';
import { openPracticeClock, type PracticeClock } from './clock.ts';
import { type PracticeGraph, startPracticeGraph } from './graph.ts';
import { practiceTenantId } from './people.ts';

const time = z.string().nullable();
const isoTime = z.iso.datetime();
const item = z.object({
  id: z.string(),
  kind: z.enum(['application', 'deviceConfiguration', 'deviceManagementConfigurationPolicy', 'mobileAppConfiguration']),
  intent: z.enum(['remove', 'restore']),
  since: isoTime,
  tries: z.number(),
  fails: z.boolean(),
});
const life = z.object({
  startedAt: isoTime,
  vocabulary: z.enum(['syncPayloads', 'changeAssignments']),
  items: z.array(item),
});
const intune = z.object({
  foundAt: isoTime,
  successor: z.boolean(),
  lives: z.record(z.string(), life),
  gone: z.array(z.string()),
  throttle: z.object({ until: isoTime, left: z.number() }).nullable(),
  connectors: z.enum(['none', 'three']),
  synced: z.record(
    z.string(),
    z.object({ startedAt: isoTime, sync: z.enum(['fullSync', 'deltaSync']), before: isoTime }),
  ),
});
const kept = z.object({
  offsetMs: z.number(),
  world: z.object({
    lastSyncAt: time,
    lastManualSyncAt: time,
    runsUntil: time,
    failsNext: z.boolean(),
    lastFailed: z.boolean(),
    // Younger than the rest.
    ours: z.boolean().default(false),
    fetchedAt: time.default(null),
  }),
  // A tenant that was left when it knew Autopilot only, or that knows things of another version, is found with the rest as new.
  intune: intune.optional().catch(undefined),
});

export type PracticeTenant = { clock: PracticeClock; graph: PracticeGraph; close(): Promise<void> };

/** The invented tenant as it was left: its clock and its Graph. */
export async function openPracticeTenant(keep: Keep): Promise<PracticeTenant> {
  const read = kept.safeParse(await keep.read());
  const was = read.success ? read.data : null;
  const clock = openPracticeClock(was?.offsetMs ?? 0);
  const saver = openSaver(keep, () => ({ offsetMs: clock.offsetMs(), world: graph.world(), intune: graph.intune() }));
  const graph = await startPracticeGraph({ clock, world: was?.world, intune: was?.intune, changed: saver.save });
  const close = async () => {
    saver.save();
    await saver.saved();
    await graph.close();
  };
  return { clock, graph, close };
}

/** Writes what there is by then, one write at a time: many changes at once are one. */
function openSaver(keep: Keep, value: () => object) {
  let writing = Promise.resolve();
  let waits = false;
  const write = () => {
    waits = false;
    return keep.write(value());
  };
  return {
    save() {
      if (waits) return;
      waits = true;
      // A lost write costs a practice tenant its memory, nothing else.
      writing = writing.then(write).catch(() => {});
    },
    saved: () => writing,
  };
}

/** The strings by which people move the invented tenant. */
export function practiceStrings(
  tenant: PracticeTenant,
  bot: { wake(): Promise<void>; forget(): Promise<void> },
): Practice {
  return {
    tenantId: practiceTenantId as TenantId,
    next: (answer) => tenant.graph.next(answer),
    successor: (on) => tenant.graph.successor(on),
    connectors: (which) => tenant.graph.connectors(which),
    throttle: (seconds) => tenant.graph.throttle(seconds),
    async turnClock(ms) {
      tenant.clock.turn(ms);
      await bot.wake();
    },
    async reset() {
      await bot.forget();
      tenant.clock.setBack();
      tenant.graph.reset();
    },
  };
}
