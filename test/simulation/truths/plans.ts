import type { Target } from '../../../bot/actions/define.ts';
import { payloadBaseline, setChange } from '../../../bot/actions/payload-set.ts';
import type { Write } from '../graph.ts';
import type { OpenTruth } from './define.ts';

type Plan = { before: string; after: string };

/** Between reading a device and writing to it nobody can keep the admin center from it. */
const overtakenForMs = 60_000;

/** What is off a device is what the preview of the last confirmed plan said, over what that preview had seen. */
export const plansAreKept: OpenTruth = ({ world, complain }) => {
  const plans = new Map<string, Plan[]>();
  const elsewhere = new Map<string, number>();
  const last = new Map<string, Write>();

  function isOvertaken(deviceId: string, at: Date): boolean {
    return at.getTime() - (elsewhere.get(deviceId) ?? Number.NEGATIVE_INFINITY) < overtakenForMs;
  }

  return {
    asks({ asker, targets }) {
      for (const target of targets.filter(({ kind }) => kind === 'device')) {
        const key = `${asker.tenantId} ${target.id}`;
        plans.set(key, [...(plans.get(key) ?? []), planOf(target)]);
      }
    },
    elsewhere(deviceId) {
      elsewhere.set(deviceId, world.time.nowMs());
      for (const key of last.keys()) if (key.endsWith(deviceId)) last.delete(key);
    },
    written(write) {
      const deviceId = /managedDevices\/([^/]+)\/\w+$/.exec(write.path)?.[1];
      if (!deviceId || !write.taken || write.before.join() === write.after.join()) return;
      const key = `${write.tenantId} ${deviceId}`;
      last.set(key, write);
      const promised = (plans.get(key) ?? []).filter(({ after }) => after === write.after.join());
      const was = write.before.join();
      if (promised.length === 0) complain(`nobody confirmed that {${write.after}} is off ${deviceId}`);
      else if (!promised.some(({ before }) => before === was) && !isOvertaken(deviceId, write.at))
        complain(`${deviceId} was changed over {${was}}, which nobody had seen who said yes`);
    },
    async ends() {
      for (const [key, { tenantId, path, after, at }] of last) {
        const deviceId = key.slice(tenantId.length + 1);
        const isBackByItself = world.time.nowMs() - at.getTime() > 11 * 60 * 60_000;
        const there = setOf(world.microsoft.of(tenantId).removedOn(deviceId));
        if (!isBackByItself && there !== after.join())
          complain(`{${there}} is off ${deviceId}, and ${path} had left {${after}}`);
      }
    },
  };
};

function planOf({ wish, baseline }: Target): Plan {
  return { before: setOf(payloadBaseline.parse(baseline).removed), after: setOf(setChange.parse(wish).keep) };
}

const setOf = (items: readonly { kind: string; id: string }[]): string =>
  items
    .map(({ kind, id }) => `${kind}/${id}`)
    .sort()
    .join();
