import { z } from 'zod';
import type { Graph } from './client.ts';
import { unlessGone } from './gone.ts';
import type { ManagedDevice } from './managed-device.ts';
import { key, pageFor, query } from './odata.ts';
import { isFailure, isWorse } from './payload-states.ts';
import { byName, payloadsOfKind, type TenantPayload } from './tenant-payloads.ts';
import { id, text } from './texts.ts';

export { type TenantPayload, tenantPayloads } from './tenant-payloads.ts';

/** `state`: the service's word for how it stands on the device. */
export type AppliedPayload = TenantPayload & { state: string; failed: boolean };

type Device = Pick<ManagedDevice, 'id' | 'userId'>;

/** More than any tenant has of one kind, and still an end. */
const most = 5_000;

/** What only the tenant's lists tell; each is read once, and only if it is asked for. */
export type TenantLists = {
  policies(): Promise<ReadonlyMap<string, TenantPayload>>;
  apps(): Promise<readonly TenantPayload[]>;
};

export function openTenantLists(graph: Graph): TenantLists {
  let policies: ReturnType<TenantLists['policies']> | undefined;
  let apps: ReturnType<TenantLists['apps']> | undefined;
  return {
    policies: () => {
      policies ??= policiesOf(graph);
      return policies;
    },
    apps: () => {
      apps ??= payloadsOfKind(graph, 'application', most).then(({ rows }) => rows);
      return apps;
    },
  };
}

async function policiesOf(graph: Graph): Promise<ReadonlyMap<string, TenantPayload>> {
  const kinds = ['deviceConfiguration', 'deviceManagementConfigurationPolicy'] as const;
  const lists = await Promise.all(kinds.map((kind) => payloadsOfKind(graph, kind, most)));
  return new Map(lists.flatMap(({ rows }) => rows.map((payload) => [payload.id.toLowerCase(), payload])));
}

/** What is on a device, or should be: the failed first, then by name. */
export async function appliedTo(
  graph: Graph,
  device: Device,
  lists: TenantLists = openTenantLists(graph),
): Promise<AppliedPayload[]> {
  const of = { graph, lists };
  const [configured, apps] = await Promise.all([configurationOf(of, device), appsOf(of, device)]);
  return [...configured, ...apps].sort((one, other) => Number(other.failed) - Number(one.failed) || byName(one, other));
}

type Of = { graph: Graph; lists: TenantLists };

const stateOr = text.transform((state) => state ?? 'unknown');
const configurationState = z.object({ id, state: stateOr });

/** A state has its policy in its id; which kind of policy that is, only the tenant's lists tell (graph-contract 4.2). */
async function configurationOf({ graph, lists }: Of, device: Device): Promise<AppliedPayload[]> {
  const path = `/deviceManagement/managedDevices/${key(device.id)}/deviceConfigurationStates`;
  const [states, byId] = await Promise.all([
    graph.all(path + query({ $select: ['id', 'state'], $top: pageFor(most) }), configurationState, { most }),
    lists.policies(),
  ]);
  return worstOfEach(
    states.rows.flatMap(({ id, state }) => {
      const [payload] = idsIn(id).flatMap((one) => byId.get(one) ?? []);
      return payload ? [applied(payload, state)] : [];
    }),
  );
}

const guids = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** The policy's id comes first; that of the user and of the device may be beside it. */
const idsIn = (stateId: string) => [...(stateId.match(guids) ?? []), stateId].map((one) => one.toLowerCase());

const appState = z.object({ applicationId: text, displayName: text, installState: stateOr });
const appStates = z.object({ mobileAppList: z.array(appState).nullish() });

/** Where nobody is known as the device's user, all that can be said is which apps there are. */
async function appsOf({ graph, lists }: Of, { id, userId }: Device): Promise<AppliedPayload[]> {
  const rows = userId === null ? null : await appsOfUser(graph, userId, id);
  if (rows) return rows;
  return (await lists.apps()).map((app) => applied(app, 'unknown'));
}

async function appsOfUser(graph: Graph, userId: string, deviceId: string): Promise<AppliedPayload[] | null> {
  const path = `/users/${key(userId)}/mobileAppIntentAndStates/${key(deviceId)}`;
  const found = await unlessGone(graph.get(path + query({ $select: ['id', 'mobileAppList'] }), appStates));
  return (
    found &&
    worstOfEach(
      (found.mobileAppList ?? []).flatMap(({ applicationId, displayName, installState }) =>
        applicationId ? [applied(appOf(applicationId, displayName), installState)] : [],
      ),
    )
  );
}

const appOf = (id: string, name: string | null): TenantPayload => ({
  id,
  kind: 'application',
  name: name ?? id,
  type: null,
});

const applied = (payload: TenantPayload, state: string): AppliedPayload => ({
  ...payload,
  state,
  failed: isFailure(state),
});

/** A policy has a state for each user of the device. */
function worstOfEach(payloads: readonly AppliedPayload[]): AppliedPayload[] {
  const worst = new Map<string, AppliedPayload>();
  for (const payload of payloads) {
    const known = worst.get(payload.id.toLowerCase());
    if (!known || isWorse(payload.state, known.state)) worst.set(payload.id.toLowerCase(), payload);
  }
  return [...worst.values()];
}
