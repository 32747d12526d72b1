import { openDesk } from '../../helpers/desk.ts';
import { openTenantDesk } from '../../helpers/tenant-desk.ts';
import type { Claim } from '../claim.ts';
import { openHostileGraph } from './hostile-graph.ts';
import { practiceTurns } from './practice.ts';
import { tenantTurns } from './tenant.ts';

/** Whole turns, and the bots that answer them. */
export async function openTurns(): Promise<{ claims: readonly Claim[]; close(): Promise<void> }> {
  const graph = await openHostileGraph();
  const [practice, tenant] = [await openDesk(), await openTenantDesk({ graph })];
  return {
    claims: [...practiceTurns(practice), ...tenantTurns(tenant, graph)],
    async close() {
      await practice.close();
      await tenant.close();
      await graph.close();
    },
  };
}
