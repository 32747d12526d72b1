import { type DeviceView, device } from '../../device.ts';
import { shown, variants } from '../sample.ts';
import { ago, inMinutes, now, once } from './invented.ts';
import {
  back,
  hostileDevices,
  hostilePayloads,
  ipad,
  laptop,
  longDevice,
  longPayload,
  mail,
  many,
  neverSeen,
  silentIpad,
  vpn,
  wifi,
} from './invented-devices.ts';

const minute = 60_000;
const known = { ...ipad, system: 'iPadOS 18.7.1', owner: 'company' as const };
const removed = (count: number) =>
  many(count, (number) => ({ ...longPayload(number), removal: 'removed' as const, since: now }));

const one = variants<DeviceView>({
  practice: true,
  now,
  device: known,
  rhythm: { everyMs: 480 * minute, nextAt: inMinutes(300) },
  documented: true,
  removed: [],
  back: null,
  runs: [],
  once,
});

export const deviceSamples = shown({
  name: 'device',
  about: 'One device: what it is, what is removed from it and what is under way.',
  card: device,
  states: {
    'nothing removed': one({}),
    'newly enrolled': one({ rhythm: { everyMs: 3 * minute, nextAt: inMinutes(2) } }),
    'one removed': one({ removed: [{ ...mail, removal: 'removed', since: ago(100) }], back }),
    'one that could not be removed': one({ removed: [{ ...mail, removal: 'failed', since: ago(100) }] }),
    'some removed, a run under way': one({
      removed: [
        { ...mail, removal: 'removed', since: ago(100) },
        { ...vpn, removal: 'removing', since: ago(2) },
        { ...wifi, removal: 'restoring', since: ago(1) },
      ],
      back,
      runs: [17],
    }),
    'several runs': one({ runs: [17, 18, 19, 20] }),
    'silent for long': one({ device: { ...known, ...silentIpad }, rhythm: null }),
    'never seen': one({
      device: { ...known, ...neverSeen, model: null, system: null, owner: 'unknown' },
      rhythm: null,
    }),
    'Windows, personally owned': one({
      device: { ...known, ...laptop, system: 'Windows 10.0.26100', owner: 'personal' },
      rhythm: { everyMs: 480 * minute, nextAt: null },
      documented: false,
    }),
    'names that would like to be more': one({
      device: { ...known, ...(hostileDevices[0] ?? ipad) },
      removed: hostilePayloads.map((label) => ({ ...label, removal: 'failed', since: null })),
    }),
    'the longest, outside practice': one({
      practice: false,
      device: { ...known, ...longDevice(1) },
      removed: removed(30),
      back,
      runs: [17, 18, 19, 20],
    }),
  },
});
