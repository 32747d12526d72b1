import type { DeviceLabel } from '../../cards/device-label.ts';
import type { PayloadState } from '../../cards/payload-form-view.ts';
import type { PayloadKind, PayloadLabel, Removal } from '../../cards/payload-label.ts';
import type { FoundDevice } from '../finding/devices.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import { connectivityOf } from '../knowledge/connectivity.ts';

/** A week without a check-in: probably switched off, or in a drawer. */
const silentForMs = 7 * 24 * 60 * 60_000;

export const isSilent = ({ lastSyncAt }: Pick<FoundDevice, 'lastSyncAt'>, now: Date): boolean =>
  lastSyncAt === null || now.getTime() - lastSyncAt.getTime() > silentForMs;

export const deviceLabelFor = (device: FoundDevice, now: Date): DeviceLabel => ({
  id: device.id,
  name: device.name,
  model: device.model ?? device.os,
  serial: device.serial,
  user: device.user ?? device.userName,
  lastSyncAt: device.lastSyncAt,
  silent: isSilent(device, now),
});

type Named = { id: string; kind: string; name: string | null; type?: string | null | undefined };

export const payloadLabelFor = (item: Named): PayloadLabel => ({ name: item.name ?? item.id, kind: kindFor(item) });

/** What it is, as people call it. */
export function kindFor({ kind, type = null }: Named): PayloadKind {
  if (kind === 'application') return 'app';
  if (kind === 'mobileAppConfiguration') return 'app-settings';
  const way = type && connectivityOf({ type, name: '' });
  if (way) return way;
  if (type && /mail/i.test(type)) return 'email';
  if (kind === 'deviceConfiguration') return 'profile';
  return kind === 'deviceManagementConfigurationPolicy' ? 'catalog' : 'unknown';
}

/** The service's words for how a payload stands on a device (graph-contract 4.2). */
const states: Readonly<Record<string, PayloadState>> = {
  error: 'failed',
  failed: 'failed',
  uninstallFailed: 'failed',
  nonCompliant: 'failed',
  conflict: 'conflict',
  pendingInstall: 'pending',
  installed: 'installed',
  compliant: 'applied',
  remediated: 'applied',
  notInstalled: 'not-installed',
  notApplicable: 'not-applicable',
  notAssigned: 'not-applicable',
};

export const payloadStateFor = (state: string | null): PayloadState => (state && states[state]) || 'unknown';

/** How something that was taken off stands now; status and intent only say it together. */
export function removalFor({ intent, status, changedAt: since }: SeenItem): Removal {
  if (status === 'error') return { removal: 'failed', since };
  if (intent === 'restore') return { removal: 'restoring', since };
  return { removal: status === 'removed' ? 'removed' : 'removing', since };
}
