import type { Clock } from '../ports.ts';
import { type AutopilotWorld, beginSync, settled } from './graph-autopilot.ts';
import type { InventedDevice } from './graph-devices.ts';
import type { Kept } from './graph-kept.ts';
import { declare, removedOn } from './graph-sync-payloads.ts';
import type { IntuneWorld, PayloadRef, Vocabulary } from './graph-world.ts';

/** How people and tests move the invented tenant from outside. */
export type GraphStrings = {
  /** Somebody else, or Intune itself, begins an Autopilot sync. */
  beginsElsewhere(): void;
  /** Somebody used the admin center: from now on exactly this is declared removed there. */
  changesElsewhere(deviceId: string, items: readonly PayloadRef[]): void;
  /** The device is gone. */
  deletes(deviceId: string): void;
  /** What is declared removed there. */
  removedOn(deviceId: string): PayloadRef[];
  /** On: `syncPayloads` is unknown here, and `changeAssignments` works. Off: the other way round. */
  successor(on: boolean): void;
  connectors(which: IntuneWorld['connectors']): void;
  /** For so many seconds every write to a device is one too many, but for the first few. */
  throttle(seconds: number): void;
  devices(): readonly InventedDevice[];
  world(): AutopilotWorld;
  intune(): IntuneWorld;
};

const takenFirst = 5;

export function stringsOf({ autopilot, intune }: Kept, clock: Clock): GraphStrings {
  const vocabulary = (): Vocabulary => (intune.world().successor ? 'changeAssignments' : 'syncPayloads');
  return {
    beginsElsewhere: () => autopilot.becomes(beginSync(settled(autopilot.world(), clock.now()), clock.now())),
    changesElsewhere(deviceId, named) {
      const device = intune.device(deviceId);
      if (!device) throw new Error(`there is no device ${deviceId}`);
      declare(intune, device, { named, vocabulary: vocabulary(), fails: false, now: clock.now() });
    },
    deletes: (deviceId) => intune.becomes({ gone: [...intune.world().gone, deviceId] }),
    removedOn: (deviceId) => removedOn(intune, deviceId, clock.now()),
    successor: (on) => intune.becomes({ successor: on }),
    connectors: (which) => intune.becomes({ connectors: which }),
    throttle(seconds) {
      const until = new Date(clock.now().getTime() + seconds * 1000).toISOString();
      intune.becomes({ throttle: seconds > 0 ? { until, left: takenFirst } : null });
    },
    devices: () => intune.devices(),
    world: () => autopilot.world(),
    intune: () => intune.world(),
  };
}
