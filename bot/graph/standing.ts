import { heldBack } from './ledger.ts';
import { type Family, limits } from './limits.ts';
import { keyOf, type Ledgers } from './pace.ts';

/** `waitMs`: for so long the service asked to wait; 0 where it only takes less than it could. */
export type Limited = { family: Family; waitMs: number };

/** The families in which the service holds a tenant back now. */
export async function limitsOn(tenantId: string, ledgers: Ledgers): Promise<Limited[]> {
  const families = Object.keys(limits) as Family[];
  const keysOf = (family: Family) => (['read', 'write'] as const).map((kind) => keyOf({ tenantId, family, kind }));
  const rows = await ledgers.read(families.flatMap(keysOf));
  return families.flatMap((family) => {
    const own = rows.filter(({ key }) => keysOf(family).includes(key));
    const waits = own.flatMap(({ ledger, now }) => heldBack(ledger, now)?.waitMs ?? []);
    return waits.length > 0 ? [{ family, waitMs: Math.max(...waits) }] : [];
  });
}
