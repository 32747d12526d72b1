import type { Clock } from '../ports.ts';
import { type AutopilotParts, type AutopilotWorld, freshAutopilot } from './graph-autopilot.ts';
import { inventDevices } from './graph-devices.ts';
import { freshIntune, type Intune, type IntuneWorld, openIntune } from './graph-world.ts';

export type KeptParts = {
  clock: Clock;
  /** The Autopilot service as it was left. */
  world?: AutopilotWorld | undefined;
  /** The rest of Intune as it was left. */
  intune?: IntuneWorld | undefined;
  /** How many devices there are. */
  devices?: number;
  changed?: () => void;
};

/** What the invented Graph remembers. */
export type Kept = { autopilot: AutopilotParts; intune: Intune; reset(): void };

export function openKept({ clock, world, intune, devices, changed = () => {} }: KeptParts): Kept {
  let ofAutopilot = world ?? freshAutopilot(clock.now());
  let ofIntune = intune ?? freshIntune(clock.now());
  return {
    autopilot: {
      world: () => ofAutopilot,
      becomes(next) {
        const isOther = next !== ofAutopilot;
        ofAutopilot = next;
        if (isOther) changed();
      },
    },
    intune: openIntune({
      devices: inventDevices(devices),
      world: () => ofIntune,
      becomes(change) {
        ofIntune = { ...ofIntune, ...change };
        changed();
      },
    }),
    reset() {
      ofAutopilot = freshAutopilot(clock.now());
      ofIntune = freshIntune(clock.now());
      changed();
    },
  };
}
