import type { Graph } from '../graph/client.ts';
import { type AppliedPayload, appliedTo, openTenantLists, tenantPayloads } from '../graph/device-payloads.ts';
import { folded } from '../graph/texts.ts';
import { platformOf } from '../knowledge/platforms.ts';
import type { FoundDevice } from './devices.ts';

/** `on`: the devices that have it, by their place among those that were asked about; null where that was not read. */
export type Variant = { id: string; type: string | null; on: readonly number[] | null };

/**
 * Something that can be taken off devices. For several platforms there are often several profiles of one name and kind: these are
 * its variants, and each device gets its own. `state`: how it stands on the only device, in the service's word.
 */
export type Offered = {
  id: string;
  kind: string;
  name: string;
  type: string | null;
  state: string | null;
  failed: boolean;
  variants: readonly Variant[];
};

/** More than anybody looks through, page by page. */
const mostOffered = 1_000;

/** Beyond, it takes too long to ask what each device has; the tenant's lists say what there is. */
export const mostRead = 100;

/** What the devices have: on one of them failed first, on several by name. */
export async function offeredOn(graph: Graph, devices: readonly FoundDevice[]): Promise<Offered[]> {
  const [only] = devices;
  if (only && devices.length === 1) return (await appliedTo(graph, only)).slice(0, mostOffered).map(alone);
  if (devices.length > mostRead) {
    const { rows } = await tenantPayloads(graph, { most: mostOffered });
    return grouped(rows.map((row) => ({ row: { ...row, state: 'unknown', failed: false }, on: null })));
  }
  const lists = openTenantLists(graph);
  const applied = await Promise.all(devices.map((device) => appliedTo(graph, device, lists)));
  return grouped(applied.flatMap((rows, index) => rows.map((row) => ({ row, on: index }))));
}

const alone = (row: AppliedPayload): Offered => ({ ...row, variants: [{ id: row.id, type: row.type, on: [0] }] });

type Seen = { row: AppliedPayload; on: number | null };

function grouped(seen: readonly Seen[]): Offered[] {
  const alike = Map.groupBy(seen, ({ row }) => `${row.kind} ${folded(row.name)}`);
  return [...alike.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ ...first.row, state: null, failed: false, variants: variantsOf(group) }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
}

function variantsOf(group: readonly Seen[]): Variant[] {
  const byId = Map.groupBy(group, ({ row }) => row.id);
  return [...byId].map(([id, same]) => ({
    id,
    type: same.find(({ row }) => row.type)?.row.type ?? null,
    on: same.some(({ on }) => on === null) ? null : same.flatMap(({ on }) => on ?? []),
  }));
}

/** A name that somebody typed; several of a name are all told. */
export function payloadsCalled(offered: readonly Offered[], name: string): Offered[] {
  const exact = offered.filter((one) => folded(one.name) === folded(name));
  return exact.length > 0 ? exact : offered.filter((one) => folded(one.name).includes(folded(name)));
}

/** On how many of the devices it is; null where that was not read. */
export function countOn({ variants }: Offered): number | null {
  if (variants.some(({ on }) => on === null)) return null;
  return new Set(variants.flatMap(({ on }) => on ?? [])).size;
}

/** The variants that one device has, or could have. */
export function variantsFor({ variants }: Offered, device: Pick<FoundDevice, 'os'>, index: number): readonly Variant[] {
  return variants.filter(({ on, type }) => on?.includes(index) ?? isForPlatform(type, device.os));
}

/** A type often begins with its platform: `iosWiFiConfiguration`. */
function isForPlatform(type: string | null, os: string): boolean {
  const platform = type && platformOf(/^[a-z]+\d*/.exec(type)?.[0] ?? '');
  return !platform || platform === platformOf(os);
}
