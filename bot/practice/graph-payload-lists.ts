import { itemsOf, standingOf } from './graph-device-life.ts';
import { isOf } from './graph-device-routes.ts';
import type { InventedDevice, InventedUser } from './graph-devices.ts';
import { contextOf, getList, type Row, selected } from './graph-lists.ts';
import { type InventedPayload, inventedPayloads, type PayloadKind } from './graph-payload-samples.ts';
import { getOne, type Route, type Routed } from './graph-router.ts';
import type { Intune } from './graph-world.ts';
import { guidOf } from './people.ts';

const ofKind = (kind: PayloadKind) => inventedPayloads.filter((payload) => payload.kind === kind);

/** What can be a payload (graph-contract 4.2): the tenant's three lists, and what of them is applied to a device. */
export const payloadListRoutes = (intune: Intune): Route[] => [
  getList('/deviceManagement/deviceConfigurations', () => listOf('deviceConfiguration', configurationRow)),
  getList('/deviceManagement/configurationPolicies', () => listOf('deviceManagementConfigurationPolicy', policyRow)),
  getList('/deviceAppManagement/mobileApps', () => listOf('application', appRow)),
  getList('/deviceManagement/managedDevices/{}/deviceConfigurationStates', ({ keys: [id = ''], at }) => {
    const device = intune.device(id);
    return device && { things: statesOn(device, takenOff(intune, device, at)), rowOf: (row: Row) => row };
  }),
  getOne('/users/{}/mobileAppIntentAndStates/{}', (routed) => appStates(intune, routed)),
];

const listOf = (kind: PayloadKind, rowOf: (payload: InventedPayload) => Row) => ({ things: ofKind(kind), rowOf });

const changed = { createdDateTime: '2025-06-01T08:00:00Z', lastModifiedDateTime: '2026-01-05T09:30:00Z' };

const configurationRow = ({ id, name, type }: InventedPayload): Row => ({
  ...{ '@odata.type': `#microsoft.graph.${type}`, id, displayName: name, description: null, version: 3 },
  ...changed,
});

const policyPlatforms = { apple: 'iOS', android: 'androidEnterprise', windows: 'windows10', mac: 'macOS' } as const;

/** A policy of the settings catalog has a `name`, not a `displayName`. */
const policyRow = ({ id, name, platform }: InventedPayload): Row => ({
  ...{ id, name, description: null, platforms: policyPlatforms[platform], technologies: 'mdm' },
  ...{ settingCount: 4, isAssigned: true, creationSource: null },
  ...changed,
});

const appRow = ({ id, name, type }: InventedPayload): Row => ({
  ...{ '@odata.type': `#microsoft.graph.${type}`, id, displayName: name, description: null, publisher: 'Contoso' },
  ...{ isAssigned: true, isFeatured: false, publishingState: 'published' },
  ...changed,
});

type IsOff = (payload: { id: string }) => boolean;

/** What an action has taken off a device by now. */
function takenOff(intune: Intune, device: InventedDevice, now: Date): IsOff {
  const life = intune.world().lives[device.id];
  const items = life ? itemsOf(device, life, now) : [];
  const off = new Set(items.flatMap((item) => (standingOf(device, item, now).status === 'removed' ? [item.id] : [])));
  return ({ id }) => off.has(id);
}

/** As Intune lists it: an id of several parts, the same policy once for each user, and what is no payload at all. */
function statesOn(device: InventedDevice, isOff: IsOff): Row[] {
  const payloads = inventedPayloads.filter(
    ({ kind, platform }) => kind !== 'application' && platform === device.platform,
  );
  const users = device.user ? [device.user, systemAccount] : [systemAccount];
  const rows = payloads.flatMap((payload, index) =>
    users.slice(0, index < 3 ? 2 : 1).map((user) => stateRow(device, { payload, user, isOff })),
  );
  const template = { id: guidOf('administrative template'), name: 'Administrative template' };
  return [...rows, stateRow(device, { payload: template, user: users[0] ?? systemAccount, isOff: () => false })];
}

const systemAccount: InventedUser = { id: '00000000-0000-0000-0000-000000000000', name: '', upn: 'System account' };

type Named = Pick<InventedPayload, 'id' | 'name'>;
type Applied = { payload: Named; user: InventedUser; isOff: IsOff };

const statePlatforms = { apple: 'iOS', android: 'androidForWork', windows: 'windows10AndLater', mac: 'macOS' } as const;

function stateRow(device: InventedDevice, { payload, user, isOff }: Applied): Row {
  const isOwn = user !== systemAccount;
  return {
    id: `${payload.id}_${user.id}_${device.id}`,
    ...{ displayName: payload.name, version: 3, platformType: statePlatforms[device.platform], settingCount: 4 },
    ...{ userId: user.id, userPrincipalName: user.upn },
    state: isOff(payload) ? 'notApplicable' : stateWord(device, payload, isOwn),
  };
}

function stateWord({ id, mishap }: InventedDevice, payload: Named, isOwn: boolean): string {
  if (mishap?.payload === payload.name && isOwn) return 'error';
  const chance = (Number.parseInt(payload.id.slice(0, 4), 16) + Number.parseInt(id.slice(0, 4), 16)) % 17;
  if (!isOwn || chance > 2) return 'compliant';
  return ['nonCompliant', 'conflict', 'notApplicable'][chance] ?? 'compliant';
}

/** A user's apps on one of their devices; who has no primary user has no such list (graph-contract 4.2). */
function appStates(intune: Intune, routed: Routed): Row | null {
  const { keys, at, query } = routed;
  const [who = '', id = ''] = keys;
  const device = intune.device(id);
  if (!device || !isOf(device, who)) return null;
  const isOff = takenOff(intune, device, at);
  const apps = ofKind('application').filter(({ platform }) => platform === device.platform);
  const row = {
    ...{ id: device.id, managedDeviceIdentifier: device.id, userId: device.user?.id },
    mobileAppList: apps.map((app) => appStateRow(device, app, isOff(app))),
  };
  return { ...contextOf(routed), ...selected(row, query) };
}

function appStateRow({ id, deviceType }: InventedDevice, app: InventedPayload, isOff: boolean): Row {
  const chance = (Number.parseInt(app.id.slice(0, 4), 16) + Number.parseInt(id.slice(0, 4), 16)) % 11;
  const installState = isOff ? 'notInstalled' : (['failed', 'pendingInstall'][chance] ?? 'installed');
  return {
    ...{ applicationId: app.id, displayName: app.name, displayVersion: '4.2.1', installState },
    mobileAppIntent: chance % 2 === 0 ? 'requiredInstall' : 'available',
    supportedDeviceTypes: [
      { type: deviceType, minimumOperatingSystemVersion: null, maximumOperatingSystemVersion: null },
    ],
  };
}
