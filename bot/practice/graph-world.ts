import type { InventedDevice } from './graph-devices.ts';
import type { PayloadKind } from './graph-payload-samples.ts';

/** Under which name the action is known, and so how bodies and results are spelt (graph-contract 1.4). */
export type Vocabulary = 'syncPayloads' | 'changeAssignments';

export type PayloadRef = { id: string; kind: PayloadKind | 'mobileAppConfiguration' };

/** One item of a device's latest action; how it stands follows from the time that has passed. */
export type Item = PayloadRef & {
  intent: 'remove' | 'restore';
  /** Since when, as ISO 8601. */
  since: string;
  /** Which try this is, from 1. */
  tries: number;
  /** Whether somebody rehearsed that it fails. */
  fails: boolean;
};

/** What became of a device since the tenant was invented. */
export type DeviceLife = { startedAt: string; vocabulary: Vocabulary; items: readonly Item[] };

/** `before`: when it had last synced until then. */
export type ConnectorLife = { startedAt: string; sync: 'fullSync' | 'deltaSync'; before: string };

/** What changed in the invented Intune: plain JSON, so that it outlives the process. */
export type IntuneWorld = {
  /** When it was invented; everything earlier is counted back from here. */
  foundAt: string;
  successor: boolean;
  lives: Readonly<Record<string, DeviceLife>>;
  /** Devices that were deleted. */
  gone: readonly string[];
  /** Writes to devices are too many until then, after these few. */
  throttle: { until: string; left: number } | null;
  connectors: 'none' | 'three';
  /** The latest sync of a connector. */
  synced: Readonly<Record<string, ConnectorLife>>;
};

export const freshIntune = (now: Date): IntuneWorld => ({
  ...{ foundAt: now.toISOString(), successor: false, lives: {}, gone: [], throttle: null },
  ...{ connectors: 'three', synced: {} },
});

/** The invented Intune as its routes see it. */
export type Intune = {
  world(): IntuneWorld;
  becomes(change: Partial<IntuneWorld>): void;
  /** Those that are there. */
  devices(): readonly InventedDevice[];
  device(id: string): InventedDevice | null;
};

type Parts = { devices: readonly InventedDevice[]; world(): IntuneWorld; becomes: Intune['becomes'] };

export function openIntune({ devices, world, becomes }: Parts): Intune {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const isThere = ({ id }: InventedDevice) => !world().gone.includes(id);
  return {
    world,
    becomes,
    devices: () => (world().gone.length === 0 ? devices : devices.filter(isThere)),
    device(id) {
      const found = byId.get(id.toLowerCase());
      return found && isThere(found) ? found : null;
    },
  };
}
