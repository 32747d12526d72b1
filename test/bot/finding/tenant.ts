import { type Meant, meantBy } from '../graph/lists.ts';
import { answer, type Handler, type Service } from '../graph/service.ts';

type Row = Record<string, unknown> & { id: string };

/** A device as Graph tells it. */
export const row = (id: string, change: Record<string, unknown> = {}): Row => ({
  ...{ id, deviceName: id, userPrincipalName: null, userId: null, userDisplayName: null, serialNumber: null },
  ...{ operatingSystem: 'iPadOS', osVersion: '18.4', model: 'iPad Air', managedDeviceOwnerType: 'company' },
  ...{ managementAgent: 'mdm', lastSyncDateTime: '2026-03-02T11:00:00Z', enrolledDateTime: '2026-01-05T08:00:00Z' },
  ...change,
});

export const person = (name: string) => {
  const local = name.toLowerCase().replaceAll(' ', '.');
  return { userPrincipalName: `${local}@contoso.example`, userId: `user-${local}`, userDisplayName: name };
};

/** Answers lists by their path, filters and all, since the client looks at every row again; one row by its id in any of them. */
export function tenantOf(service: Service, lists: Readonly<Record<string, readonly Row[]>>): void {
  service.otherwise((response, call) => handlerFor(meantBy(call.path), lists)(response, call));
}

function handlerFor({ path }: Meant, lists: Readonly<Record<string, readonly Row[]>>): Handler {
  const list = lists[path];
  if (list) return answer(200, { value: list });
  const [, folder = '', id] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
  const found = lists[folder]?.find((one) => one.id === id);
  return found
    ? answer(200, found)
    : answer(404, { error: { code: 'ResourceNotFound', message: 'Resource is not found' } });
}
