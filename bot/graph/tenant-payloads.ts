import { z } from 'zod';
import type { Graph } from './client.ts';
import { pageFor, query } from './odata.ts';
import type { Pages } from './pages.ts';
import type { Payload, PayloadKind } from './payload-vocabulary.ts';
import { id, text } from './texts.ts';

/** `type`: what tells more closely what it is, such as `iosWiFiConfiguration` or `iosVppApp`; null where nothing does. */
export type TenantPayload = Payload & { type: string | null };

/** `#microsoft.graph.iosVppApp` without what all of them begin with. */
const odataType = text.transform((type) => type?.replace(/^#?microsoft\.graph\./, '') ?? null);

const displayed = z
  .object({ id, displayName: text, '@odata.type': odataType })
  .transform((row) => ({ id: row.id, name: row.displayName ?? row.id, type: row['@odata.type'] }));

/** The settings catalog has one type for all; what was made from a template says from which. */
const template = z.object({ templateDisplayName: text, templateFamily: text }).nullish();
const policy = z
  .object({ id, name: text, templateReference: template })
  .transform(({ id, name, templateReference }) => {
    const family = templateReference?.templateFamily ?? null;
    return {
      id,
      name: name ?? id,
      type: templateReference?.templateDisplayName ?? (family === 'none' ? null : family),
    };
  });

/** Where each kind is listed, and how (graph-contract 4.2). */
const lists = {
  application: { path: '/deviceAppManagement/mobileApps', $select: ['id', 'displayName'], row: displayed },
  deviceConfiguration: {
    path: '/deviceManagement/deviceConfigurations',
    $select: ['id', 'displayName'],
    row: displayed,
  },
  deviceManagementConfigurationPolicy: {
    path: '/deviceManagement/configurationPolicies',
    $select: ['id', 'name', 'templateReference'],
    row: policy,
  },
} as const;

/** The tenant's payloads of one kind. */
export async function payloadsOfKind(graph: Graph, kind: PayloadKind, most: number): Promise<Pages<TenantPayload>> {
  const { path, $select, row } = lists[kind];
  const found = await graph.all(path + query({ $select, $top: pageFor(most) }), row, { most });
  return { ...found, rows: found.rows.map((payload) => ({ ...payload, kind })) };
}

/** All three lists of the tenant, at most so many of each, by name. */
export async function tenantPayloads(graph: Graph, { most }: { most: number }): Promise<Pages<TenantPayload>> {
  const kinds = Object.keys(lists) as PayloadKind[];
  const found = await Promise.all(kinds.map((kind) => payloadsOfKind(graph, kind, most)));
  return { rows: found.flatMap(({ rows }) => rows).sort(byName), more: found.some(({ more }) => more) };
}

const collator = new Intl.Collator('en', { numeric: true });

export const byName = (one: Payload, other: Payload): number =>
  collator.compare(one.name, other.name) || collator.compare(one.id, other.id);
