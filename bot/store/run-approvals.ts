import type { RunId, TenantId } from '../ports.ts';
import type { Decision, Run } from '../runs/run.ts';
import { storable } from './json.ts';
import type { Tx } from './open.ts';
import { findRun } from './runs.ts';

/** A run with its targets, held until the transaction ends: nobody else changes them in between. */
export async function lockRun(tx: Tx, tenantId: TenantId, id: RunId): Promise<Run | null> {
  await tx
    .selectFrom('run_target')
    .select('position')
    .where('tenant_id', '=', tenantId)
    .where('run_id', '=', id)
    .orderBy('position')
    .forUpdate()
    .execute();
  const run = await findRun(tx, id);
  return run?.tenantId === tenantId ? run : null;
}

export async function saveDecision(tx: Tx, { id, tenantId, approval }: Run, decision: Decision): Promise<void> {
  await tx
    .updateTable('run')
    .set({ approval: storable({ ...approval, decision }) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
