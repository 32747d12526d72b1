import { device as deviceView } from '../../cards/device.ts';
import type { FoundDevice } from '../finding/devices.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import { checkInOf } from '../knowledge/check-in.ts';
import { payloadSupportOf } from '../knowledge/platforms.ts';
import type { CardJson } from '../ports.ts';
import type { Once } from './buttons.ts';
import { deviceLabelFor, payloadLabelFor, removalFor } from './payload-labels.ts';
import { backBetween } from './payload-plan.ts';
import { asJson, type Screen } from './screen.ts';

type Seen = {
  device: FoundDevice;
  items: readonly SeenItem[];
  startedAt: Date | null;
  runs: readonly number[];
  once: Once;
};

export function deviceCard({ device, items, startedAt, runs, once }: Seen, { words, practice, now }: Screen): CardJson {
  const { os, osVersion, lastSyncAt, enrolledAt, owner } = device;
  const system = osVersion ? `${os} ${osVersion}` : os;
  return asJson(
    deviceView(
      {
        ...{ practice, now, runs, once },
        device: { ...deviceLabelFor(device, now), system, owner },
        rhythm: checkInOf({ os, enrolledAt, lastSyncAt, now }),
        documented: payloadSupportOf(device) === 'documented',
        removed: items.map((item) => ({ ...payloadLabelFor(item), ...removalFor(item) })),
        back: startedAt && items.some(({ status }) => status !== 'error') ? backBetween(startedAt) : null,
      },
      words,
    ),
  );
}
